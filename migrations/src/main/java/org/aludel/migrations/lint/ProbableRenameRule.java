package org.aludel.migrations.lint;

import org.aludel.migrations.operation.ColumnOperation;
import org.aludel.migrations.operation.Operation;

/** A column that goes beside one like it that comes may be the same under a new name. */
final class ProbableRenameRule implements LintRule {
  @Override
  public String code() {
    return "C10";
  }

  @Override
  public String harm() {
    return "destroys values that the new column may be meant to have";
  }

  @Override
  public String cure() {
    return "if it is a rename, say so: -Dorm.rename=table.old:new keeps them";
  }

  @Override
  public boolean applies(Operation operation, RevisionScope scope) {
    return operation instanceof ColumnOperation.Drop drop
        && scope.addsLike(drop.table(), drop.column());
  }
}
