package org.aludel.migrations.lint;

import org.aludel.migrations.operation.Operation;
import org.aludel.migrations.operation.TableOperation;

/** The rows of a dropped table are gone. */
final class DropTableRule implements LintRule {
  @Override
  public String code() {
    return "C01";
  }

  @Override
  public String harm() {
    return "destroys the rows of the table";
  }

  @Override
  public String cure() {
    return "rename it, and drop it in a later revision when nobody missed it";
  }

  @Override
  public boolean applies(Operation operation, RevisionScope scope) {
    return operation instanceof TableOperation.Drop;
  }
}
