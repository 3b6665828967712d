package org.aludel.maven.report;

import java.time.Duration;
import java.util.List;
import org.aludel.migrations.revision.Revision;
import org.aludel.migrations.runtime.AppliedStep;
import org.aludel.migrations.runtime.Direction;
import org.aludel.migrations.runtime.ProgressListener;
import org.aludel.migrations.step.StepProgress;

/**
 * Shows a run while it happens: a line when a revision is finished, and before that a line a second
 * while one takes longer. Not thread-safe.
 */
public final class RunLines implements ProgressListener {
  private static final int BAR = 22;

  /**
   * Wide enough for two ids and a short message, so that the bars of most runs stand in a column.
   */
  private static final int TITLE = 48;

  private static final long QUIET_NANOS = Duration.ofSeconds(1).toNanos();

  private final Lines out;
  private long shown = System.nanoTime();

  public RunLines(Lines out) {
    this.out = out;
  }

  @Override
  public void waiting(String holder, Duration waited) {
    out.line("Waiting   " + waited.toSeconds() + " s for " + holder);
  }

  @Override
  public void headsRecomputed(List<String> recorded, List<String> heads) {
    out.line(
        "Note      Liquibase moved the database from "
            + Heads.text(recorded)
            + " to "
            + Heads.text(heads));
  }

  @Override
  public void started(Revision revision, Direction direction, int operations) {
    shown = System.nanoTime();
  }

  @Override
  public void retrying(Revision revision, int tries, Duration pause, List<String> blockers) {
    out.line(
        "Locked    "
            + revision.title()
            + " did not get its locks in "
            + tries
            + (tries == 1 ? " try" : " tries")
            + ", again in "
            + Took.text(pause));
    blockers.forEach(line -> out.line("          " + line));
    shown = System.nanoTime();
  }

  @Override
  public void progress(Revision revision, StepProgress progress) {
    if (System.nanoTime() - shown > QUIET_NANOS) {
      shown = System.nanoTime();
      String estimate =
          progress.estimatedRows() > progress.rows() ? " of about " + progress.estimatedRows() : "";
      out.line(
          "  "
              + pad(revision.title())
              + progress.what()
              + "  "
              + progress.rows()
              + estimate
              + " rows, "
              + progress.rowsPerSecond()
              + " rows/s");
    }
  }

  @Override
  public void operation(Revision revision, int done, int operations, Duration took) {
    if (done < operations && System.nanoTime() - shown > QUIET_NANOS) {
      shown = System.nanoTime();
      out.line("  " + pad(revision.title()) + bar(done, operations));
    }
  }

  @Override
  public void note(Revision revision, String text) {
    out.line("Note      " + text);
  }

  @Override
  public void finished(AppliedStep step) {
    String move = Heads.text(step.before()) + " -> " + Heads.text(step.after());
    out.line(
        pad(move + "  " + step.revision().message())
            + bar(step.operations(), step.operations())
            + "   "
            + Took.text(step.took()));
  }

  private static String bar(int done, int operations) {
    int filled = operations == 0 ? BAR : BAR * done / operations;
    return "["
        + "#".repeat(filled)
        + " ".repeat(BAR - filled)
        + "] "
        + done
        + "/"
        + operations
        + (operations == 1 ? " operation" : " operations");
  }

  private static String pad(String text) {
    return text + " ".repeat(Math.max(3, TITLE - text.length()));
  }
}
