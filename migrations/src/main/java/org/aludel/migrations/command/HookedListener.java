package org.aludel.migrations.command;

import java.time.Duration;
import java.util.List;
import org.aludel.engine.Connection;
import org.aludel.migrations.extension.Extensions;
import org.aludel.migrations.extension.VersionMove;
import org.aludel.migrations.revision.Revision;
import org.aludel.migrations.runtime.AppliedStep;
import org.aludel.migrations.runtime.Direction;
import org.aludel.migrations.runtime.ProgressListener;
import org.aludel.migrations.step.StepProgress;

/** Tells the listener of a run, and the hooks of extensions of each step. */
record HookedListener(ProgressListener told, Extensions extensions) implements ProgressListener {
  @Override
  public void waiting(String holder, Duration waited) {
    told.waiting(holder, waited);
  }

  @Override
  public void headsRecomputed(List<String> recorded, List<String> heads) {
    told.headsRecomputed(recorded, heads);
  }

  @Override
  public void started(Revision revision, Direction direction, int operations) {
    told.started(revision, direction, operations);
  }

  @Override
  public void retrying(Revision revision, int tries, Duration pause, List<String> blockers) {
    told.retrying(revision, tries, pause, blockers);
  }

  @Override
  public void progress(Revision revision, StepProgress progress) {
    told.progress(revision, progress);
  }

  @Override
  public void operation(Revision revision, int done, int operations, Duration took) {
    told.operation(revision, done, operations, took);
  }

  @Override
  public void note(Revision revision, String text) {
    told.note(revision, text);
  }

  @Override
  public void moving(AppliedStep step, Connection connection) {
    told.moving(step, connection);
    extensions.moving(
        new VersionMove(
            step.revision(), step.direction() == Direction.UP, step.before(), step.after()),
        connection);
  }

  @Override
  public void finished(AppliedStep step) {
    told.finished(step);
  }
}
