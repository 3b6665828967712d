package org.aludel.migrations.command;

import java.time.Instant;
import java.util.List;

/**
 * A revision in a list.
 *
 * @param down what it follows, empty for a base
 * @param head whether no other revision follows it
 * @param state where it stands seen from the database
 */
public record RevisionLine(
    String id, List<String> down, String message, Instant created, boolean head, State state) {
  /** Where a revision stands seen from the database. */
  public enum State {
    PENDING,
    APPLIED,
    /** Applied, and no applied revision follows it. */
    CURRENT,
    /** The database was not asked. */
    UNKNOWN
  }

  public RevisionLine {
    down = List.copyOf(down);
  }

  /** The id and the message. */
  public String title() {
    return id + "  " + message;
  }
}
