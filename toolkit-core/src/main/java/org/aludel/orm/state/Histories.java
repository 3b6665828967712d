package org.aludel.orm.state;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.aludel.orm.collection.WriteOnlyCollection;
import org.aludel.orm.event.AttributeHistory;
import org.aludel.orm.mapping.BasicProperty;
import org.aludel.orm.mapping.ElementCollection;
import org.aludel.orm.mapping.Property;
import org.aludel.orm.mapping.Relationship;
import org.jspecify.annotations.Nullable;

/** Compares attributes of one object with what the session knows of its row; runs no SQL. */
public final class Histories {
  private static final AttributeHistory NONE =
      new AttributeHistory(List.of(), List.of(), List.of());

  private Histories() {}

  /** The history of an attribute; null where the class has none of this name. */
  public static @Nullable AttributeHistory of(InstanceState<?> state, String attribute) {
    EntityModel<?> model = state.model();
    Property property = model.mapper().property(attribute).orElse(null);
    if (property instanceof Relationship relationship && !relationship.isReference()) {
      return ofElements(state, model.collections().indexOf(relationship));
    }
    if (property instanceof Relationship reference) {
      return ofValue(state, reference.slot());
    }
    return property instanceof BasicProperty basic ? ofValue(state, basic.slot()) : null;
  }

  /**
   * What a flush would find changed in an object that has a row, by attribute: those in columns,
   * then references, collections of objects and collections of values. What is not loaded has not
   * changed. A collection of values has the entries of a map as {@link ElementValues.Entry}.
   */
  public static Map<String, AttributeHistory> changed(InstanceState<?> state) {
    Map<String, AttributeHistory> all = new LinkedHashMap<>();
    EntityModel<?> model = state.model();
    if (state.isModified()) {
      BitSet slots = state.changedSlots();
      model.mapper().basics().forEach(one -> put(all, slots, one.slot(), one.name(), state));
      model.references().forEach(one -> put(all, slots, one.slot(), one.name(), state));
    }
    for (int index = 0; index < model.contentsCount(); index++) {
      AttributeHistory history =
          model.elements(index) == null ? ofElements(state, index) : ofValues(state, index);
      if (history.hasChanges()) {
        all.put(model.contentsName(index), history);
      }
    }
    return all;
  }

  private static void put(
      Map<String, AttributeHistory> all,
      BitSet changed,
      int slot,
      String name,
      InstanceState<?> state) {
    if (changed.get(slot)) {
      all.put(name, ofValue(state, slot));
    }
  }

  /** As the database compares: where values stayed as they were, each is found first. */
  private static AttributeHistory ofValues(InstanceState<?> state, int number) {
    ElementCollection values = Objects.requireNonNull(state.model().elements(number));
    List<?> before = state.contents(number);
    Object field = state.value(values.slot());
    if (before == null || isUnloaded(field)) {
      return NONE;
    }
    List<Object> added = new ArrayList<>(ElementValues.of(field));
    if (ElementValues.same(values, before, added)) {
      return NONE;
    }
    List<Object> deleted = new ArrayList<>(before);
    List<Object> unchanged = new ArrayList<>();
    for (Object value : before) {
      int found = indexOf(values, added, value);
      if (found >= 0) {
        unchanged.add(added.remove(found));
        deleted.remove(indexOf(values, deleted, value));
      }
    }
    return new AttributeHistory(added, unchanged, deleted);
  }

  private static int indexOf(ElementCollection values, List<?> all, Object wanted) {
    for (int index = 0; index < all.size(); index++) {
      if (ElementValues.same(values, all.get(index), wanted)) {
        return index;
      }
    }
    return -1;
  }

  private static boolean isUnloaded(@Nullable Object field) {
    return field instanceof LazyCollection lazy && !lazy.isLoaded();
  }

  private static AttributeHistory ofValue(InstanceState<?> state, int slot) {
    BitSet unloaded = state.unloaded();
    if (unloaded != null && unloaded.get(slot)) {
      return NONE;
    }
    List<Object> now = one(state.value(slot));
    if (!state.isLoaded()) {
      return new AttributeHistory(
          state.value(slot) == null ? List.of() : now, List.of(), List.of());
    }
    return state.changedSlots().get(slot)
        ? new AttributeHistory(now, List.of(), one(state.snapshotValue(slot)))
        : new AttributeHistory(List.of(), now, List.of());
  }

  private static List<Object> one(@Nullable Object value) {
    List<@Nullable Object> list = new ArrayList<>();
    list.add(value);
    @SuppressWarnings({"NullAway", "unchecked"}) // documented: the element may be null
    List<Object> elements = (List<Object>) (List<?>) list;
    return elements;
  }

  private static AttributeHistory ofElements(InstanceState<?> state, int collection) {
    int slot = state.model().collections().get(collection).slot();
    if (state.value(slot) instanceof WriteOnlyCollection<?> waiting) {
      return new AttributeHistory(
          without(waiting.added(), List.of()), List.of(), without(waiting.removed(), List.of()));
    }
    if (isUnloaded(state.value(slot))) {
      return NONE;
    }
    List<?> before = state.contents(collection);
    Collection<?> now = elements(state.value(slot));
    if (before == null) {
      return new AttributeHistory(without(now, List.of()), List.of(), List.of());
    }
    List<Object> added = without(now, before);
    return new AttributeHistory(added, without(now, added), without(before, now));
  }

  private static Collection<?> elements(@Nullable Object field) {
    if (field instanceof LazyCollection lazy) {
      return lazy.isLoaded() ? lazy.elements() : List.of();
    }
    if (field instanceof Map<?, ?> map) {
      return map.values();
    }
    return field instanceof Collection<?> all ? all : field == null ? List.of() : List.of(field);
  }

  private static List<Object> without(Collection<?> elements, Collection<?> others) {
    Set<Object> known = Collections.newSetFromMap(new IdentityHashMap<>());
    known.addAll(others);
    List<Object> rest = new ArrayList<>();
    for (Object element : elements) {
      if (!known.contains(element)) {
        rest.add(element);
      }
    }
    return rest;
  }
}
