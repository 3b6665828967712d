package org.aludel.migrations.extension;

import java.util.List;
import org.aludel.migrations.revision.Revision;

/**
 * A step of the database from one revision to another, before it is committed.
 *
 * @param revision what was run or undone
 * @param upgrade whether it was run
 * @param before heads of the database until now
 * @param after heads of the database when this is committed
 */
public record VersionMove(
    Revision revision, boolean upgrade, List<String> before, List<String> after) {
  public VersionMove {
    before = List.copyOf(before);
    after = List.copyOf(after);
  }
}
