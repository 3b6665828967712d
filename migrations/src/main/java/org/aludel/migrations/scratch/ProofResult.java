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
    /** Nothing: it was not tried, or the result was another one. */
    NOT_PROVEN
  }

  public ProofResult {
    notes = List.copyOf(notes);
  }

  /** Whether upgrade and downgrade give what they should, at least over empty tables. */
  public boolean proven() {
    return level != Level.NOT_PROVEN;
  }
}
