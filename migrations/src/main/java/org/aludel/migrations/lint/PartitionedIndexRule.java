package org.aludel.migrations.lint;

import org.aludel.migrations.operation.IndexOperation;
import org.aludel.migrations.operation.Operation;

/**
 * An index of a divided table, which the server does not build concurrently. Source: PostgreSQL 18,
 * CREATE INDEX, notes on CONCURRENTLY.
 */
final class PartitionedIndexRule implements LintRule {
  @Override
  public String code() {
    return "A05";
  }

  @Override
  public String harm() {
    return "keeps writers out of all partitions while their indexes are built, and cannot be"
        + " concurrent";
  }

  @Override
  public String cure() {
    return "build those of the partitions first, one by one; the whole takes them over";
  }

  @Override
  public boolean applies(Operation operation, RevisionScope scope) {
    return operation instanceof IndexOperation.Create create
        && scope.mayHoldRows(create.table())
        && scope.isDivided(create.table());
  }
}
