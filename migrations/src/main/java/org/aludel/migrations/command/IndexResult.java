package org.aludel.migrations.command;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The index that an application's jar carries.
 *
 * @param file null when there are no revisions and so no index
 * @param heads of all revisions
 */
public record IndexResult(@Nullable Path file, List<String> heads) {
  public IndexResult {
    heads = List.copyOf(heads);
  }
}
