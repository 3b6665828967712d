package org.aludel.orm.session;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aludel.orm.mapping.BasicProperty;
import org.aludel.orm.mapping.Property;
import org.aludel.orm.mapping.Relationship;
import org.aludel.orm.state.EntityModel;
import org.aludel.orm.state.InstanceState;
import org.aludel.orm.state.LazyCollection;
import org.jspecify.annotations.Nullable;

/** Compares attributes of one object with what the session knows of its row; runs no SQL. */
final class Histories {
  private static final AttributeHistory NONE =
      new AttributeHistory(List.of(), List.of(), List.of());

  private Histories() {}

  /** The history of an attribute; null where the class has none of this name. */
  static @Nullable AttributeHistory of(InstanceState<?> state, String attribute) {
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
