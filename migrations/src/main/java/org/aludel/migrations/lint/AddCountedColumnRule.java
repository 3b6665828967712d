package org.aludel.migrations.lint;

import org.aludel.migrations.operation.ColumnOperation;
import org.aludel.migrations.operation.Operation;

/** A serial or identity column counts the rows. Source: PostgreSQL 18, ALTER TABLE. */
final class AddCountedColumnRule implements LintRule {
  @Override
  public String code() {
    return "A15";
  }

  @Override
  public String harm() {
    return "rewrites the table under an exclusive lock to number its rows";
  }

  @Override
  public String cure() {
    return "add a plain column, number the rows in batches, then make it an identity";
  }

  @Override
  public boolean applies(Operation operation, RevisionScope scope) {
    return operation instanceof ColumnOperation.Add add
        && (add.column().identity() != null || add.owned() != null)
        && scope.mayHoldRows(add.table());
  }
}
