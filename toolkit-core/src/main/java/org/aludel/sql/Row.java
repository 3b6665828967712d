package org.aludel.sql;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.aludel.error.Problem;
import org.aludel.error.TypeCode;
import org.aludel.error.UsageException;
import org.jspecify.annotations.Nullable;

/**
 * One row whose columns are known only when it arrives. Positions count from 0. Immutable, but for
 * values that are mutable themselves, such as byte arrays.
 */
public final class Row {
  private final RowShape shape;
  private final @Nullable Object[] values;

  /** A row of values in column order; the array is kept, not copied. */
  public Row(RowShape shape, @Nullable Object[] values) {
    this.shape = shape;
    this.values = values;
  }

  /** How many columns it has. */
  public int size() {
    return values.length;
  }

  /** The labels in column order, immutable. */
  public List<String> labels() {
    return shape.labels();
  }

  /**
   * The value at a 0-based position.
   *
   * @throws UsageException with {@code UNKNOWN_RESULT_COLUMN}
   */
  public @Nullable Object get(int position) {
    return values[shape.checked(position)];
  }

  /**
   * The value of a label.
   *
   * @throws UsageException with {@code UNKNOWN_RESULT_COLUMN}
   */
  public @Nullable Object get(String label) {
    return values[shape.position(label)];
  }

  /**
   * The value of an expression that was selected.
   *
   * @throws UsageException with {@code UNKNOWN_RESULT_COLUMN}
   */
  @SuppressWarnings("unchecked") // the column was read by the expression's own type
  public <T> @Nullable T get(Expression<T> expression) {
    return (T) values[shape.position(expression)];
  }

  /**
   * The value at a 0-based position, as a class that it must be of.
   *
   * @throws UsageException with {@code UNKNOWN_RESULT_COLUMN} or {@code WRONG_VALUE}
   */
  public <T> @Nullable T get(int position, Class<T> type) {
    return cast(get(position), type, "at position " + position);
  }

  /** The value of a label, as a class that it must be of; errors as {@link #get(int, Class)}. */
  public <T> @Nullable T get(String label, Class<T> type) {
    return cast(get(label), type, "\"" + label + "\"");
  }

  /** The values by label in column order; of equal labels the first counts. A new map. */
  public Map<String, @Nullable Object> toMap() {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    for (String label : shape.labels()) {
      map.put(label, get(label));
    }
    return map;
  }

  private static <T> @Nullable T cast(@Nullable Object value, Class<T> type, String which) {
    if (value != null && !type.isInstance(value)) {
      throw new UsageException(
          Problem.of(TypeCode.WRONG_VALUE, "cannot read the result's column " + which)
              .found("a value of class " + value.getClass().getName())
              .expected(type.getName()));
    }
    return type.cast(value);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Row row
        && labels().equals(row.labels())
        && Arrays.deepEquals(values, row.values);
  }

  @Override
  public int hashCode() {
    return Arrays.deepHashCode(values);
  }

  @Override
  public String toString() {
    return toMap().toString();
  }
}
