package org.aludel.migrations.lint;

import org.aludel.migrations.operation.Operation;
import org.aludel.migrations.operation.RebuildOperation;

/** Every row is copied while nobody else may read or write the table. */
final class RebuildRule implements LintRule {
  @Override
  public String code() {
    return "A35";
  }

  @Override
  public String harm() {
    return "copies all rows into a new table under an exclusive lock, and needs the space of both";
  }

  @Override
  public String cure() {
    return "make a second table, write to both, copy in batches, and exchange the names later";
  }

  @Override
  public boolean applies(Operation operation, RevisionScope scope) {
    return operation instanceof RebuildOperation rebuild
        && rebuild.before().tables().stream().anyMatch(each -> scope.mayHoldRows(each.name()));
  }
}
