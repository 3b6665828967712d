package org.aludel.orm.loading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.aludel.orm.mapping.ElementCollection;
import org.aludel.orm.state.ElementValues;
import org.aludel.orm.state.InstanceState;
import org.aludel.orm.state.LazyCollection;
import org.jspecify.annotations.Nullable;

/**
 * What the application did to a collection of values while its owner waited to be read again: done
 * once more to what the database has by then. A list with positions stays as it is in memory.
 */
record ValueEdits(
    InstanceState<?> owner, int number, LazyCollection field, List<?> before, List<?> now) {

  static <E> List<ValueEdits> of(InstanceState<E> state) {
    List<ValueEdits> edits = new ArrayList<>();
    for (int index = 0; index < state.model().elements().size(); index++) {
      ElementCollection collection = state.model().elements().get(index);
      int number = state.model().elementsAt(index);
      List<?> before = state.contents(number);
      Object field = state.model().access().get(state.entity(), collection.slot());
      if (before != null && field instanceof LazyCollection lazy && lazy.isLoaded()) {
        List<?> now = new ArrayList<>(lazy.elements());
        if (!ElementValues.same(collection, before, now)) {
          edits.add(new ValueEdits(state, number, lazy, before, now));
        }
      }
    }
    return edits;
  }

  /** The contents are those of the database again. */
  void redo() {
    ElementCollection collection = Objects.requireNonNull(owner.model().elements(number));
    List<?> fresh = Objects.requireNonNull(owner.contents(number));
    field.fill(
        collection.isOrdered()
            ? now
            : collection.isMap() ? entries(collection, fresh) : values(collection, fresh));
  }

  private List<Object> entries(ElementCollection collection, List<?> fresh) {
    Map<@Nullable Object, Object> earlier = byKey(before);
    Map<@Nullable Object, Object> later = byKey(now);
    Map<@Nullable Object, Object> result = byKey(ElementValues.copied(collection, fresh));
    earlier.forEach(
        (key, entry) -> {
          if (!later.containsKey(key)) {
            result.remove(key);
          }
        });
    later.forEach(
        (key, entry) -> {
          if (!ElementValues.same(collection, earlier.get(key), entry)) {
            result.put(key, entry);
          }
        });
    return new ArrayList<>(result.values());
  }

  private static Map<@Nullable Object, Object> byKey(List<?> entries) {
    Map<@Nullable Object, Object> map = new LinkedHashMap<>();
    for (Object one : entries) {
      map.put(((ElementValues.Entry) one).key(), one);
    }
    return map;
  }

  private List<Object> values(ElementCollection collection, List<?> fresh) {
    List<Object> result = new ArrayList<>(ElementValues.copied(collection, fresh));
    for (Object gone : without(collection, before, now)) {
      take(collection, result, gone);
    }
    for (Object added : without(collection, now, before)) {
      if (!collection.isSet() || !take(collection, new ArrayList<>(result), added)) {
        result.add(added);
      }
    }
    return result;
  }

  private static List<Object> without(
      ElementCollection collection, List<?> values, List<?> others) {
    List<Object> rest = new ArrayList<>(values);
    others.forEach(other -> take(collection, rest, other));
    return rest;
  }

  private static boolean take(ElementCollection collection, List<Object> values, Object value) {
    for (int index = 0; index < values.size(); index++) {
      if (ElementValues.same(collection, values.get(index), value)) {
        values.remove(index);
        return true;
      }
    }
    return false;
  }
}
