package org.aludel.type;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.temporal.Temporal;
import java.util.Arrays;
import org.aludel.type.text.ArrayText;
import org.jspecify.annotations.Nullable;

/** Binds one column of many rows as one array. */
final class ColumnArrayCodec implements ValueCodec<Object> {
  private final ValueCodec<Object> element;
  private final String driverName;
  private final boolean asText;

  @SuppressWarnings("unchecked") // whoever fills the array took the values from the same column
  ColumnArrayCodec(ValueCodec<?> element, String driverName, boolean asText) {
    this.element = (ValueCodec<Object>) element;
    this.driverName = driverName;
    this.asText = asText;
  }

  @Override
  public int jdbcType() {
    return Types.ARRAY;
  }

  @Override
  public void bind(PreparedStatement statement, int index, Object value) throws SQLException {
    if (value instanceof Object[] values) {
      statement.setArray(
          index, statement.getConnection().createArrayOf(driverName, elements(values)));
    } else {
      // The driver sends arrays of primitives in binary form, without boxing. Source: pgjdbc.
      statement.setObject(index, value);
    }
  }

  @Override
  public @Nullable Object read(ResultSet row, int index) throws SQLException {
    java.sql.Array array = row.getArray(index);
    return array == null ? null : array.getArray();
  }

  @Override
  public String text(Object value) {
    return ServerText.of(value);
  }

  @Override
  public Object parse(String text) {
    return ArrayText.parse(text, element.delimiter(), element::parse).items();
  }

  private @Nullable Object[] elements(@Nullable Object[] values) {
    @Nullable Object[] elements = new @Nullable Object[values.length];
    Class<?> common = null;
    boolean mixed = false;
    for (int index = 0; index < values.length; index++) {
      Object value = values[index];
      if (value != null) {
        Object converted = converted(value);
        elements[index] = converted;
        mixed |= common != null && common != converted.getClass();
        common = converted.getClass();
      }
    }
    // The driver has fast encodings for Long[], String[] and so on, none for Object[].
    return common == null || mixed ? elements : narrow(elements, common);
  }

  @SuppressWarnings("unchecked") // the array class of a class of objects
  private static @Nullable Object[] narrow(@Nullable Object[] elements, Class<?> common) {
    Class<? extends @Nullable Object[]> type =
        (Class<? extends @Nullable Object[]>) common.arrayType();
    return Arrays.copyOf(elements, elements.length, type);
  }

  private Object converted(Object value) {
    if (asText) {
      return element.text(value);
    }
    Object given = element.element(value);
    return given instanceof Temporal ? element.text(value) : given;
  }
}
