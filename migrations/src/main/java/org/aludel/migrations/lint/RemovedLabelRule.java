package org.aludel.migrations.lint;

import org.aludel.migrations.operation.EnumOperation;
import org.aludel.migrations.operation.Operation;

/** Rows may hold a label that goes. */
final class RemovedLabelRule implements LintRule {
  @Override
  public String code() {
    return "B08";
  }

  @Override
  public String harm() {
    return "fails where a row holds a label that goes";
  }

  @Override
  public String cure() {
    return "say what such rows get: -Dorm.map=type.old:new";
  }

  @Override
  public boolean applies(Operation operation, RevisionScope scope) {
    return operation instanceof EnumOperation.Change change
        && !change.uses().columns().isEmpty()
        && !change.to().labels().containsAll(change.from().labels());
  }
}
