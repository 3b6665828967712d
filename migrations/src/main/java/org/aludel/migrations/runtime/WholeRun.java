package org.aludel.migrations.runtime;

import java.util.ArrayList;
import java.util.List;
import org.aludel.error.MigrationCode;
import org.aludel.error.Problem;
import org.aludel.error.RevisionException;
import org.aludel.migrations.revision.Revision;

/**
 * Runs all revisions of a run in one transaction: either all of them are there afterwards or none.
 * Where others hold a lock all of it is tried again.
 */
final class WholeRun {
  private final RunSession session;
  private final List<PreparedRevision> path;
  private List<AppliedStep> steps = List.of();
  private List<String> heads;
  private int running;

  /**
   * @param path not empty
   * @throws RevisionException NOT_ONE_TRANSACTION
   */
  WholeRun(RunSession session, List<PreparedRevision> path) {
    requireTransactional(path);
    this.session = session;
    this.path = List.copyOf(path);
    this.heads = session.history().heads();
  }

  /** What was done, once it is committed. */
  RunResult run() {
    List<String> before = session.history().heads();
    try {
      new Retries(session, this::running).run(this::attempt, () -> session.connection().rollback());
    } finally {
      session.lock().leave(session.connection());
    }
    return new RunResult(steps, before, heads);
  }

  private Revision running() {
    return path.get(running).revision();
  }

  private void attempt() {
    RunSession fresh = session.on(session.history().copy());
    List<AppliedStep> done = new ArrayList<>();
    RunLock.Entered entered =
        session.begin(path.stream().flatMap(each -> each.steps().stream()).toList());
    for (int i = 0; i < path.size(); i++) {
      running = i;
      if (i > 0) {
        session.again();
      }
      done.add(new RevisionRun(fresh, path.get(i), i).runWithin(entered));
    }
    session.connection().commit();
    steps = done;
    heads = fresh.history().heads();
  }

  /**
   * Refuses revisions that cannot share a transaction with others.
   *
   * @throws RevisionException NOT_ONE_TRANSACTION with all of them
   */
  static void requireTransactional(List<PreparedRevision> path) {
    List<String> alone = new ArrayList<>();
    for (PreparedRevision each : path) {
      if (!each.revision().atomic()) {
        alone.add(each.revision().title() + ": atomic: false, so that each step commits by itself");
      }
      for (PreparedStep step : each.steps()) {
        if (!step.inTransaction()) {
          alone.add(
              each.revision().title()
                  + ": changeSet \""
                  + step.step().id()
                  + "\" commits by itself");
        }
      }
    }
    if (!alone.isEmpty()) {
      throw new RevisionException(
          Problem.of(
                  MigrationCode.NOT_ONE_TRANSACTION,
                  "cannot run " + path.size() + " revisions in one transaction")
              .found(String.join("\n", alone))
              .expected("steps that run in a transaction")
              .fix(
                  "leave out -Dorm.transaction=all, or run these revisions by themselves before:"
                      + " mvn orm:upgrade -Dorm.to=<revision> -Dorm.transaction=revision"));
    }
  }
}
