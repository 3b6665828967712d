package org.aludel.migrations.runtime;

import java.util.List;
import org.aludel.migrations.revision.Revision;

/**
 * A script of SQL in place of a run.
 *
 * @param revisions run or undone by it, in order
 * @param before heads that the database must have
 * @param heads that it has afterwards
 * @param sql of the whole, ending in a line break
 */
public record OfflineResult(
    List<Revision> revisions, List<String> before, List<String> heads, String sql) {
  public OfflineResult {
    revisions = List.copyOf(revisions);
    before = List.copyOf(before);
    heads = List.copyOf(heads);
  }

  /** One line: the heads and the number of revisions, without the script. */
  @Override
  public String toString() {
    return "OfflineResult" + before + " -> " + heads + " " + revisions.size() + " revisions";
  }
}
