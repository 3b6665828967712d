package org.aludel.test;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.aludel.engine.Engine;
import org.aludel.error.Problem;
import org.aludel.migrations.command.CheckResult;
import org.aludel.migrations.command.Detected;
import org.aludel.migrations.command.Migrations;
import org.aludel.migrations.command.RevisionLine;
import org.aludel.migrations.command.WantedModel;
import org.aludel.orm.mapping.Registry;
import org.opentest4j.AssertionFailedError;

/**
 * Compares mapped classes, revisions and database, so that a forgotten revision fails a test of the
 * application and not its start.
 *
 * <pre>{@code
 * @Test void theRevisionsMakeWhatTheClassesSay(SchemaAtHead schema) {
 *   schema.assertAgrees();
 * }
 * }</pre>
 *
 * A parameter of {@link OrmTest}, or {@link #of} an engine of one's own. Runs the revisions in a
 * scratch database of the same server. Immutable.
 */
public final class SchemaAtHead {
  private final Engine engine;
  private final Mapping mapping;
  private final Registry registry;

  SchemaAtHead(Engine engine, Mapping mapping, Registry registry) {
    this.engine = engine;
    this.mapping = mapping;
    this.registry = registry;
  }

  /** Compares another database, with the revisions that a class loader sees. */
  public static SchemaAtHead of(Engine engine, Registry registry, ClassLoader loader) {
    Mapping mapping = new Mapping(List.of(), loader, null, OrmTest.Schema.HEAD);
    return new SchemaAtHead(engine, mapping, registry);
  }

  /**
   * Asserts that the revisions make what the classes ask for, that they end in one head, and that
   * the database has what they make. Where the schema was made of the classes, that the database
   * still has what they ask for. Objects that are in the database alone are not looked at where
   * there are revisions, nor drops that are held back.
   *
   * @throws AssertionFailedError with {@code SCHEMA} and every difference
   */
  public void assertAgrees() {
    Migrations migrations =
        Template.migrations(engine, mapping).model(WantedModel.of(registry.metaData()));
    List<String> differences =
        Template.usesRevisions(engine, mapping) ? ofRevisions(migrations) : ofModel(migrations);
    if (!differences.isEmpty()) {
      throw new AssertionFailedError(
          Problem.of(TestCode.SCHEMA, "cannot accept the schema: classes and database differ")
              .found(String.join("\n", differences))
              .expected("no difference")
              .fix("mvn orm:autogenerate -Dorm.message=… for what the revisions lack")
              .message());
    }
  }

  private static List<String> ofModel(Migrations migrations) {
    return lines(
        "the database lacks", migrations.diff("database", "model", Path.of("")).differences());
  }

  private static List<String> ofRevisions(Migrations migrations) {
    CheckResult result = migrations.check(false);
    List<String> found = new ArrayList<>(lines("the revisions lack", result.missing()));
    if (!result.oneHead()) {
      result.heads().stream()
          .map(RevisionLine::title)
          .forEach(each -> found.add("a head: " + each));
    }
    result.pending().stream()
        .map(RevisionLine::title)
        .forEach(each -> found.add("the database lacks revision " + each));
    found.addAll(result.unplaced());
    found.addAll(lines("the database has otherwise", result.drifted()));
    return found;
  }

  private static List<String> lines(String title, List<Detected> detected) {
    return detected.stream().map(each -> title + ": " + each.description()).toList();
  }
}
