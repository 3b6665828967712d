package org.aludel.orm.unitofwork;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.aludel.error.Problem;
import org.aludel.error.SessionCode;
import org.aludel.error.UsageException;
import org.aludel.orm.element.EmbeddedForm;
import org.aludel.orm.mapping.ElementCollection;
import org.aludel.orm.state.ElementValues;
import org.aludel.orm.state.InstanceState;
import org.aludel.orm.state.LazyCollection;
import org.aludel.orm.state.Lifecycle;
import org.aludel.orm.state.PersistenceContext;
import org.jspecify.annotations.Nullable;

/** The rows that collections of values lose and gain in one flush. */
final class ElementChanges {
  private final PersistenceContext context;
  private final CollectionSource source;
  private final List<ElementChange> changes = new ArrayList<>();

  ElementChanges(PersistenceContext context, CollectionSource source) {
    this.context = context;
    this.source = source;
  }

  /** Whether a collection that is in memory differs from the database; runs no SQL. */
  static <E> boolean isChanged(InstanceState<E> state) {
    for (int index = 0; index < state.model().elements().size(); index++) {
      int number = state.model().elementsAt(index);
      ElementCollection collection = state.model().elements().get(index);
      Object field = state.model().access().get(state.entity(), collection.slot());
      List<?> before = state.contents(number);
      if (!isUntouched(state, collection, field)
          && (before == null || !isSame(state, number, before, ElementValues.of(field)))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSame(InstanceState<?> state, int number, List<?> before, List<?> now) {
    ElementCollection collection = Objects.requireNonNull(state.model().elements(number));
    return ElementValues.same(collection, before, now)
        || (!now.contains(null) && ElementChange.between(state, number, before, now).isEmpty());
  }

  private static boolean isUntouched(
      InstanceState<?> state, ElementCollection collection, @Nullable Object field) {
    return field instanceof LazyCollection lazy
        && !lazy.isLoaded()
        && field == state.snapshotValue(collection.slot());
  }

  /** Compares the collections of an object that has or gets a row. */
  <E> void inspect(InstanceState<E> state) {
    for (int index = 0; index < state.model().elements().size(); index++) {
      ElementCollection collection = state.model().elements().get(index);
      Object field = state.model().access().get(state.entity(), collection.slot());
      if (!isUntouched(state, collection, field)) {
        inspect(state, state.model().elementsAt(index), field);
      }
    }
  }

  private void inspect(InstanceState<?> state, int number, @Nullable Object field) {
    boolean persistent = state.lifecycle() == Lifecycle.PERSISTENT;
    if (field == null && persistent) {
      throw refused(
          state,
          number,
          "null in place of the collection",
          "clear() it or set an empty one where nothing shall be left");
    }
    List<?> now = ElementValues.of(field);
    requireValues(state, number, now);
    List<?> before = persistent ? before(state, number) : List.of();
    ElementCollection collection = Objects.requireNonNull(state.model().elements(number));
    if (ElementValues.same(collection, before, now)) {
      return;
    }
    if (collection.form() instanceof EmbeddedForm form) {
      requireContents(state, number, new Elements(form, collection.isSet(), now));
    }
    ElementChange change = ElementChange.between(state, number, before, now);
    if (!change.isEmpty()) {
      changes.add(change);
    }
  }

  private List<?> before(InstanceState<?> state, int number) {
    if (state.contents(number) == null) {
      source.loadValues(number, List.of(state));
    }
    return Objects.requireNonNull(state.contents(number), "the source loads the collection");
  }

  private static void requireValues(InstanceState<?> state, int number, List<?> values) {
    for (Object value : values) {
      boolean isNull =
          value instanceof ElementValues.Entry entry
              ? entry.key() == null || entry.value() == null
              : value == null;
      if (isNull) {
        throw refused(state, number, "null among its elements", "remove it");
      }
    }
  }

  /** The elements of an embeddable class, without the keys of a map. */
  private record Elements(EmbeddedForm form, boolean once, List<?> all) {
    List<Object> values() {
      List<Object> values = new ArrayList<>(all.size());
      for (Object one : all) {
        Object value = one instanceof ElementValues.Entry entry ? entry.value() : one;
        values.add(Objects.requireNonNull(value));
      }
      return values;
    }

    boolean repeats() {
      Set<Object> keys = new HashSet<>();
      List<Object> inexact = new ArrayList<>();
      for (Object value : values()) {
        if (!keys.add(form.key(value)) || inexact.stream().anyMatch(one -> form.same(one, value))) {
          return true;
        }
        if (!form.isExact(value)) {
          inexact.add(value);
        }
      }
      return false;
    }
  }

  /** An element without contents would be read as none; a Set has one row for an element. */
  private static void requireContents(InstanceState<?> state, int number, Elements elements) {
    if (elements.values().stream().anyMatch(elements.form()::isNothing)) {
      throw refused(
          state, number, "an element whose attributes are all null", "remove it, or fill it");
    }
    if (elements.once() && elements.repeats()) {
      throw refused(
          state,
          number,
          "two elements of a Set with the same attributes",
          "remove one; the equals and hashCode of their class compare what the columns hold");
    }
  }

  private static UsageException refused(
      InstanceState<?> state, int number, String found, String fix) {
    String owner = state.model().describe(state.key());
    return new UsageException(
        Problem.of(
                SessionCode.CONTRADICTION,
                "cannot flush \"" + state.model().elements(number) + "\" of \"" + owner + "\"")
            .found(found)
            .expected("values, each of which is a row")
            .fix(fix));
  }

  boolean isEmpty() {
    return byCollection().isEmpty() && deleted().isEmpty();
  }

  /** The changes of owners that keep or get a row, by collection. */
  Map<ElementCollection, List<ElementChange>> byCollection() {
    Map<ElementCollection, List<ElementChange>> all = new LinkedHashMap<>();
    for (ElementChange change : changes) {
      if (AssociationChanges.stays(change.owner())) {
        all.computeIfAbsent(change.collection(), any -> new ArrayList<>()).add(change);
      }
    }
    return all;
  }

  /** The deleted objects whose values go with them. */
  Map<ElementCollection, List<InstanceState<?>>> deleted() {
    Map<ElementCollection, List<InstanceState<?>>> all = new LinkedHashMap<>();
    for (InstanceState<?> state : context.deleted()) {
      for (ElementCollection collection : state.model().elements()) {
        if (state.key() != null) {
          all.computeIfAbsent(collection, any -> new ArrayList<>()).add(state);
        }
      }
    }
    return all;
  }

  /** After the rows are written: what the collections hold is what the database holds. */
  void settle() {
    for (ElementChange change : changes) {
      InstanceState<?> owner = change.owner();
      if (owner.lifecycle() == Lifecycle.PERSISTENT) {
        new CollectionWrapping(source).wrap(owner);
        context.contents(
            owner, change.number(), ElementValues.copied(change.collection(), change.now()));
      }
    }
  }
}
