package org.aludel.migrations.command;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a person asks first.
 *
 * @param database its address, without a password
 * @param revisions how many there are in the files
 * @param heads of the files
 * @param current heads of the database, empty before its first revision
 * @param pending revisions that an upgrade to all heads would run, in order
 * @param partial ids of revisions that a run left half done
 * @param changed files that say something else than when they were applied, a line each
 * @param problem why the database cannot be placed in the history, or null; then what stands before
 *     is what the files alone say
 */
public record StatusResult(
    String database,
    int revisions,
    List<RevisionLine> heads,
    List<RevisionLine> current,
    List<RevisionLine> pending,
    List<String> partial,
    List<String> changed,
    @Nullable String problem) {
  public StatusResult {
    heads = List.copyOf(heads);
    current = List.copyOf(current);
    pending = List.copyOf(pending);
    partial = List.copyOf(partial);
    changed = List.copyOf(changed);
  }

  /** How many of the files' revisions the database has; 0 where it cannot be placed. */
  public int applied() {
    return problem == null ? revisions - pending.size() : 0;
  }
}
