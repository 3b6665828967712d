package org.aludel.migrations.command;

import java.nio.file.Path;
import java.util.List;
import org.aludel.engine.Connection;
import org.aludel.engine.DatabaseUrl;
import org.aludel.engine.Engine;
import org.aludel.error.MigrationCode;
import org.aludel.error.Problem;
import org.aludel.error.UsageException;
import org.aludel.migrations.compare.CompareOptions;
import org.aludel.migrations.compare.Comparison;
import org.aludel.migrations.compare.Differences;
import org.aludel.migrations.model.ModelSource;
import org.aludel.migrations.plan.PlanDialect;
import org.aludel.reflect.ReflectOptions;
import org.aludel.schema.MetaData;
import org.jspecify.annotations.Nullable;

/** Compares two schemas, each a database, a file of SQL, a state of the revisions or the model. */
final class Diff {
  private static final String DATABASE = "database";
  private static final String MODEL = "model";
  private static final String REVISIONS = "revisions";
  private static final String SQL = "sql:";

  private final Workbench bench;
  private final Path base;
  private final CompareOptions rules;
  private @Nullable Schemas schemas;

  /**
   * @param base to which relative files belong
   */
  Diff(Workbench bench, Path base) {
    this.bench = bench;
    this.base = base;
    this.rules = ComparisonRules.neutral(bench);
  }

  DiffResult run(String from, String to) {
    MetaData first;
    MetaData second;
    if (from.equals(MODEL)) {
      second = read(to, MetaData.empty());
      first = read(from, second);
    } else {
      first = read(from, MetaData.empty());
      second = read(to, first);
    }
    Differences differences = Comparison.compare(first, second, rules);
    return new DiffResult(
        from,
        to,
        PlanDialect.of(bench.engine().dialect())
            .ordered(differences.operations(), differences.database(), differences.model())
            .stream()
            .map(each -> new Detected(each.describe(), List.of()))
            .toList(),
        differences.uncovered().stream()
            .map(each -> "seen and not compared: " + each.kind() + " " + each.name())
            .toList());
  }

  private MetaData read(String source, MetaData other) {
    if (source.equals(DATABASE)) {
      return schemas().live();
    }
    if (source.equals(MODEL)) {
      return schemas().source().wanted(other, rules, schemas().scratch());
    }
    if (source.equals(REVISIONS) || source.startsWith(REVISIONS + ":")) {
      String symbol = source.substring(REVISIONS.length()).replaceFirst("^:", "");
      return schemas().madeUpTo(symbol.isEmpty() ? "heads" : symbol);
    }
    if (source.startsWith(SQL)) {
      Path file = base.resolve(source.substring(SQL.length()));
      return ModelSource.ofSqlFile(file).wanted(other, rules, schemas().scratch());
    }
    return elsewhere(source);
  }

  private MetaData elsewhere(String url) {
    if (url.indexOf(':') < 0) {
      throw new UsageException(
          Problem.of(MigrationCode.INVALID_SETTING, "cannot compare with \"" + url + "\"")
              .expected("database, model, revisions, revisions:<symbol>, sql:FILE or a URL")
              .fix("mvn orm:diff -Dorm.from=database -Dorm.to=postgresql://localhost/other"));
    }
    try (Engine engine = Engine.create(DatabaseUrl.parse(url), options -> options.unpooled());
        Connection connection = engine.connect()) {
      return connection.inspector().reflect(ReflectOptions.of(bench.options().defaultSchema()));
    }
  }

  private Schemas schemas() {
    Schemas known = schemas;
    if (known == null) {
      known = new Schemas(bench, bench.scripts().revisions());
      schemas = known;
    }
    return known;
  }
}
