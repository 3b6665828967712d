package org.aludel.migrations.compare;

import java.util.ArrayList;
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
    return Stream.concat(
        ASPECTS.stream().flatMap(aspect -> aspect.compare(pair)), options(pair).stream());
  }

  /**
   * A change of type forgets storage and compression, either way, so these go before it and come
   * after it.
   */
  private static List<Operation> options(ColumnPair pair) {
    Column.Options from = pair.database().options();
    Column.Options to = pair.model().options();
    List<Operation> found = new ArrayList<>();
    if (TypeComparator.same(pair)) {
      add(found, pair, pair.model(), from, to);
    } else {
      Column.Options meanwhile =
          new Column.Options(null, null, from.statisticsTarget(), from.parameters());
      add(found, pair, pair.database(), from, meanwhile);
      add(found, pair, pair.model(), meanwhile, to);
    }
    return found;
  }

  private static void add(
      List<Operation> found,
      ColumnPair pair,
      Column typed,
      Column.Options from,
      Column.Options to) {
    if (!from.equals(to)) {
      found.add(
          new ColumnOperation.AlterOptions(pair.table(), pair.name(), typed.type(), from, to));
    }
  }
}
