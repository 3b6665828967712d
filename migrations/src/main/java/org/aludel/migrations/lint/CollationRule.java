package org.aludel.migrations.lint;

import java.util.Objects;
import org.aludel.migrations.operation.ColumnOperation;
import org.aludel.migrations.operation.ColumnType;
import org.aludel.migrations.operation.Operation;
import org.aludel.migrations.operation.TypeFamily;
import org.aludel.migrations.operation.TypeWidening;

/**
 * Values stay as they are, and every index that sorts them is built anew. Source: PostgreSQL 18,
 * ALTER TABLE, notes.
 */
final class CollationRule implements LintRule {
  @Override
  public String code() {
    return "A17";
  }

  @Override
  public String harm() {
    return "keeps the rows and builds every index on the column anew under an exclusive lock";
  }

  @Override
  public String cure() {
    return "add a new column, write both, fill it in batches, then swap the names";
  }

  @Override
  public boolean applies(Operation operation, RevisionScope scope) {
    return operation instanceof ColumnOperation.AlterType change
        && scope.mayHoldRows(change.table())
        && TypeWidening.isFree(change.from().type().name(), change.to().type().name())
        && sortsOtherwise(change.from(), change.to())
        && scope.isIndexed(change.table(), change.column());
  }

  private static boolean sortsOtherwise(ColumnType from, ColumnType to) {
    boolean folds = isFolded(from) != isFolded(to);
    return folds || !Objects.equals(from.collation(), to.collation());
  }

  /** {@code citext} has operators of its own. */
  private static boolean isFolded(ColumnType type) {
    return TypeFamily.base(type.type().name()).equals("citext");
  }
}
