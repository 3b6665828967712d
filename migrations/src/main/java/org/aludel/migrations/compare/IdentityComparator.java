package org.aludel.migrations.compare;

import java.util.Objects;
import java.util.stream.Stream;
import org.aludel.migrations.operation.ColumnOperation;
import org.aludel.migrations.operation.Operation;
import org.aludel.schema.Identity;

/** Finds an identity that came, went or has other options. */
final class IdentityComparator implements ColumnComparator {
  @Override
  public Stream<Operation> compare(ColumnPair pair) {
    Identity found = pair.database().identity();
    Identity wanted = pair.model().identity();
    if (Objects.equals(found, wanted)) {
      return Stream.empty();
    }
    if (found == null) {
      return wanted == null
          ? Stream.empty()
          : Stream.of(new ColumnOperation.AddIdentity(pair.table(), pair.name(), wanted));
    }
    return Stream.of(
        wanted == null
            ? new ColumnOperation.DropIdentity(pair.table(), pair.name(), found)
            : new ColumnOperation.AlterIdentity(pair.table(), pair.name(), found, wanted));
  }
}
