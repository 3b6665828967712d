package org.aludel.migrations.lint;

import java.util.EnumSet;
import java.util.Set;
import org.aludel.migrations.operation.EnumOperation;
import org.aludel.migrations.operation.ExtensionOperation;
import org.aludel.migrations.operation.ObjectOperation;
import org.aludel.migrations.operation.Operation;
import org.aludel.migrations.operation.SequenceOperation;
import org.aludel.schema.ObjectKind;

/** Types, sequences, routines and extensions have users that a schema does not show. */
final class DropTypeRule implements LintRule {
  private static final Set<ObjectKind> USED_BY_NAME =
      EnumSet.of(
          ObjectKind.DOMAIN,
          ObjectKind.COMPOSITE_TYPE,
          ObjectKind.RANGE_TYPE,
          ObjectKind.FUNCTION,
          ObjectKind.PROCEDURE,
          ObjectKind.AGGREGATE,
          ObjectKind.OPERATOR);

  @Override
  public String code() {
    return "C08";
  }

  @Override
  public String harm() {
    return "breaks queries that use it by name, and forgets the position of a sequence";
  }

  @Override
  public String cure() {
    return "look who uses it, drop it in a later revision";
  }

  @Override
  public boolean applies(Operation operation, RevisionScope scope) {
    if (operation instanceof ObjectOperation.Drop drop) {
      return USED_BY_NAME.contains(drop.object().reference().kind())
          && !scope.creates(drop.object().reference());
    }
    return operation instanceof EnumOperation.Drop
        || operation instanceof SequenceOperation.Drop
        || operation instanceof ExtensionOperation.Drop;
  }
}
