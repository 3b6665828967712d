package org.aludel.migrations.lint;

import org.aludel.migrations.operation.IndexOperation;
import org.aludel.migrations.operation.Operation;

/** {@code CREATE INDEX} takes a SHARE lock. Source: PostgreSQL 18 §13.3.2. */
final class CreateIndexRule implements LintRule {
  @Override
  public String code() {
    return "A01";
  }

  @Override
  public String harm() {
    return "blocks writes to the table while the index is built";
  }

  @Override
  public String cure() {
    return "create it CONCURRENTLY in a step outside a transaction";
  }

  @Override
  public boolean applies(Operation operation, RevisionScope scope) {
    return operation instanceof IndexOperation.Create create
        && scope.mayHoldRows(create.table())
        && !scope.isDivided(create.table());
  }
}
