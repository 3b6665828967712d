package org.aludel.migrations.review;

import java.util.List;
import org.aludel.migrations.revision.Revision;

/**
 * A revision and its statements both ways.
 *
 * @param down empty also where it cannot be undone
 */
record RevisionText(Revision revision, List<Line> up, List<Line> down) {
  RevisionText {
    up = List.copyOf(up);
    down = List.copyOf(down);
  }

  /**
   * A statement.
   *
   * @param step the id of the changeset
   */
  record Line(String step, SqlStatement statement) {}
}
