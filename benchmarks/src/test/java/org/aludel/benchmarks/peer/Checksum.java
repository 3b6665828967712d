package org.aludel.benchmarks.peer;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Objects;
import java.util.function.ToLongFunction;
import org.aludel.benchmarks.peer.model.ItemRow;
import org.jspecify.annotations.Nullable;

/** Sums of rows that do not depend on their order, nor on how a driver shows a value. */
public final class Checksum {
  private Checksum() {}

  /** The sum over rows. */
  public static <T> long of(Collection<? extends T> rows, ToLongFunction<T> row) {
    long sum = rows.size();
    for (T each : rows) {
      sum += row.applyAsLong(each);
    }
    return sum;
  }

  /** One row by its values. */
  public static long row(@Nullable Object... values) {
    long hash = 7;
    for (Object value : values) {
      hash = hash * 31 + Objects.hashCode(plain(value));
    }
    return hash;
  }

  /** All columns of an item. */
  public static long item(ItemRow item) {
    return row(
        item.getId(),
        item.getStation(),
        item.getNote(),
        item.getCounter(),
        item.getLevel(),
        item.isChecked(),
        item.getCost(),
        item.getDay(),
        item.getTaken());
  }

  private static @Nullable Object plain(@Nullable Object value) {
    if (value instanceof BigDecimal decimal) {
      return decimal.stripTrailingZeros();
    }
    return value instanceof OffsetDateTime time ? time.toInstant() : value;
  }
}
