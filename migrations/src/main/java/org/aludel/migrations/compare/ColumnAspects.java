package org.aludel.migrations.compare;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.aludel.migrations.operation.ColumnOperation;
import org.aludel.migrations.operation.Operation;
import org.aludel.schema.Column;
import org.aludel.schema.Computed;

/**
 * All aspects of a pair of columns. Whether it is generated comes first: a column that has to be
 * created anew has every aspect of the model afterwards.
 */
final class ColumnAspects {
  private static final List<ColumnComparator> ASPECTS =
      List.of(
          new TypeComparator(),
          new NullabilityComparator(),
          new DefaultComparator(),
          new IdentityComparator());

  private ColumnAspects() {}

  static Stream<Operation> compare(ColumnPair pair) {
    Computed found = pair.database().computed();
    Computed wanted = pair.model().computed();
    if (found == null && wanted == null) {
      return plain(pair);
    }
    if (wanted != null && Objects.equals(found, wanted) && TypeComparator.same(pair)) {
      return plain(pair);
    }
    if (wanted == null) {
      Column kept = pair.database().withComputed(null);
      return Stream.concat(
          Stream.of(new ColumnOperation.ChangeComputed(pair.table(), pair.database(), kept)),
          plain(pair.withDatabase(kept)));
    }
    return Stream.of(
        new ColumnOperation.ChangeComputed(pair.table(), pair.database(), pair.model()));
  }

  private static Stream<Operation> plain(ColumnPair pair) {
    return ASPECTS.stream().flatMap(aspect -> aspect.compare(pair));
  }
}
