package org.aludel.migrations.lint;

import org.aludel.migrations.operation.ConstraintOperation;
import org.aludel.migrations.operation.Operation;
import org.aludel.schema.ForeignKey;

/** Rows may refer to nothing. */
final class OrphansRule implements LintRule {
  @Override
  public String code() {
    return "B07";
  }

  @Override
  public String harm() {
    return "fails where a row refers to one that is missing";
  }

  @Override
  public String cure() {
    return "look for such rows first, and mend or delete them";
  }

  @Override
  public boolean applies(Operation operation, RevisionScope scope) {
    return operation instanceof ConstraintOperation.Add add
        && add.constraint() instanceof ForeignKey key
        && key.validated()
        && scope.mayHoldRows(add.table())
        && !scope.addsNulls(add.table(), key.columns());
  }
}
