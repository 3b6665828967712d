package org.aludel.migrations.command;

import java.nio.file.Path;
import java.util.List;

/**
 * What a schema became.
 *
 * @param written new files that were written, or would be in a dry run
 * @param replaced likewise, files that were there with another content
 * @param kept files that are there with another content and were left alone
 * @param notMapped tables that are in the SQL files, each with the reason
 */
public record ReverseResult(
    List<Path> written, List<Path> replaced, List<Path> kept, List<String> notMapped) {
  public ReverseResult {
    written = List.copyOf(written);
    replaced = List.copyOf(replaced);
    kept = List.copyOf(kept);
    notMapped = List.copyOf(notMapped);
  }
}
