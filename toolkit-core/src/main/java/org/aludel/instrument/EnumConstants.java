package org.aludel.instrument;

import java.lang.reflect.Field;
import java.util.HashMap;
import java.util.Map;
import org.aludel.error.MappingCode;
import org.aludel.error.MappingException;
import org.aludel.error.Problem;
import org.aludel.error.TypeCode;
import org.aludel.type.SqlType;
import org.jspecify.annotations.Nullable;

/** What is stored of the constants of an enum that keep a value for it in a field. */
public final class EnumConstants {
  private EnumConstants() {}

  /**
   * A type for the constants, in columns of another one.
   *
   * @param field that holds the value of each constant
   * @param stored the type of the values: of String, Short or Integer
   * @throws MappingException INVALID_MAPPING when a constant has no value or that of another one
   */
  public static <E extends Enum<E>> SqlType<E> stored(
      Class<E> type, String field, SqlType<?> stored) {
    Map<E, Object> values = new HashMap<>();
    Map<Object, E> constants = new HashMap<>();
    for (E constant : type.getEnumConstants()) {
      Object value = value(type, field, constant);
      E other = value == null ? constant : constants.putIfAbsent(value, constant);
      if (value == null || other != null) {
        throw repeated(type, field, constant, value);
      }
      values.put(constant, value);
    }
    @SuppressWarnings("unchecked") // the values are of the class of the field, as the caller saw
    SqlType<Object> open = (SqlType<Object>) stored;
    return open.as(type, value -> constant(type, constants, value), values::get);
  }

  private static <E extends Enum<E>> E constant(
      Class<E> type, Map<Object, E> constants, Object value) {
    E constant = constants.get(value);
    if (constant == null) {
      throw new MappingException(
          Problem.of(TypeCode.WRONG_VALUE, "cannot read a \"" + type.getName() + "\"")
              .found("the value " + value)
              .expected("the value of one of its constants")
              .fix("correct the rows, or add the constant to the enum"));
    }
    return constant;
  }

  private static @Nullable Object value(Class<?> type, String name, Object constant) {
    try {
      Field field = type.getDeclaredField(name);
      field.setAccessible(true);
      Object value = field.get(constant);
      return value instanceof Byte small ? (Object) small.shortValue() : value;
    } catch (ReflectiveOperationException error) {
      throw GeneratedCode.stale(type, error.toString(), error);
    }
  }

  private static MappingException repeated(
      Class<?> type, String field, Enum<?> constant, @Nullable Object value) {
    return new MappingException(
        Problem.of(MappingCode.INVALID_MAPPING, "cannot map \"" + type.getName() + "\"")
            .found("the value " + value + " of " + constant + " in \"" + field + "\"")
            .expected("a value for each constant, and no value twice")
            .fix("correct the constants"));
  }
}
