package org.aludel.migrations.lint;

import org.aludel.migrations.operation.ConstraintOperation;
import org.aludel.migrations.operation.Operation;
import org.aludel.schema.PrimaryKey;

/** A primary key builds its index at once. Source: PostgreSQL 18, ALTER TABLE. */
final class AddPrimaryKeyRule implements LintRule {
  @Override
  public String code() {
    return "A11";
  }

  @Override
  public String harm() {
    return "builds the index under an exclusive lock, and looks for nulls";
  }

  @Override
  public String cure() {
    return "build a unique index CONCURRENTLY first, then ADD CONSTRAINT … USING INDEX";
  }

  @Override
  public boolean applies(Operation operation, RevisionScope scope) {
    return operation instanceof ConstraintOperation.Add add
        && add.constraint() instanceof PrimaryKey
        && scope.mayHoldRows(add.table());
  }
}
