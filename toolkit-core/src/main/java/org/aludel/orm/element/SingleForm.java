package org.aludel.orm.element;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.util.List;
import org.aludel.schema.Column;
import org.aludel.type.ValueCodec;
import org.jspecify.annotations.Nullable;

/** Elements that are values of one column. */
public record SingleForm(Column column) implements ElementForm {
  @Override
  public List<Column> columns() {
    return List.of(column);
  }

  @Override
  public Object part(Object element, int part) {
    return element;
  }

  @Override
  public @Nullable Object make(@Nullable Object[] parts) {
    return parts[0];
  }

  @Override
  public Object copy(Object element) {
    return codec(column).copy(element);
  }

  @Override
  public boolean same(Object left, Object right) {
    return codec(column).same(left, right);
  }

  @Override
  public Object key(Object element) {
    return element;
  }

  @Override
  public boolean isExact(Object element) {
    return isExactValue(element);
  }

  @Override
  public boolean isNothing(Object element) {
    return false;
  }

  /** Decimals and times with an offset are the same while their classes call them unequal. */
  static boolean isExactValue(Object value) {
    return value instanceof Comparable
        && !(value instanceof BigDecimal)
        && !(value instanceof OffsetDateTime)
        && !(value instanceof OffsetTime);
  }

  /** How values cross JDBC, as the mapping knows; a dialect may know better. */
  @SuppressWarnings("unchecked") // the mapping chose the column's type for the class of the values
  static ValueCodec<Object> codec(Column column) {
    return (ValueCodec<Object>) column.type().codec();
  }
}
