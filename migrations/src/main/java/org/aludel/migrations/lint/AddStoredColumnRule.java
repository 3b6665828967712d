package org.aludel.migrations.lint;

import org.aludel.migrations.operation.ColumnOperation;
import org.aludel.migrations.operation.Operation;

/** A stored generated column is computed for each row. Source: PostgreSQL 18, ALTER TABLE. */
final class AddStoredColumnRule implements LintRule {
  @Override
  public String code() {
    return "A14";
  }

  @Override
  public String harm() {
    return "rewrites the table under an exclusive lock";
  }

  @Override
  public String cure() {
    return "make it virtual (PostgreSQL 18), or a plain column that a trigger writes";
  }

  @Override
  public boolean applies(Operation operation, RevisionScope scope) {
    return operation instanceof ColumnOperation.Add add
        && add.column().computed() != null
        && add.column().computed().stored()
        && scope.mayHoldRows(add.table());
  }
}
