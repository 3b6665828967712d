package org.aludel.migrations.lint;

import org.aludel.migrations.operation.ConstraintOperation;
import org.aludel.migrations.operation.Operation;
import org.aludel.schema.ForeignKey;

/** A validating {@code ADD FOREIGN KEY} locks both tables. Source: PostgreSQL 18, ALTER TABLE. */
final class AddForeignKeyRule implements LintRule {
  @Override
  public String code() {
    return "A06";
  }

  @Override
  public String harm() {
    return "blocks writes to both tables while every row is checked";
  }

  @Override
  public String cure() {
    return "add it NOT VALID and validate it in a later revision";
  }

  @Override
  public boolean applies(Operation operation, RevisionScope scope) {
    return operation instanceof ConstraintOperation.Add add
        && add.constraint() instanceof ForeignKey key
        && key.validated()
        && scope.mayHoldRows(add.table());
  }
}
