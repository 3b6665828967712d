package org.aludel.instrument;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import org.aludel.error.MappingCode;
import org.aludel.error.MappingException;
import org.aludel.error.Problem;
import org.jspecify.annotations.Nullable;

/** Reads the components of one record class of the application. Immutable and thread-safe. */
public final class RecordValues {
  private final List<String> names;
  private final List<Method> accessors;

  private RecordValues(List<String> names, List<Method> accessors) {
    this.names = List.copyOf(names);
    this.accessors = List.copyOf(accessors);
  }

  /** The components of a record class, which need not be public. */
  public static RecordValues of(Class<?> type) {
    List<String> names = new ArrayList<>();
    List<Method> accessors = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      Method accessor = component.getAccessor();
      accessor.setAccessible(true);
      names.add(component.getName());
      accessors.add(accessor);
    }
    return new RecordValues(names, accessors);
  }

  /** The names in the order of declaration. */
  public List<String> names() {
    return names;
  }

  /** The values of one record, in the same order. */
  public @Nullable Object[] values(Object row) {
    @Nullable Object[] values = new @Nullable Object[accessors.size()];
    for (int index = 0; index < values.length; index++) {
      values[index] = value(row, accessors.get(index));
    }
    return values;
  }

  private static @Nullable Object value(Object row, Method accessor) {
    try {
      return accessor.invoke(row);
    } catch (IllegalAccessException | InvocationTargetException failure) {
      throw new MappingException(
          Problem.of(
                  MappingCode.INVALID_MAPPING,
                  "cannot read \"" + row.getClass().getName() + "." + accessor.getName() + "\"")
              .found(String.valueOf(failure.getCause() == null ? failure : failure.getCause()))
              .expected("a component whose accessor does not fail"),
          failure);
    }
  }
}
