package org.aludel.migrations.command;

import java.util.List;

/**
 * How two schemas differ.
 *
 * @param from what was read as the first
 * @param to what was read as the second
 * @param differences operations that would lead from the first to the second, in order
 * @param notes what was seen on one side and is not compared, a line each
 */
public record DiffResult(String from, String to, List<Detected> differences, List<String> notes) {
  public DiffResult {
    differences = List.copyOf(differences);
    notes = List.copyOf(notes);
  }
}
