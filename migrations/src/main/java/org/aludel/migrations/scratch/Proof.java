package org.aludel.migrations.scratch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aludel.engine.Connection;
import org.aludel.error.DatabaseException;
import org.aludel.error.RevisionException;
import org.aludel.migrations.compare.CompareOptions;
import org.aludel.migrations.compare.Comparison;
import org.aludel.migrations.operation.Operation;
import org.aludel.migrations.plan.MigrationPlan;
import org.aludel.schema.MetaData;
import org.jspecify.annotations.Nullable;

/**
 * Tries a plan before it is written: in a scratch database with the schema before and rows in its
 * tables, the upgrade must leave nothing to do, and the downgrade must lead back. The proof cannot
 * see what the inspector does not read.
 */
public final class Proof {
  private final ScratchServer server;
  private final Normaliser normaliser;
  private final String defaultSchema;
  private final CompareOptions options;

  /**
   * @param options those of the comparison that the plan comes from
   */
  public Proof(ScratchServer server, CompareOptions options) {
    this.server = server;
    this.options = options;
    this.defaultSchema = options.defaultSchema();
    this.normaliser = new Normaliser(defaultSchema);
  }

  /** Says that nothing was tried, and why. */
  public static ProofResult notTried(String reason) {
    return new ProofResult(ProofResult.Level.NOT_PROVEN, "not proven: " + reason, List.of());
  }

  /**
   * Tries a plan, with rows first, and without when they are in the way.
   *
   * @param before the live database as reflected
   * @param model the model in the database's spelling
   */
  public ProofResult of(MigrationPlan plan, MetaData before, MetaData model) {
    Optional<String> obstacle = server.obstacle();
    if (obstacle.isPresent()) {
      return notTried(obstacle.get());
    }
    Trial withRows = trial(plan, before, model, true);
    if (withRows.failure() == null) {
      return result(ProofResult.Level.PROVEN, withRows, SampleRows.PER_TABLE + " rows a table");
    }
    if (!withRows.rowsInTheWay()) {
      return failed(withRows);
    }
    Trial empty = trial(plan, before, model, false);
    if (empty.failure() != null) {
      return failed(empty);
    }
    List<String> notes = new ArrayList<>(withRows.notes());
    notes.add("over rows: " + withRows.failure());
    return result(
        ProofResult.Level.PROVEN_WITHOUT_ROWS,
        new Trial(null, false, notes, empty.server()),
        "empty tables only: over rows it depends on the data");
  }

  private static ProofResult result(ProofResult.Level level, Trial trial, String rows) {
    return new ProofResult(
        level,
        "upgrade gives the model, downgrade gives the schema before (PostgreSQL "
            + trial.server()
            + ", scratch database, "
            + rows
            + ")",
        trial.notes());
  }

  private static ProofResult failed(Trial trial) {
    return new ProofResult(
        ProofResult.Level.NOT_PROVEN, "not proven: " + trial.failure(), trial.notes());
  }

  /**
   * One run in one scratch database.
   *
   * @param failure the first thing that went wrong, or null
   * @param rowsInTheWay whether empty tables might pass
   */
  private record Trial(
      @Nullable String failure, boolean rowsInTheWay, List<String> notes, String server) {}

  private Trial trial(MigrationPlan plan, MetaData before, MetaData model, boolean rows) {
    List<String> notes = new ArrayList<>();
    String version = "";
    try (ScratchDatabase scratch = server.create()) {
      try (Connection connection = scratch.connect(defaultSchema)) {
        version = version(connection);
        normaliser.create(normaliser.spelled(before), connection);
        if (rows) {
          new SampleRows(before, connection.dialect().quoter())
              .insert(connection)
              .forEach(each -> notes.add("no rows could be made for " + each));
        }
      }
      try {
        plan.steps().forEach(step -> run(step.transactional(), step.upgrade(), scratch));
      } catch (DatabaseException refused) {
        return new Trial("the upgrade fails: " + FirstLine.of(refused), rows, notes, version);
      }
      String upgraded = difference(scratch, model, options.withRenames(List.of()), "upgrade");
      if (upgraded != null) {
        return new Trial(upgraded, false, notes, version);
      }
      try {
        plan.backwards().forEach(step -> run(step.transactional(), step.downgrade(), scratch));
      } catch (DatabaseException refused) {
        return new Trial("the downgrade fails: " + FirstLine.of(refused), rows, notes, version);
      }
      CompareOptions exact =
          options.withRenames(List.of()).withDrops(CompareOptions.Drops.allowed());
      return new Trial(difference(scratch, before, exact, "downgrade"), false, notes, version);
    } catch (RevisionException failure) {
      String found = failure.problem().found();
      return new Trial(found == null ? failure.problem().what() : found, false, notes, version);
    }
  }

  /** As the runner does it: a step in a transaction, or each statement by itself. */
  private void run(boolean transactional, List<String> statements, ScratchDatabase scratch) {
    try (Connection connection =
        transactional ? scratch.connect(defaultSchema) : scratch.connectAutocommit(defaultSchema)) {
      new ScratchSql(connection).run(statements);
      if (transactional) {
        connection.commit();
      }
    }
  }

  private @Nullable String difference(
      ScratchDatabase scratch, MetaData wanted, CompareOptions how, String direction) {
    MetaData reached;
    try (Connection connection = scratch.connect(defaultSchema)) {
      reached = normaliser.reflect(connection);
    }
    List<Operation> left = Comparison.compare(reached, wanted, how).operations();
    return left.isEmpty()
        ? null
        : "after the "
            + direction
            + " this is left: "
            + String.join("; ", left.stream().map(Operation::describe).toList());
  }

  private static String version(Connection connection) {
    try (var rows = connection.execute("SHOW server_version")) {
      String text = String.valueOf(rows.one().get(0));
      int space = text.indexOf(' ');
      return space < 0 ? text : text.substring(0, space);
    }
  }
}
