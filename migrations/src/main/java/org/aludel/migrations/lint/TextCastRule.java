package org.aludel.migrations.lint;

import org.aludel.migrations.operation.ColumnOperation;
import org.aludel.migrations.operation.Operation;
import org.aludel.migrations.plan.Conversions;

/** No cast leads from the one type to the other. */
final class TextCastRule implements LintRule {
  @Override
  public String code() {
    return "B06";
  }

  @Override
  public String harm() {
    return "goes by way of text, and fails at the first value that is none of the new type";
  }

  @Override
  public String cure() {
    return "say how to convert: -Dorm.using=table.column:expression";
  }

  @Override
  public boolean applies(Operation operation, RevisionScope scope) {
    return operation instanceof ColumnOperation.AlterType change
        && scope.mayHoldRows(change.table())
        && Conversions.goThroughText(change.from(), change.to());
  }
}
