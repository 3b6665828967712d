package org.aludel.migrations.lint;

import org.aludel.migrations.operation.ColumnOperation;
import org.aludel.migrations.operation.Operation;

/** Some conversions round or cut without an error. */
final class LossyCastRule implements LintRule {
  @Override
  public String code() {
    return "C09";
  }

  @Override
  public String harm() {
    return "changes values without an error";
  }

  @Override
  public String cure() {
    return "add a new column, compare both, then swap the names";
  }

  @Override
  public boolean applies(Operation operation, RevisionScope scope) {
    return operation instanceof ColumnOperation.AlterType change
        && scope.mayHoldRows(change.table())
        && change.from().narrowsTo(change.to());
  }
}
