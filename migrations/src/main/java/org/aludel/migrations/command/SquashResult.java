package org.aludel.migrations.command;

import java.nio.file.Path;
import java.util.List;
import org.aludel.migrations.scratch.ProofResult;

/**
 * One revision in the place of several.
 *
 * @param replaced ids of those whose files are gone
 * @param id of the new one
 * @param left statements that changed rows and are not in it, each with its revision
 * @param stamped whether the database was told
 */
public record SquashResult(
    List<String> replaced,
    String id,
    Path file,
    ProofResult proof,
    List<String> left,
    boolean stamped) {
  public SquashResult {
    replaced = List.copyOf(replaced);
    left = List.copyOf(left);
  }
}
