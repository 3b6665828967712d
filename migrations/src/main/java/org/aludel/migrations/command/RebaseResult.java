package org.aludel.migrations.command;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A branch that was put behind another head.
 *
 * @param moved ids of its revisions, in order
 * @param onto the head that they follow now
 * @param files that were rewritten
 * @param proof what was tried of the history as it is now, or null
 * @param obstacle why nothing could be tried, or null
 */
public record RebaseResult(
    List<String> moved,
    String onto,
    List<Path> files,
    @Nullable String proof,
    @Nullable String obstacle) {
  public RebaseResult {
    moved = List.copyOf(moved);
    files = List.copyOf(files);
  }
}
