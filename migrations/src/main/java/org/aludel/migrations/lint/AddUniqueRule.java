package org.aludel.migrations.lint;

import org.aludel.migrations.operation.ConstraintOperation;
import org.aludel.migrations.operation.Operation;
import org.aludel.schema.UniqueConstraint;

/** {@code ADD UNIQUE} builds its index inside the statement. Source: PostgreSQL 18, ALTER TABLE. */
final class AddUniqueRule implements LintRule {
  @Override
  public String code() {
    return "A10";
  }

  @Override
  public String harm() {
    return "builds the index under an exclusive lock";
  }

  @Override
  public String cure() {
    return "build a unique index CONCURRENTLY first, then ADD CONSTRAINT … USING INDEX";
  }

  @Override
  public boolean applies(Operation operation, RevisionScope scope) {
    return operation instanceof ConstraintOperation.Add add
        && add.constraint() instanceof UniqueConstraint
        && scope.mayHoldRows(add.table());
  }
}
