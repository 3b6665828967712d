package org.aludel.type;

import java.util.List;

/** Types of bind parameters that carry many values of one column. */
public final class ArrayTypes {
  private ArrayTypes() {}

  /**
   * An array whose elements the server knows as values of their own type. Values are an {@code
   * Object[]} of what the element's codec takes, nulls included, or an array of primitives.
   *
   * @param element the column's type
   * @param driverName the element type as the driver's {@code createArrayOf} wants it
   */
  public static SqlType<Object> of(SqlType<?> element, String driverName) {
    return new SqlType<>(
        element.name() + "[]",
        Object.class,
        new ColumnArrayCodec(element.codec(), driverName, false));
  }

  /** An array of texts that the statement casts to the column's type, element by element. */
  public static SqlType<Object> asText(SqlType<?> element) {
    return new SqlType<>(
        "text[]", Object.class, new ColumnArrayCodec(element.codec(), "text", true));
  }

  /**
   * The values of a list that is compared with, such as that of IN; the compiler sends them one by
   * one where their type has SQL round each of them.
   */
  public static <J> SqlType<List<J>> ofValues(SqlType<J> element) {
    return SqlTypes.arrayOfAny(element);
  }
}
