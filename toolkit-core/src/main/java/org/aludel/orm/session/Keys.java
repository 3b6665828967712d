package org.aludel.orm.session;

import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.aludel.error.Problem;
import org.aludel.error.SessionCode;
import org.aludel.error.UsageException;
import org.aludel.orm.mapping.BasicProperty;
import org.aludel.orm.state.EntityModel;
import org.jspecify.annotations.Nullable;

/** Ids as applications give them. */
final class Keys {
  private Keys() {}

  /**
   * The key of an id: its values in key order, or an object that holds them; whole numbers are
   * converted to the attribute's class.
   */
  static Object of(EntityModel<?> model, @Nullable Object id) {
    List<BasicProperty> ids = model.ids();
    List<?> values = values(model, id);
    if (values.size() != ids.size()) {
      throw wrong(model, id);
    }
    if (ids.size() == 1) {
      return part(model, ids.get(0), values.get(0));
    }
    List<Object> parts = new ArrayList<>();
    for (int index = 0; index < ids.size(); index++) {
      parts.add(part(model, ids.get(index), values.get(index)));
    }
    return List.copyOf(parts);
  }

  private static List<?> values(EntityModel<?> model, @Nullable Object id) {
    List<?> parts = id == null ? List.of() : model.access().idParts(id);
    if (!parts.isEmpty()) {
      return parts;
    }
    if (model.ids().size() == 1) {
      return Collections.singletonList(id);
    }
    return id instanceof List<?> values ? values : List.of();
  }

  private static Object part(EntityModel<?> model, BasicProperty id, @Nullable Object value) {
    Class<?> type = id.javaType();
    if (value instanceof Number given && isWhole(given)) {
      long number = given.longValue();
      if (type == long.class || type == Long.class) {
        return number;
      }
      if ((type == int.class || type == Integer.class) && number == (int) number) {
        return (int) number;
      }
    }
    if (value == null || !MethodType.methodType(type).wrap().returnType().isInstance(value)) {
      throw wrong(model, value);
    }
    return value;
  }

  private static boolean isWhole(Number value) {
    return value instanceof Long
        || value instanceof Integer
        || value instanceof Short
        || value instanceof Byte;
  }

  private static UsageException wrong(EntityModel<?> model, @Nullable Object id) {
    String expected =
        String.join(
            ", ",
            model.ids().stream().map(one -> one.name() + " " + one.javaType().getName()).toList());
    return new UsageException(
        Problem.of(
                SessionCode.UNSUPPORTED,
                "cannot get \"" + model.mapper().type().getName() + "\" by this id")
            .found(described(id))
            .expected(expected));
  }

  private static String described(@Nullable Object id) {
    if (id instanceof List<?> values) {
      return "a list of " + values.size() + " values";
    }
    return id == null ? "null" : "a value of class " + id.getClass().getName();
  }
}
