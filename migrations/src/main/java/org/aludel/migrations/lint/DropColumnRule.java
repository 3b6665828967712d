package org.aludel.migrations.lint;

import org.aludel.migrations.operation.ColumnOperation;
import org.aludel.migrations.operation.Operation;

/**
 * The values of a dropped column are gone, and those of one that becomes generated; a generated one
 * can be computed again.
 */
final class DropColumnRule implements LintRule {
  @Override
  public String code() {
    return "C02";
  }

  @Override
  public String harm() {
    return "destroys the values of the column, and breaks an application that still reads it";
  }

  @Override
  public String cure() {
    return "deploy without the column first, drop it in a later revision";
  }

  @Override
  public boolean applies(Operation operation, RevisionScope scope) {
    return (operation instanceof ColumnOperation.Drop drop && drop.column().computed() == null)
        || (operation instanceof ColumnOperation.ChangeComputed change
            && change.from().computed() == null);
  }
}
