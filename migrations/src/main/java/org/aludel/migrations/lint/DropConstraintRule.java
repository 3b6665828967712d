package org.aludel.migrations.lint;

import org.aludel.migrations.operation.ConstraintOperation;
import org.aludel.migrations.operation.Operation;

/** What a constraint kept out comes in from then on. */
final class DropConstraintRule implements LintRule {
  @Override
  public String code() {
    return "C11";
  }

  @Override
  public String harm() {
    return "lets in rows that the constraint refused";
  }

  @Override
  public String cure() {
    return "say in the message of the revision why it is no longer wanted";
  }

  @Override
  public boolean applies(Operation operation, RevisionScope scope) {
    return operation instanceof ConstraintOperation.Drop drop
        && scope.keeps(drop.table())
        && !scope.adds(drop.table(), drop.constraint());
  }
}
