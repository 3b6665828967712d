package org.aludel.migrations.runtime;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.aludel.engine.Connection;
import org.aludel.error.DatabaseException;
import org.aludel.error.MigrationCode;
import org.aludel.error.Problem;
import org.aludel.error.RevisionException;
import org.aludel.migrations.leftover.DuplicateKeys;
import org.aludel.migrations.leftover.Leftovers;
import org.aludel.migrations.leftover.LoneStatement;
import org.aludel.migrations.revision.Change;
import org.aludel.migrations.revision.ChangeSet;
import org.aludel.migrations.revision.Revision;
import org.aludel.migrations.script.RevisionFile;
import org.aludel.migrations.step.BackfillProgress;
import org.jspecify.annotations.Nullable;

/**
 * Runs a step outside a transaction so that it can be run again: an attempt is noted first, what a
 * broken attempt left is put in order, and what it had finished without recording it counts as
 * done.
 */
final class LoneStep {
  /** Enough to tell the changes of one step apart. */
  private static final int DIGEST_DIGITS = 16;

  private final RunSession session;
  private final Revision revision;
  private final Direction direction;

  LoneStep(RunSession session, Revision revision, Direction direction) {
    this.session = session;
    this.revision = revision;
    this.direction = direction;
  }

  /** Runs one change of a step. */
  interface ChangeRun {
    void run(ChangeSet step, PreparedChange change);
  }

  void run(Connection connection, PreparedStep step, ChangeRun runner) {
    String name = direction + " " + step.step().id();
    if (step.committing()) {
      begin(connection, step.step());
    }
    Set<String> parts = new HashSet<>();
    for (PreparedChange change : step.changes()) {
      // Each that is done is noted, so that only the one that was broken runs again.
      String part = part(name, change.change(), parts);
      if (session.log().attempted(connection, revision, part + " done")) {
        continue;
      }
      boolean again = session.log().attempted(connection, revision, part);
      if (!again) {
        session.log().attempt(connection, revision, part);
      }
      Attempt attempt = new Attempt(part, again);
      session.lock().refuseLost(connection);
      new Retries(session, revision)
          .run(() -> attempt(connection, step.step(), change, attempt, runner), () -> {});
      // Before the lock is given back: the step itself may not be recorded any more.
      session.log().attempt(connection, revision, part + " done");
    }
  }

  /**
   * By what a change says and not by its place: where a step fails its file is edited, and changes
   * come to stand between those that are done.
   */
  private static String part(String step, Change change, Set<String> before) {
    String text = change.type() + change.parameters();
    String digest = RevisionFile.digestOf(text).substring(0, DIGEST_DIGITS);
    int copies = 1;
    while (!before.add(digest + copies)) {
      copies++;
    }
    return step + " " + digest + (copies == 1 ? "" : " " + copies);
  }

  /** What an earlier run noted counts only while nothing of the revision was recorded since. */
  private void begin(Connection connection, ChangeSet step) {
    session.lock().guard();
    Bookkeeping bookkeeping = session.bookkeeping();
    String table = bookkeeping.table(bookkeeping.progress());
    BackfillProgress progress =
        new BackfillProgress(connection, table, RunnerHost.step(revision, step));
    progress.create();
    progress.forgetBefore(bookkeeping.table(bookkeeping.log()), revision.id());
  }

  /**
   * A change that is begun.
   *
   * @param name under which it is noted
   * @param again whether it was begun before
   */
  private record Attempt(String name, boolean again) {}

  private void attempt(
      Connection connection,
      ChangeSet step,
      PreparedChange change,
      Attempt attempt,
      ChangeRun runner) {
    List<String> sql = change.sql();
    if (sql == null || sql.size() != 1) {
      session.lock().limit(connection, session.limits(), null);
      runner.run(step, change);
      return;
    }
    LoneStatement statement = LoneStatement.of(sql.get(0));
    Leftovers leftovers = new Leftovers(connection);
    String sent = leftovers.repaired(statement, sql.get(0), attempt.again());
    session.lock().limit(connection, session.limits(), sent);
    try {
      runner.run(step, new PreparedChange(change.change(), List.of(sent)));
    } catch (RevisionException e) {
      String state = sqlState(e.getCause());
      if (DuplicateKeys.UNIQUE_VIOLATION.equals(state)) {
        throw duplicates(connection, step, statement, e);
      }
      boolean done = leftovers.doneBefore(statement, state);
      if (done && !attempt.again()) {
        // Somebody else's: else the note of this attempt would make it ours in the next run.
        session.log().refused(connection, revision, attempt.name());
      }
      if (!done || !attempt.again()) {
        throw e;
      }
    }
  }

  private static @Nullable String sqlState(@Nullable Throwable cause) {
    return cause instanceof DatabaseException refused ? refused.sqlState() : null;
  }

  private RevisionException duplicates(
      Connection connection, ChangeSet step, LoneStatement statement, RevisionException failure) {
    Optional<DuplicateKeys> keys = DuplicateKeys.of(connection, statement);
    if (keys.isEmpty()) {
      return failure;
    }
    DuplicateKeys found = keys.get();
    return new RevisionException(
        Problem.of(
                MigrationCode.DUPLICATE_KEYS,
                "cannot run revision " + revision.title() + ": rows are not unique")
            .found(
                "rows of "
                    + found.table()
                    + " with the same ("
                    + found.columns()
                    + "), for the unique index "
                    + found.index()
                    + " of changeSet \""
                    + step.id()
                    + "\", which is left invalid\n"
                    + failure.problem().found())
            .expected("rows that differ in these columns")
            .fix(
                found.query()
                    + "\nlists them; change or delete them and run again: the next run drops the"
                    + " invalid index first"),
        failure);
  }
}
