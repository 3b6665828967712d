package org.aludel.migrations.scratch;

import java.util.List;

/**
 * What a trial of a plan showed.
 *
 * @param level how much is proven
 * @param text one line for people, such as {@code upgrade gives the model, downgrade gives the
 *     schema before (PostgreSQL 18.6, scratch database, 20 rows a table)}
 * @param notes what could not be tried and why, one line each
 */
public record ProofResult(Level level, String text, List<String> notes) {
  /** How much is proven. */
  public enum Level {
    /** Both ways, over rows. */
    PROVEN,
    /** Both ways over empty tables; with the sample rows a statement failed. */
    PROVEN_WITHOUT_ROWS,
    /** Nothing: it could not be tried. */
    NOT_PROVEN,
    /** It was tried: a statement failed over empty tables too, or the result was another one. */
    FAILED
  }

  public ProofResult {
    notes = List.copyOf(notes);
  }

  /** Whether upgrade and downgrade give what they should, at least over empty tables. */
  public boolean proven() {
    return level == Level.PROVEN || level == Level.PROVEN_WITHOUT_ROWS;
  }

  /** The same, and what of the model is no part of it. */
  public ProofResult without(List<String> lost) {
    return lost.isEmpty()
        ? this
        : new ProofResult(
            level, text + "; not covered, so not in it: " + String.join(", ", lost), notes);
  }
}
