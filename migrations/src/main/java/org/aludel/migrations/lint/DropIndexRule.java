package org.aludel.migrations.lint;

import org.aludel.migrations.operation.IndexOperation;
import org.aludel.migrations.operation.Operation;

/** {@code DROP INDEX} takes an ACCESS EXCLUSIVE lock. Source: PostgreSQL 18, DROP INDEX. */
final class DropIndexRule implements LintRule {
  @Override
  public String code() {
    return "A02";
  }

  @Override
  public String harm() {
    return "waits for all readers of the table and keeps new ones out meanwhile";
  }

  @Override
  public String cure() {
    return "drop it CONCURRENTLY in a step outside a transaction";
  }

  @Override
  public boolean applies(Operation operation, RevisionScope scope) {
    return operation instanceof IndexOperation.Drop drop && scope.keeps(drop.table());
  }
}
