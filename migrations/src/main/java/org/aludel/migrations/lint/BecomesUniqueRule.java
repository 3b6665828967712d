package org.aludel.migrations.lint;

import org.aludel.migrations.operation.IndexOperation;
import org.aludel.migrations.operation.Operation;

/** An index that only sorted becomes one that refuses. */
final class BecomesUniqueRule implements LintRule {
  @Override
  public String code() {
    return "B03";
  }

  @Override
  public String harm() {
    return "takes the plain index away, and fails where two rows have the same values";
  }

  @Override
  public String cure() {
    return "look for duplicates first, build the unique index beside the plain one, and drop that"
        + " last";
  }

  @Override
  public boolean applies(Operation operation, RevisionScope scope) {
    return operation instanceof IndexOperation.Create create
        && create.index().unique()
        && scope.mayHoldRows(create.table())
        && scope.dropsPlain(create.table(), create.index());
  }
}
