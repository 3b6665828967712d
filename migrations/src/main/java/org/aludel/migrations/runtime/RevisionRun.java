package org.aludel.migrations.runtime;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.aludel.engine.Connection;
import org.aludel.error.MigrationCode;
import org.aludel.error.Problem;
import org.aludel.error.RevisionException;
import org.aludel.migrations.revision.ChangeSet;
import org.aludel.migrations.revision.Revision;

/**
 * Runs or undoes one revision. Steps that stand side by side in a transaction share one; the
 * ledger's rows are committed with what they record, and the heads with the last step of an upgrade
 * or the first of a downgrade, so that the heads name a revision only while it is whole.
 */
final class RevisionRun {
  private final RunSession session;
  private final PreparedRevision prepared;
  private final Revision revision;
  private final Direction direction;
  private final long start = System.nanoTime();
  private final List<String> before;
  private int done;

  RevisionRun(RunSession session, PreparedRevision prepared) {
    this.session = session;
    this.prepared = prepared;
    this.revision = prepared.revision();
    this.direction = prepared.direction();
    this.before = session.history().heads();
  }

  /** Runs what is still to do. */
  AppliedStep run() {
    session.listener().started(revision, direction, prepared.operations());
    List<List<PreparedStep>> groups = groups();
    for (int i = 0; i < groups.size(); i++) {
      boolean last = i == groups.size() - 1;
      boolean movesHeads = direction == Direction.UP ? last : i == 0;
      List<PreparedStep> group = groups.get(i);
      if (group.get(0).step().runInTransaction()) {
        runTogether(group, movesHeads, last);
      } else {
        runAlone(group.get(0), movesHeads, last);
      }
    }
    AppliedStep step =
        new AppliedStep(revision, direction, before, session.history().heads(), done, elapsed());
    session.listener().finished(step);
    return step;
  }

  /** The steps still to do, in order of this direction; one outside a transaction is alone. */
  private List<List<PreparedStep>> groups() {
    List<ChangeSet> open =
        direction == Direction.UP
            ? session.history().missing(revision)
            : session.history().done(revision);
    List<PreparedStep> ordered =
        new ArrayList<>(
            prepared.steps().stream().filter(each -> open.contains(each.step())).toList());
    if (direction == Direction.DOWN) {
      Collections.reverse(ordered);
    }
    List<List<PreparedStep>> groups = new ArrayList<>();
    boolean joinable = false;
    for (PreparedStep step : ordered) {
      if (!joinable || !step.step().runInTransaction()) {
        groups.add(new ArrayList<>());
      }
      groups.get(groups.size() - 1).add(step);
      joinable = step.step().runInTransaction();
    }
    return groups;
  }

  private void runTogether(List<PreparedStep> group, boolean movesHeads, boolean last) {
    for (PreparedStep each : group) {
      String begun = session.enter();
      for (PreparedChange change : each.changes()) {
        runChange(session.connection(), each.step(), change);
      }
      String now = account(each.step());
      RunSession.requireSameTransaction(begun, now, revision, each.step());
    }
    commit(group, movesHeads, last);
  }

  private void runAlone(PreparedStep step, boolean movesHeads, boolean last) {
    session.withAutocommit(
        alone -> new LoneStep(session, revision, direction).run(alone, step, this::runChange));
    account(step.step());
    commit(List.of(step), movesHeads, last);
  }

  private void commit(List<PreparedStep> group, boolean movesHeads, boolean last) {
    Connection connection = session.connection();
    List<ChangeSet> steps = group.stream().map(PreparedStep::step).toList();
    if (movesHeads) {
      session.versions().move(connection, session.history().heads(), headsAfter());
    }
    if (last) {
      RevisionLog.Action action =
          direction == Direction.UP ? RevisionLog.Action.UP : RevisionLog.Action.DOWN;
      session.log().append(connection, revision, null, action, elapsed());
    }
    session.lock().check();
    connection.commit();
    if (direction == Direction.UP) {
      session.history().record(revision, steps);
    } else {
      session.history().forget(revision, steps);
    }
  }

  private List<String> headsAfter() {
    return direction == Direction.UP
        ? session.history().headsWith(revision)
        : session.history().headsWithout(revision);
  }

  private void runChange(Connection connection, ChangeSet step, PreparedChange change) {
    long begun = System.nanoTime();
    new ChangeExecutor().run(connection, revision, step, change);
    done++;
    session
        .listener()
        .operation(
            revision, done, prepared.operations(), Duration.ofNanos(System.nanoTime() - begun));
  }

  /** Writes or removes the ledger's row; gives the transaction's id. */
  private String account(ChangeSet step) {
    Connection connection = session.connection();
    if (direction == Direction.UP) {
      return session.ledger().insert(connection, revision, step, Ledger.EXECUTED);
    }
    long rows = session.ledger().delete(connection, LedgerKey.of(revision, step));
    if (rows != 1) {
      throw new RevisionException(
          Problem.of(
                  MigrationCode.LEDGER_MISMATCH,
                  "cannot undo changeSet \"" + step.id() + "\" of revision " + revision.title())
              .found(rows + " rows of it in " + Bookkeeping.LEDGER)
              .expected("the row that was there when this run began")
              .fix("find out what else writes to the table, then run again"));
    }
    return session.enter();
  }

  private Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
