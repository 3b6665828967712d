package org.aludel.migrations.lint;

import org.aludel.migrations.operation.Operation;
import org.aludel.migrations.operation.TableOperation;

/** Who still runs knows the table by its old name. */
final class RenameTableRule implements LintRule {
  @Override
  public String code() {
    return "D01";
  }

  @Override
  public String harm() {
    return "breaks an application that still uses the old name";
  }

  @Override
  public String cure() {
    return "keep a view under the old name until nobody uses it";
  }

  @Override
  public boolean applies(Operation operation, RevisionScope scope) {
    return operation instanceof TableOperation.Rename;
  }
}
