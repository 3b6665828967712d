package org.aludel.orm.state;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.aludel.orm.element.ElementForm;
import org.aludel.orm.mapping.ElementCollection;
import org.jspecify.annotations.Nullable;

/**
 * The values of a collection as a list: those of a map are its entries. What the database holds is
 * kept as copies, so that a change inside a value is found.
 */
public final class ElementValues {
  private ElementValues() {}

  /** What a field holds, without copies; loads nothing that is loaded. */
  public static List<?> of(@Nullable Object field) {
    if (field instanceof Map<?, ?> map) {
      return entries(map);
    }
    return field instanceof Collection<?> values ? new ArrayList<>(values) : List.of();
  }

  /** The entries of a map in its order. */
  public static List<Entry> entries(Map<?, ?> map) {
    List<Entry> entries = new ArrayList<>();
    map.forEach((key, value) -> entries.add(new Entry(key, value)));
    return entries;
  }

  /** One entry of a map; unlike those of the JDK it may hold null, which a flush refuses. */
  public record Entry(@Nullable Object key, @Nullable Object value) {}

  /** Copies that later changes of the values do not reach. */
  public static List<Object> copied(ElementCollection collection, Collection<?> values) {
    ElementForm form = collection.form();
    List<Object> copies = new ArrayList<>(values.size());
    for (Object value : values) {
      copies.add(
          value instanceof Entry entry && entry.value() != null
              ? new Entry(entry.key(), form.copy(entry.value()))
              : form.copy(value));
    }
    return copies;
  }

  /** Whether the database holds the same; the order counts where a column keeps it. */
  public static boolean same(ElementCollection collection, List<?> before, List<?> now) {
    if (before.size() != now.size()) {
      return false;
    }
    for (int index = 0; index < before.size(); index++) {
      if (!same(collection, before.get(index), now.get(index))) {
        return false;
      }
    }
    return true;
  }

  /** Whether two elements are the same to the database. */
  public static boolean same(
      ElementCollection collection, @Nullable Object left, @Nullable Object right) {
    if (left == right || left == null || right == null) {
      return left == right;
    }
    if (left instanceof Entry one && right instanceof Entry other) {
      return one.key() != null
          && one.key().equals(other.key())
          && same(collection, one.value(), other.value());
    }
    return collection.form().same(left, right);
  }
}
