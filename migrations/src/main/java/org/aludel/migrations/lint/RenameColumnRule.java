package org.aludel.migrations.lint;

import org.aludel.migrations.operation.ColumnOperation;
import org.aludel.migrations.operation.Operation;

/** Who still runs knows the column by its old name. */
final class RenameColumnRule implements LintRule {
  @Override
  public String code() {
    return "D02";
  }

  @Override
  public String harm() {
    return "breaks an application that still uses the old name";
  }

  @Override
  public String cure() {
    return "add a new column, write both, and drop the old one later; or stop the application";
  }

  @Override
  public boolean applies(Operation operation, RevisionScope scope) {
    return operation instanceof ColumnOperation.Rename;
  }
}
