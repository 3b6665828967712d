package org.aludel.migrations.compare;

import java.util.stream.Stream;
import org.aludel.migrations.operation.ColumnOperation;
import org.aludel.migrations.operation.Operation;

/** Finds a NOT NULL that differs; columns of the model's primary key are NOT NULL anyway. */
final class NullabilityComparator implements ColumnComparator {
  @Override
  public Stream<Operation> compare(ColumnPair pair) {
    boolean found = pair.database().nullable();
    boolean wanted = pair.model().nullable() && !pair.keyed();
    return found == wanted
        ? Stream.empty()
        : Stream.of(new ColumnOperation.AlterNullability(pair.table(), pair.name(), found, wanted));
  }
}
