package org.aludel.migrations.lint;

import org.aludel.migrations.operation.ConstraintOperation;
import org.aludel.migrations.operation.Operation;
import org.aludel.schema.CheckConstraint;

/** A validating {@code ADD CHECK} holds ACCESS EXCLUSIVE. Source: PostgreSQL 18, ALTER TABLE. */
final class AddCheckRule implements LintRule {
  @Override
  public String code() {
    return "A08";
  }

  @Override
  public String harm() {
    return "blocks the table while every row is checked";
  }

  @Override
  public String cure() {
    return "add it NOT VALID and validate it in a later revision";
  }

  @Override
  public boolean applies(Operation operation, RevisionScope scope) {
    return operation instanceof ConstraintOperation.Add add
        && add.constraint() instanceof CheckConstraint check
        && check.validated()
        && scope.mayHoldRows(add.table());
  }
}
