package org.aludel.migrations.sqlite;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.migrations.render.NativeChanges;
import org.aludel.migrations.revision.Change;
import org.aludel.migrations.revision.ChangeSet;
import org.aludel.migrations.revision.Revision;
import org.aludel.migrations.revision.RevisionMap;
import org.aludel.migrations.runtime.MigrationRunner;
import org.aludel.migrations.runtime.ProgressListener;
import org.aludel.migrations.runtime.RunnerOptions;
import org.aludel.sql.Row;

/** A database file of a test, and a line of revisions for it. */
final class SqliteFile {
  private static final Instant START = Instant.parse("2026-11-22T09:00:00Z");

  private final String url;
  private final List<Revision> revisions = new ArrayList<>();

  SqliteFile(Path folder) {
    this.url = "jdbc:sqlite:" + folder.resolve("shop.db");
  }

  Engine engine() {
    return Engine.create(url, each -> each.unpooled());
  }

  /** A revision behind the last one, of steps written as {@code "up // down"}. */
  SqliteFile revision(String id, String... steps) {
    List<ChangeSet> changeSets = new ArrayList<>();
    for (String step : steps) {
      String[] parts = step.split(" // ", -1);
      changeSets.add(
          ChangeSet.of(
              id + "-" + (changeSets.size() + 1),
              "add " + id,
              changes(parts[0]),
              changes(parts[1])));
    }
    List<String> down =
        revisions.isEmpty() ? List.of() : List.of(revisions.get(revisions.size() - 1).id());
    revisions.add(
        Revision.of(id, down, "add " + id, START.plusSeconds(revisions.size()))
            .withChangeSets(changeSets));
    return this;
  }

  private static List<Change> changes(String text) {
    return Stream.of(text.split(" ;; ")).filter(each -> !each.isEmpty()).map(Change::sql).toList();
  }

  void replaceLast(UnaryOperator<Revision> change) {
    revisions.add(change.apply(revisions.remove(revisions.size() - 1)));
  }

  RevisionMap map() {
    return RevisionMap.of(revisions);
  }

  MigrationRunner runner(Engine engine) {
    return runner(engine, RunnerOptions.defaults(engine.dialect()));
  }

  MigrationRunner runner(Engine engine, RunnerOptions options) {
    return new MigrationRunner(
        engine, map(), NativeChanges.of(engine.dialect()), options, ProgressListener.SILENT);
  }

  void run(String... statements) {
    try (Engine engine = engine();
        Connection connection = engine.connect()) {
      for (String each : statements) {
        connection.execute(each).close();
      }
      connection.commit();
    }
  }

  /** The first column of a query. */
  List<String> column(String sql) {
    try (Engine engine = engine();
        Connection connection = engine.connect()) {
      List<String> values = new ArrayList<>();
      for (Row row : connection.execute(sql)) {
        values.add(String.valueOf(row.get(0)));
      }
      return values;
    }
  }

  List<String> tables() {
    return column(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'aludel%'"
            + " AND name NOT LIKE 'databasechangelog%' AND name NOT LIKE 'sqlite%' ORDER BY 1");
  }

  List<String> heads() {
    return column("SELECT version_num FROM aludel_version ORDER BY 1");
  }
}
