package org.aludel.migrations.compare;

import java.util.Objects;
import java.util.stream.Stream;
import org.aludel.migrations.extension.Verdict;
import org.aludel.migrations.operation.ColumnOperation;
import org.aludel.migrations.operation.ColumnType;
import org.aludel.migrations.operation.Operation;

/**
 * Finds another type or collation. The default goes with the type: the database keeps the text of
 * the old type, which the model's need not equal.
 */
final class TypeComparator implements ColumnComparator {
  @Override
  public Stream<Operation> compare(ColumnPair pair) {
    if (same(pair)) {
      return Stream.empty();
    }
    return Stream.of(
        new ColumnOperation.AlterType(
            pair.table(),
            pair.name(),
            ColumnType.of(pair.database()),
            ColumnType.of(pair.model())));
  }

  /**
   * By name: the Java side of a type is not the database's concern. What hooks say stands above.
   */
  static boolean same(ColumnPair pair) {
    if (pair.type() != Verdict.UNDECIDED) {
      return pair.type() == Verdict.SAME;
    }
    return pair.database().type().name().equals(pair.model().type().name())
        && Objects.equals(pair.database().collation(), pair.model().collation());
  }
}
