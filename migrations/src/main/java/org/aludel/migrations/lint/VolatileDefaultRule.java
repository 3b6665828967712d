package org.aludel.migrations.lint;

import org.aludel.migrations.operation.ColumnOperation;
import org.aludel.migrations.operation.Operation;
import org.aludel.migrations.operation.VolatileDefault;

/**
 * A volatile default gives each row a value of its own. Source: PostgreSQL 18, ALTER TABLE, notes.
 */
final class VolatileDefaultRule implements LintRule {
  @Override
  public String code() {
    return "A13";
  }

  @Override
  public String harm() {
    return "rewrites the table under an exclusive lock";
  }

  @Override
  public String cure() {
    return "add the column without it, set the default, fill the rows in batches";
  }

  @Override
  public boolean applies(Operation operation, RevisionScope scope) {
    return operation instanceof ColumnOperation.Add add
        && scope.mayHoldRows(add.table())
        && VolatileDefault.isIn(add.column());
  }
}
