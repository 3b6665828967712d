package org.aludel.migrations.runtime;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.aludel.migrations.contention.StepLimits;
import org.aludel.migrations.revision.ChangeSet;
import org.aludel.migrations.revision.Revision;
import org.aludel.migrations.step.StepHost;
import org.aludel.migrations.step.StepProgress;

/**
 * Our runner, as steps in Java see it.
 *
 * @param serverProcess that runs the step's statements
 */
record RunnerHost(RunSession session, Revision revision, ChangeSet changeSet, int serverProcess)
    implements StepHost {
  /** The row of a step in the table of backfills. */
  static String step(Revision revision, ChangeSet changeSet) {
    return revision.logicalFilePath() + " " + changeSet.id();
  }

  @Override
  public String progressTable() {
    return session.bookkeeping().table(session.bookkeeping().progress());
  }

  @Override
  public String step() {
    return step(revision, changeSet);
  }

  @Override
  public Map<String, String> arguments() {
    return session.bookkeeping().options().steps().arguments();
  }

  @Override
  public StepLimits limits() {
    return session.limits();
  }

  @Override
  public Guard guard() {
    return session.lock().guard();
  }

  @Override
  public void progress(StepProgress progress) {
    session.listener().progress(revision, progress);
  }

  @Override
  public void retrying(int tries, Duration pause) {
    session.listener().retrying(revision, tries, pause, blockers());
  }

  @Override
  public void working(boolean begins) {
    if (begins) {
      session.watch().begin(serverProcess);
    } else {
      session.watch().end();
    }
  }

  @Override
  public List<String> blockers() {
    return session.watch().seen();
  }
}
