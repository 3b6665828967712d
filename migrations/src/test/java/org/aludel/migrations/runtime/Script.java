package org.aludel.migrations.runtime;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.aludel.engine.Engine;
import org.aludel.error.MigrationCode;
import org.aludel.error.Problem;
import org.aludel.error.RevisionException;
import org.aludel.migrations.render.ChangeSql;
import org.aludel.migrations.revision.Change;
import org.aludel.migrations.revision.ChangeSet;
import org.aludel.migrations.revision.Revision;
import org.aludel.migrations.revision.RevisionMap;
import org.aludel.testing.TestDatabase;

/** Builds histories of SQL revisions in memory and runs them. */
final class Script {
  static final ChangeSql NO_NATIVE_CHANGES =
      change -> {
        throw new RevisionException(
            Problem.of(MigrationCode.UNKNOWN_CHANGE, "no native changes in this test"));
      };
  private static final Instant START = Instant.parse("2026-11-22T09:00:00Z");

  private final List<Revision> revisions = new ArrayList<>();

  /** A revision that follows the last one, of steps written as {@code "up // down"}. */
  Script revision(String id, String... steps) {
    String[] down =
        revisions.isEmpty()
            ? new String[0]
            : new String[] {revisions.get(revisions.size() - 1).id()};
    return revisionOn(id, down, steps);
  }

  /** The same with what it follows; a step that begins with {@code !} is outside a transaction. */
  Script revisionOn(String id, String[] down, String... steps) {
    List<ChangeSet> changeSets = new ArrayList<>();
    for (String step : steps) {
      boolean alone = step.startsWith("!");
      String[] parts = step.substring(alone ? 1 : 0).split(" // ", -1);
      List<Change> up = sql(parts[0]);
      List<Change> rollback = parts.length > 1 ? sql(parts[1]) : null;
      ChangeSet changeSet =
          ChangeSet.of(id + "-" + (changeSets.size() + 1), "add " + id, up, rollback);
      changeSets.add(alone ? changeSet.outsideTransaction() : changeSet);
    }
    Revision revision =
        Revision.of(id, List.of(down), "add " + id, START.plusSeconds(revisions.size()))
            .withChangeSets(changeSets);
    boolean reversible = changeSets.stream().allMatch(ChangeSet::reversible);
    revisions.add(reversible ? revision : revision.withLosses(List.of(), "it is one-way"));
    return this;
  }

  /** A revision that was made elsewhere. */
  Script revision(Revision revision) {
    revisions.add(revision);
    return this;
  }

  private static List<Change> sql(String text) {
    return Stream.of(text.split(" ;; ")).filter(each -> !each.isEmpty()).map(Change::sql).toList();
  }

  RevisionMap map() {
    return RevisionMap.of(revisions);
  }

  List<Revision> revisions() {
    return List.copyOf(revisions);
  }

  /** A run over an engine of its own. */
  RunResult upgrade(TestDatabase database, String to) {
    return with(database, ProgressListener.SILENT, runner -> runner.upgrade(to));
  }

  RunResult downgrade(TestDatabase database, String to) {
    return with(database, ProgressListener.SILENT, runner -> runner.downgrade(to));
  }

  RunResult stamp(TestDatabase database, String to) {
    return with(database, ProgressListener.SILENT, runner -> runner.stamp(to));
  }

  DatabaseState state(TestDatabase database) {
    return with(database, ProgressListener.SILENT, MigrationRunner::state);
  }

  <R> R with(TestDatabase database, ProgressListener listener, Function<MigrationRunner, R> work) {
    return with(database, RunnerOptions.defaults(), listener, work);
  }

  <R> R with(
      TestDatabase database,
      RunnerOptions options,
      ProgressListener listener,
      Function<MigrationRunner, R> work) {
    try (Engine engine = Engine.create(database.jdbcUrl(), each -> each.unpooled())) {
      return work.apply(new MigrationRunner(engine, map(), NO_NATIVE_CHANGES, options, listener));
    }
  }

  /** As another role. */
  <R> R as(
      TestDatabase database,
      String user,
      String password,
      RunnerOptions options,
      Function<MigrationRunner, R> work) {
    try (Engine engine =
        Engine.create(database.jdbcUrl(), each -> each.unpooled().user(user).password(password))) {
      return work.apply(
          new MigrationRunner(engine, map(), NO_NATIVE_CHANGES, options, ProgressListener.SILENT));
    }
  }

  static List<String> column(TestDatabase database, String sql) {
    return database.query(sql).stream().map(row -> String.valueOf(row.get(0))).toList();
  }

  /** Tables of the schema public that no runner made. */
  static List<String> tables(TestDatabase database) {
    return column(
        database,
        "SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename NOT LIKE"
            + " 'aludel%' AND tablename NOT LIKE 'databasechangelog%' ORDER BY 1");
  }

  static List<String> heads(TestDatabase database) {
    return column(database, "SELECT version_num FROM aludel_version ORDER BY 1");
  }

  static List<String> ledger(TestDatabase database) {
    return column(database, "SELECT id FROM databasechangelog ORDER BY orderexecuted");
  }
}
