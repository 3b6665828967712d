package org.aludel.migrations.lint;

import org.aludel.migrations.operation.ColumnOperation;
import org.aludel.migrations.operation.Operation;

/** Rows may hold NULL. */
final class NullsRule implements LintRule {
  @Override
  public String code() {
    return "B04";
  }

  @Override
  public String harm() {
    return "fails where a row holds null";
  }

  @Override
  public String cure() {
    return "fill the nulls first: UPDATE … SET … WHERE column IS NULL";
  }

  @Override
  public boolean applies(Operation operation, RevisionScope scope) {
    return operation instanceof ColumnOperation.AlterNullability change
        && !change.toNullable()
        && scope.mayHoldRows(change.table());
  }
}
