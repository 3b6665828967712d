package org.aludel.migrations.lint;

import org.aludel.migrations.operation.ConstraintOperation;
import org.aludel.migrations.operation.Operation;
import org.aludel.schema.CheckConstraint;
import org.aludel.schema.ExcludeConstraint;

/** Rows may not meet a check or an exclusion. */
final class RefusedRowsRule implements LintRule {
  @Override
  public String code() {
    return "B09";
  }

  @Override
  public String harm() {
    return "fails where a row does not meet it";
  }

  @Override
  public String cure() {
    return "look for such rows first: SELECT … WHERE NOT (expression)";
  }

  @Override
  public boolean applies(Operation operation, RevisionScope scope) {
    return operation instanceof ConstraintOperation.Add add
        && (add.constraint() instanceof CheckConstraint
            || add.constraint() instanceof ExcludeConstraint)
        && add.constraint().validated()
        && scope.mayHoldRows(add.table());
  }
}
