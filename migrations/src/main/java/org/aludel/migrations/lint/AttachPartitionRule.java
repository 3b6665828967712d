package org.aludel.migrations.lint;

import org.aludel.migrations.operation.Operation;
import org.aludel.migrations.operation.TableOperation;

/**
 * A partition is searched for rows outside its bound. Source: PostgreSQL 18, ALTER TABLE, ATTACH
 * PARTITION.
 */
final class AttachPartitionRule implements LintRule {
  @Override
  public String code() {
    return "A23";
  }

  @Override
  public String harm() {
    return "reads the whole table, and a default partition too, under an exclusive lock";
  }

  @Override
  public String cure() {
    return "add a check that says the same as the bound first, and drop it afterwards";
  }

  @Override
  public boolean applies(Operation operation, RevisionScope scope) {
    return operation instanceof TableOperation.Attach attach && scope.mayHoldRows(attach.table());
  }
}
