package org.aludel.migrations.lint;

import org.aludel.migrations.operation.ColumnOperation;
import org.aludel.migrations.operation.Operation;

/**
 * Both ends of a foreign key have to be compared again. Source: PostgreSQL 18, ALTER TABLE, notes.
 */
final class KeyTypeRule implements LintRule {
  @Override
  public String code() {
    return "A18";
  }

  @Override
  public String harm() {
    return "checks the foreign keys of the column again, which keeps others out of both tables";
  }

  @Override
  public String cure() {
    return "add a new pair of columns, write both, fill them in batches, then swap the names";
  }

  @Override
  public boolean applies(Operation operation, RevisionScope scope) {
    return operation instanceof ColumnOperation.AlterType change
        && scope.mayHoldRows(change.table())
        && !change.from().type().name().equals(change.to().type().name())
        && scope.isReferring(change.table(), change.column());
  }
}
