package org.aludel.migrations.repair;

import java.util.List;

/**
 * What was wrong and what was done.
 *
 * @param findings all that was wrong before
 * @param done the fixes that were named, in the order in which they were done; none for a look
 */
public record RepairResult(List<Finding> findings, List<Finding.Fix> done) {
  public RepairResult {
    findings = List.copyOf(findings);
    done = List.copyOf(done);
  }
}
