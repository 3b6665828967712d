package org.aludel.migrations.lint;

import org.aludel.migrations.operation.ColumnOperation;
import org.aludel.migrations.operation.Operation;
import org.aludel.schema.Column;

/** A new NOT NULL column needs a value for each row. */
final class NotNullWithoutDefaultRule implements LintRule {
  @Override
  public String code() {
    return "B01";
  }

  @Override
  public String harm() {
    return "fails on a table with rows";
  }

  @Override
  public String cure() {
    return "give it a server default (@ServerDefault, in a SQL model DEFAULT), or add it nullable, fill"
        + " it, then set NOT NULL";
  }

  @Override
  public boolean applies(Operation operation, RevisionScope scope) {
    if (!(operation instanceof ColumnOperation.Add add) || !scope.mayHoldRows(add.table())) {
      return false;
    }
    Column column = add.column();
    return !column.nullable()
        && column.serverDefault() == null
        && column.identity() == null
        && column.computed() == null;
  }
}
