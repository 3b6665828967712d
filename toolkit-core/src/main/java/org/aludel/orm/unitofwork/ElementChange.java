package org.aludel.orm.unitofwork;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.aludel.orm.element.ElementForm;
import org.aludel.orm.mapping.ElementCollection;
import org.aludel.orm.state.ElementValues;
import org.aludel.orm.state.InstanceState;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one collection of values that differ from the database.
 *
 * @param number of its contents
 * @param now its values
 * @param deleted by position or key where there is one, else by value
 */
record ElementChange(
    InstanceState<?> owner,
    int number,
    List<?> now,
    List<Row> deleted,
    List<Row> updated,
    List<Row> inserted) {
  /**
   * One row.
   *
   * @param key the position or the key of a map; null where there is neither
   */
  record Row(@Nullable Object key, @Nullable Object value) {}

  static ElementChange between(InstanceState<?> owner, int number, List<?> before, List<?> now) {
    ElementCollection collection =
        Objects.requireNonNull(owner.model().elements(number), "a collection of values");
    ElementChange change =
        new ElementChange(
            owner, number, now, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    if (collection.key() == null) {
      change.compareBags(collection, before, now);
    } else {
      change.compareKeyed(collection, rows(collection, before), rows(collection, now));
    }
    return change;
  }

  ElementCollection collection() {
    return Objects.requireNonNull(owner.model().elements(number));
  }

  boolean isEmpty() {
    return deleted.isEmpty() && updated.isEmpty() && inserted.isEmpty();
  }

  private static Map<Object, Object> rows(ElementCollection collection, List<?> elements) {
    Map<Object, Object> rows = new LinkedHashMap<>();
    for (int index = 0; index < elements.size(); index++) {
      Object element = elements.get(index);
      if (element instanceof ElementValues.Entry entry && collection.isMap()) {
        rows.put(Objects.requireNonNull(entry.key()), Objects.requireNonNull(entry.value()));
      } else {
        rows.put(index, element);
      }
    }
    return rows;
  }

  /** A position or key stays where it is: only what it holds changes. */
  private void compareKeyed(
      ElementCollection collection, Map<Object, Object> before, Map<Object, Object> now) {
    before.forEach(
        (key, value) -> {
          Object other = now.get(key);
          if (other == null) {
            deleted.add(new Row(key, null));
          } else if (!ElementValues.same(collection, value, other)) {
            updated.add(new Row(key, other));
          }
        });
    now.forEach(
        (key, value) -> {
          if (!before.containsKey(key)) {
            inserted.add(new Row(key, value));
          }
        });
  }

  /** Equal rows cannot be told apart: where some go, all go, and those that stay come again. */
  private void compareBags(ElementCollection collection, List<?> before, List<?> now) {
    List<Tally> tallies = new ArrayList<>();
    Map<Object, Tally> byValue = new LinkedHashMap<>();
    before.forEach(value -> tally(collection, tallies, byValue, value).before++);
    now.forEach(value -> tally(collection, tallies, byValue, value).now++);
    for (Tally tally : tallies) {
      boolean fewer = tally.now < tally.before;
      if (fewer) {
        deleted.add(new Row(null, tally.value));
      }
      for (int count = fewer ? 0 : tally.before; count < tally.now; count++) {
        inserted.add(new Row(null, tally.value));
      }
    }
  }

  /** How often a value occurs. */
  private static final class Tally {
    final Object value;
    int before;
    int now;

    Tally(Object value) {
      this.value = value;
    }
  }

  /** Values that are equal are found by their hash; only unequal ones may still be the same. */
  private static Tally tally(
      ElementCollection collection, List<Tally> tallies, Map<Object, Tally> byValue, Object value) {
    ElementForm form = collection.form();
    Object key = form.key(value);
    Tally known = byValue.get(key);
    if (known != null) {
      return known;
    }
    if (!form.isExact(value)) {
      for (Tally tally : tallies) {
        if (ElementValues.same(collection, tally.value, value)) {
          return tally;
        }
      }
    }
    Tally made = new Tally(value);
    tallies.add(made);
    byValue.put(key, made);
    return made;
  }
}
