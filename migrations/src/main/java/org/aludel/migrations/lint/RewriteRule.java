package org.aludel.migrations.lint;

import java.util.Objects;
import org.aludel.migrations.operation.Operation;
import org.aludel.migrations.operation.TableOperation;
import org.aludel.schema.Table;

/**
 * A table that changes its log or its access method is copied. Source: PostgreSQL 18, ALTER TABLE.
 */
final class RewriteRule implements LintRule {
  @Override
  public String code() {
    return "A36";
  }

  @Override
  public String harm() {
    return "copies the table and its indexes under an exclusive lock; unlogged rows are gone after"
        + " a crash and on replicas";
  }

  @Override
  public String cure() {
    return "run it when nobody needs the table, or fill a second table in batches and exchange the"
        + " names";
  }

  @Override
  public boolean applies(Operation operation, RevisionScope scope) {
    return operation instanceof TableOperation.AlterOptions change
        && scope.mayHoldRows(change.table())
        && copies(change.from(), change.to());
  }

  private static boolean copies(Table.Options from, Table.Options to) {
    return from.unlogged() != to.unlogged()
        || !Objects.equals(from.accessMethod(), to.accessMethod());
  }
}
