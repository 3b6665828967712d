package org.aludel.migrations.runtime;

import java.time.Duration;
import java.util.List;
import org.aludel.engine.Connection;
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
    List<List<PreparedStep>> groups = prepared.groups();
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

  private void runTogether(List<PreparedStep> group, boolean movesHeads, boolean last) {
    Aftermath aftermath = aftermath(group);
    String transaction = session.enter();
    for (int i = 0; i < group.size(); i++) {
      PreparedStep step = group.get(i);
      if (i > 0) {
        // Also gives the search path back that the step before may have changed.
        requireSame(transaction, session.enter(), group.get(i - 1));
      }
      for (PreparedChange change : step.changes()) {
        runChange(session.connection(), step.step(), change, aftermath);
      }
    }
    String now = settle(group, movesHeads, last);
    requireSame(transaction, now, group.get(group.size() - 1));
    commit(group);
  }

  private void requireSame(String begun, String now, PreparedStep step) {
    RunSession.requireSameTransaction(begun, now, revision, step.step());
  }

  private void runAlone(PreparedStep step, boolean movesHeads, boolean last) {
    Aftermath aftermath = aftermath(List.of(step));
    session.withAutocommit(
        alone ->
            new LoneStep(session, revision, direction)
                .run(
                    alone,
                    step,
                    (connection, each, change) -> runChange(connection, each, change, aftermath)));
    settle(List.of(step), movesHeads, last);
    commit(List.of(step));
  }

  /** Writes all that is recorded of a group of steps; gives the transaction's id. */
  private String settle(List<PreparedStep> group, boolean movesHeads, boolean last) {
    BookkeepingWrite write = new BookkeepingWrite();
    List<ChangeSet> steps = steps(group);
    if (direction == Direction.UP) {
      session.ledger().insert(write, revision, steps, Ledger.EXECUTED);
    } else {
      session.ledger().delete(write, revision, steps);
    }
    if (movesHeads) {
      List<String> after = headsAfter();
      session.versions().move(write, session.history().heads(), after);
      session
          .listener()
          .moving(
              new AppliedStep(revision, direction, before, after, done, elapsed()),
              session.connection());
    }
    if (last) {
      RevisionLog.Action action =
          direction == Direction.UP ? RevisionLog.Action.UP : RevisionLog.Action.DOWN;
      session.log().append(write, revision, action, elapsed());
    }
    session.lock().require(write);
    return write.run(session.connection());
  }

  private void commit(List<PreparedStep> group) {
    session.connection().commit();
    if (direction == Direction.UP) {
      session.history().record(revision, steps(group));
    } else {
      session.history().forget(revision, steps(group));
    }
  }

  private static List<ChangeSet> steps(List<PreparedStep> group) {
    return group.stream().map(PreparedStep::step).toList();
  }

  private List<String> headsAfter() {
    return direction == Direction.UP
        ? session.history().headsWith(revision)
        : session.history().headsWithout(revision);
  }

  private Aftermath aftermath(List<PreparedStep> group) {
    List<ChangeSet> committed =
        direction == Direction.UP
            ? session.history().done(revision)
            : session.history().missing(revision);
    return new Aftermath(direction, committed, steps(group));
  }

  private void runChange(
      Connection connection, ChangeSet step, PreparedChange change, Aftermath aftermath) {
    long begun = System.nanoTime();
    new ChangeExecutor(revision, aftermath).run(connection, step, change);
    done++;
    session
        .listener()
        .operation(
            revision, done, prepared.operations(), Duration.ofNanos(System.nanoTime() - begun));
  }

  private Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
