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
  private final int together;
  private int done;

  RevisionRun(RunSession session, PreparedRevision prepared) {
    this(session, prepared, 0);
  }

  /**
   * @param together how many revisions ran before it in the same transaction
   */
  RevisionRun(RunSession session, PreparedRevision prepared, int together) {
    this.together = together;
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
      if (group.get(0).inTransaction()) {
        runTogether(group, movesHeads, last);
      } else {
        runAlone(group.get(0), movesHeads, last);
      }
    }
    return finished();
  }

  /** Runs all of it, in a transaction that somebody else has begun and will commit. */
  AppliedStep runWithin(RunLock.Entered entered) {
    session.listener().started(revision, direction, prepared.operations());
    for (List<PreparedStep> group : prepared.groups()) {
      work(entered, group, true, true);
      note(group);
    }
    return finished();
  }

  private AppliedStep finished() {
    AppliedStep step =
        new AppliedStep(revision, direction, before, session.history().heads(), done, elapsed());
    session.listener().finished(step);
    return step;
  }

  /** Before the first step back, in its transaction where it has one: no row comes between. */
  private void guardRows(boolean first) {
    if (first && direction == Direction.DOWN) {
      session.losses().before(session.connection(), revision, this::tell);
    }
  }

  private void tell(String text) {
    session.listener().note(revision, text);
  }

  private void runTogether(List<PreparedStep> group, boolean movesHeads, boolean last) {
    int doneBefore = done;
    try {
      new Retries(session, revision)
          .run(
              () -> {
                done = doneBefore;
                attempt(group, movesHeads, last);
              },
              () -> session.connection().rollback());
    } finally {
      session.lock().leave(session.connection());
    }
    note(group);
  }

  private void attempt(List<PreparedStep> group, boolean movesHeads, boolean last) {
    work(session.begin(group), group, movesHeads, last);
    session.connection().commit();
  }

  private void work(
      RunLock.Entered entered, List<PreparedStep> group, boolean movesHeads, boolean last) {
    ChangeExecutor executor = executor(group, entered.serverProcess());
    guardRows(movesHeads);
    for (int i = 0; i < group.size(); i++) {
      PreparedStep step = group.get(i);
      if (i > 0) {
        // Also gives the search path back that the step before may have changed.
        requireSame(entered.transaction(), session.again().transaction(), group.get(i - 1));
      }
      for (PreparedChange change : step.changes()) {
        runChange(executor, session.connection(), step.step(), change);
      }
    }
    PreparedStep end = group.get(group.size() - 1);
    requireSame(entered.transaction(), session.lock().done(session.connection(), entered), end);
    String now = settle(group, movesHeads, last);
    requireSame(entered.transaction(), now.isEmpty() ? entered.transaction() : now, end);
  }

  private void requireSame(String begun, String now, PreparedStep step) {
    RunSession.requireSameTransaction(begun, now, revision, step.step());
  }

  private void runAlone(PreparedStep step, boolean movesHeads, boolean last) {
    List<PreparedStep> group = List.of(step);
    guardRows(movesHeads);
    session.connection().commit();
    session.withAutocommit(
        (alone, process) -> {
          ChangeExecutor executor = executor(group, process);
          new LoneStep(session, revision, direction)
              .run(alone, step, (sent, change) -> runChange(executor, alone, sent, change));
        });
    new Retries(session, revision)
        .run(
            () -> {
              settle(group, movesHeads, last);
              session.connection().commit();
            },
            () -> session.connection().rollback());
    note(group);
  }

  private ChangeExecutor executor(List<PreparedStep> group, int serverProcess) {
    return new ChangeExecutor(session, revision, aftermath(group), serverProcess);
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
    if (last && direction == Direction.UP) {
      session.losses().after(session.connection(), revision, this::tell);
    }
    if (last) {
      RevisionLog.Action action =
          direction == Direction.UP ? RevisionLog.Action.UP : RevisionLog.Action.DOWN;
      session.log().append(write, revision, action, elapsed());
    }
    if (group.get(0).committing()) {
      forgetProgress(write, group.get(0).step());
    }
    session.lock().require(write);
    return write.run(session.connection());
  }

  /** From here on the ledger says that it is done. */
  private void forgetProgress(BookkeepingWrite write, ChangeSet step) {
    String table = session.bookkeeping().table(session.bookkeeping().progress());
    String key = RunnerHost.step(revision, step);
    write.change(
        "DELETE FROM " + table + " WHERE step = ?",
        List.of(key),
        1,
        rows -> {
          throw new IllegalStateException(rows + " rows say how far " + key + " has come");
        });
  }

  private void note(List<PreparedStep> group) {
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
    return new Aftermath(
        direction, committed, steps(group), group.get(0).inTransaction(), together);
  }

  private void runChange(
      ChangeExecutor executor, Connection connection, ChangeSet step, PreparedChange change) {
    long begun = System.nanoTime();
    executor.run(connection, step, change);
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
