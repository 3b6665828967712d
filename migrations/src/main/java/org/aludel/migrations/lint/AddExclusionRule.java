package org.aludel.migrations.lint;

import org.aludel.migrations.operation.ConstraintOperation;
import org.aludel.migrations.operation.Operation;
import org.aludel.schema.ExcludeConstraint;

/**
 * An exclusion builds its index at once and knows no NOT VALID. Source: PostgreSQL 18, ALTER TABLE.
 */
final class AddExclusionRule implements LintRule {
  @Override
  public String code() {
    return "A19";
  }

  @Override
  public String harm() {
    return "builds the index and compares all rows under an exclusive lock";
  }

  @Override
  public String cure() {
    return "add it while nobody works, or to a new table that takes the rows over";
  }

  @Override
  public boolean applies(Operation operation, RevisionScope scope) {
    return operation instanceof ConstraintOperation.Add add
        && add.constraint() instanceof ExcludeConstraint
        && scope.mayHoldRows(add.table());
  }
}
