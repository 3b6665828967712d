package org.aludel.migrations.compare;

import java.util.Objects;
import java.util.stream.Stream;
import org.aludel.migrations.operation.ColumnOperation;
import org.aludel.migrations.operation.Operation;
import org.aludel.schema.Identity;
import org.jspecify.annotations.Nullable;

/** Finds an identity that came, went or has other options. */
final class IdentityComparator implements ColumnComparator {
  @Override
  public Stream<Operation> compare(ColumnPair pair) {
    Identity found = pair.database().identity();
    Identity wanted = named(pair.model().identity(), found);
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

  /** A name of the sequence that the model leaves open stays what it is. */
  private static @Nullable Identity named(@Nullable Identity wanted, @Nullable Identity found) {
    return wanted == null || found == null || wanted.sequenceName() != null
        ? wanted
        : wanted.withSequenceName(found.sequenceName());
  }
}
