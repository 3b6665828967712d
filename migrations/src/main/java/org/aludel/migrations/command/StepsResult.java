package org.aludel.migrations.command;

import java.util.List;

/**
 * What an upgrade or a downgrade did, in order; without steps the database was where it should be.
 *
 * @param heads of the database now, empty for the base
 */
public record StepsResult(List<AppliedRevision> steps, List<String> heads) {
  public StepsResult {
    steps = List.copyOf(steps);
    heads = List.copyOf(heads);
  }
}
