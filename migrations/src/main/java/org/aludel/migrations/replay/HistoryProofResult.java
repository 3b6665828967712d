package org.aludel.migrations.replay;

import java.util.List;
import org.aludel.migrations.revision.Revision;
import org.aludel.migrations.runtime.Direction;
import org.jspecify.annotations.Nullable;

/**
 * What the run of a whole history showed.
 *
 * @param text one line for people: what was run, and where
 * @param irreversible titles of revisions that say of themselves that they cannot be undone; their
 *     downgrades were left out, and those of the others were run
 * @param notes what could not be shown over rows and why, one line each
 * @param broken the first revision that does not do what it should, or null
 * @param obstacle why nothing was run, or null
 */
public record HistoryProofResult(
    String text,
    List<String> irreversible,
    List<String> notes,
    @Nullable Broken broken,
    @Nullable String obstacle) {
  /**
   * A revision that does not do what it should.
   *
   * @param id of the revision
   * @param title id and message
   * @param source file and position
   * @param direction which way it breaks
   * @param reason what the server said, or what is left that should not be
   */
  public record Broken(String id, String title, String source, Direction direction, String reason) {
    static Broken of(Revision revision, Direction direction, String reason) {
      return new Broken(revision.id(), revision.title(), revision.source(), direction, reason);
    }

    /** One line, such as {@code the downgrade of ae10 "add email" fails: …}. */
    public String text() {
      String way = direction == Direction.UP ? "upgrade" : "downgrade";
      return "the " + way + " of " + title + " " + reason;
    }
  }

  public HistoryProofResult {
    irreversible = List.copyOf(irreversible);
    notes = List.copyOf(notes);
  }

  static HistoryProofResult notRun(String obstacle) {
    return new HistoryProofResult("not run: " + obstacle, List.of(), List.of(), null, obstacle);
  }

  /** Whether all of it was run and nothing broke. */
  public boolean proven() {
    return broken == null && obstacle == null;
  }
}
