package org.aludel.migrations.lint;

import org.aludel.migrations.operation.ColumnOperation;
import org.aludel.migrations.operation.Operation;
import org.aludel.migrations.operation.TypeWidening;
import org.aludel.schema.Computed;

/**
 * Most changes of type rewrite the table, and so does a column whose values come to be stored.
 * Source: PostgreSQL 18, ALTER TABLE, notes.
 */
final class TypeRewriteRule implements LintRule {
  @Override
  public String code() {
    return "A16";
  }

  @Override
  public String harm() {
    return "rewrites the table and its indexes under an exclusive lock";
  }

  @Override
  public String cure() {
    return "add a new column, write both, fill it in batches, then swap the names";
  }

  @Override
  public boolean applies(Operation operation, RevisionScope scope) {
    if (operation instanceof ColumnOperation.ChangeComputed change) {
      Computed wanted = change.to().computed();
      boolean writes = wanted == null ? change.copies() : wanted.stored();
      return writes && scope.mayHoldRows(change.table());
    }
    return operation instanceof ColumnOperation.AlterType change
        && scope.mayHoldRows(change.table())
        && !TypeWidening.isFree(change.from().type().name(), change.to().type().name());
  }
}
