package org.aludel.migrations.lint;

import org.aludel.migrations.operation.ColumnOperation;
import org.aludel.migrations.operation.Operation;

/** {@code SET NOT NULL} scans the table. Source: PostgreSQL 18, ALTER TABLE. */
final class SetNotNullRule implements LintRule {
  @Override
  public String code() {
    return "A12";
  }

  @Override
  public String harm() {
    return "blocks the table while every row is checked";
  }

  @Override
  public String cure() {
    return "add CHECK (column IS NOT NULL) NOT VALID, validate it, set NOT NULL, drop the check";
  }

  @Override
  public boolean applies(Operation operation, RevisionScope scope) {
    return operation instanceof ColumnOperation.AlterNullability change
        && !change.toNullable()
        && scope.mayHoldRows(change.table());
  }
}
