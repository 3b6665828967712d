package org.aludel.migrations.command;

import java.nio.file.Path;
import java.util.List;

/**
 * What a schema became.
 *
 * @param written files that were written, or would be in a dry run
 * @param kept files that are there with another content and were left alone
 * @param notMapped tables that are in the SQL files, each with the reason
 */
public record ReverseResult(List<Path> written, List<Path> kept, List<String> notMapped) {
  public ReverseResult {
    written = List.copyOf(written);
    kept = List.copyOf(kept);
    notMapped = List.copyOf(notMapped);
  }
}
