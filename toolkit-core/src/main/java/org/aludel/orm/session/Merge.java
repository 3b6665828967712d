package org.aludel.orm.session;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.aludel.error.Problem;
import org.aludel.error.SessionCode;
import org.aludel.error.StaleDataException;
import org.aludel.instrument.EntityAccess;
import org.aludel.orm.collection.WriteOnlyCollection;
import org.aludel.orm.loading.Loader;
import org.aludel.orm.mapping.BasicProperty;
import org.aludel.orm.mapping.Cascade;
import org.aludel.orm.mapping.ElementCollection;
import org.aludel.orm.mapping.Relationship;
import org.aludel.orm.state.ElementValues;
import org.aludel.orm.state.EntityModel;
import org.aludel.orm.state.EntityModels;
import org.aludel.orm.state.LazyCollection;
import org.aludel.orm.state.PersistenceContext;
import org.aludel.orm.state.ViewRows;
import org.aludel.orm.unitofwork.SaveCascade;
import org.jspecify.annotations.Nullable;

/**
 * Copies objects that the session does not hold onto those that it does, along relationships that
 * cascade MERGE. The session flushes before and not in between, so that no half-copied object is
 * written. As SQLAlchemy: the given object is never added itself.
 */
final class Merge {
  private final Session session;
  private final PersistenceContext context;
  private final Loader loader;
  private final EntityModels models;
  private final IdentityHashMap<Object, Object> done = new IdentityHashMap<>();

  Merge(Session session, PersistenceContext context, Loader loader) {
    this.loader = loader;
    this.session = session;
    this.context = context;
    this.models = context.models();
  }

  /** The session's object for a given one. */
  <E> E merge(E given) {
    EntityModel<E> model = models.ofEntity(given);
    Object known = done.get(given);
    if (known != null) {
      return model.mapper().type().cast(known);
    }
    if (context.find(given) != null) {
      return given;
    }
    Object key = model.keyOf(given);
    ViewRows.refuseRecord("merge", model, key);
    E held = key == null ? null : session.get(model.mapper().type(), key);
    requireSameRow(model, given, held);
    if (held != null && !EntityAccess.isLoaded(given)) {
      return held;
    }
    E target = held == null ? model.access().create() : held;
    done.put(given, target);
    if (held != null) {
      loader.complete(Objects.requireNonNull(context.find(held), "it is held"));
    }
    copyColumns(model, given, target, held == null);
    copyReferences(model, given, target);
    if (held == null) {
      new SaveCascade(context).addCopy(target);
    }
    copyCollections(model, given, target);
    copyValues(model, given, target);
    return target;
  }

  /** Mutable values are taken from a snapshot, so that the two objects share none. */
  private static <E> void copyColumns(EntityModel<E> model, E given, E target, boolean ids) {
    EntityAccess<E> access = model.access();
    Object copy = access.snapshot(given);
    BitSet unset = EntityAccess.unloadedSlots(given);
    BitSet slots = new BitSet();
    @Nullable Object[] values = new @Nullable Object[model.mapper().basics().size()];
    for (BasicProperty basic : model.mapper().basics()) {
      boolean copied =
          model.ids().contains(basic)
              ? ids && basic.insertable()
              : !basic.equals(model.mapper().version())
                  && !isMade(basic, access.get(given, basic.slot()));
      if (copied && !unset.get(basic.slot())) {
        slots.set(basic.slot());
        values[basic.slot()] = access.snapshotValue(copy, basic.slot());
      }
    }
    access.setAll(target, slots, values);
  }

  /** The row's own value is the right one: a copy that is older shall not bring it back. */
  private static boolean isMade(BasicProperty basic, @Nullable Object given) {
    return switch (basic.generation()) {
      case COMPUTED, UPDATED, EXPRESSION, QUERY -> true;
      case CREATED -> given == null;
      case NONE, DERIVED, IDENTITY, SEQUENCE, UUID, DEFAULT -> false;
    };
  }

  private <E> void copyReferences(EntityModel<E> model, E given, E target) {
    EntityAccess<E> access = model.access();
    BitSet unset = EntityAccess.unloadedSlots(given);
    for (Relationship reference : model.references()) {
      if (unset.get(reference.slot())) {
        continue;
      }
      Object value = access.get(given, reference.slot());
      Object now = access.get(target, reference.slot());
      boolean follows = reference.cascades().contains(Cascade.MERGE);
      access.set(target, reference.slot(), value == null ? null : referenced(value, now, follows));
    }
  }

  /** The session's object for a reference; one that was not loaded was not changed either. */
  private Object referenced(Object value, @Nullable Object now, boolean follows) {
    Object known = done.get(value);
    if (known != null) {
      return known;
    }
    if (follows && EntityAccess.isLoaded(value)) {
      return merge(value);
    }
    return now != null && sameId(value, now) ? now : held(value);
  }

  private <T> boolean sameId(T value, Object other) {
    EntityModel<T> model = models.ofEntity(value);
    Object key = model.keyOf(value);
    return key != null
        && model.mapper().type().isInstance(other)
        && key.equals(model.keyOf(model.mapper().type().cast(other)));
  }

  /** By its id, else as it is: the flush refuses what nobody added. */
  private <T> T held(T value) {
    EntityModel<T> model = models.ofEntity(value);
    Object key = model.keyOf(value);
    T found =
        key == null || context.find(value) != null
            ? value
            : session.get(model.mapper().type(), key);
    return found == null ? value : found;
  }

  private <E> void copyCollections(EntityModel<E> model, E given, E target) {
    EntityAccess<E> access = model.access();
    for (Relationship collection : model.collections()) {
      if (!collection.cascades().contains(Cascade.MERGE)) {
        continue;
      }
      Object value = access.get(given, collection.slot());
      if (collection.isInverseReference()) {
        access.set(target, collection.slot(), value == null ? null : merge(value));
      } else if (value instanceof WriteOnlyCollection<?> waiting) {
        copyWaiting(access, target, collection, waiting);
      } else if (!(value instanceof LazyCollection lazy) || lazy.isLoaded()) {
        copyElements(access, target, collection, value);
      }
    }
  }

  private <E> void copyElements(
      EntityAccess<E> access, E target, Relationship collection, @Nullable Object value) {
    if (value instanceof Map<?, ?> entries) {
      replace(field(access, target, collection), new LinkedHashMap<>(entries));
    } else if (value instanceof Collection<?> elements) {
      replace(field(access, target, collection), new ArrayList<>(elements));
    }
  }

  /** What a flush would write is all that is known of a collection that is never loaded. */
  @SuppressWarnings("unchecked") // both fields are the same attribute
  private <E> void copyWaiting(
      EntityAccess<E> access, E target, Relationship collection, WriteOnlyCollection<?> waiting) {
    Object field = access.get(target, collection.slot());
    WriteOnlyCollection<Object> now =
        field == null ? WriteOnlyCollection.create() : (WriteOnlyCollection<Object>) field;
    if (field == null) {
      access.set(target, collection.slot(), now);
    }
    waiting.added().forEach(element -> now.add(merge(element)));
    waiting.removed().forEach(element -> now.remove(merge(element)));
  }

  /** Values belong to their owner, as columns do: no cascade is asked for. */
  private static <E> void copyValues(EntityModel<E> model, E given, E target) {
    EntityAccess<E> access = model.access();
    for (ElementCollection collection : model.elements()) {
      Object value = access.get(given, collection.slot());
      boolean loaded = !(value instanceof LazyCollection lazy) || lazy.isLoaded();
      if (value != null && loaded) {
        List<?> values = ElementValues.copied(collection, ElementValues.of(value));
        Object now = access.get(target, collection.slot());
        if (now instanceof LazyCollection lazy) {
          // Loads them: what is equal is not written.
          if (!ElementValues.same(collection, new ArrayList<>(lazy.elements()), values)) {
            lazy.fill(values);
          }
        } else {
          access.set(target, collection.slot(), plain(collection, values));
        }
      }
    }
  }

  private static Object plain(ElementCollection collection, List<?> values) {
    if (!collection.isMap()) {
      return collection.isSet() ? new LinkedHashSet<>(values) : new ArrayList<>(values);
    }
    Map<Object, Object> map = new LinkedHashMap<>();
    for (Object value : values) {
      ElementValues.Entry entry = (ElementValues.Entry) value;
      map.put(entry.key(), entry.value());
    }
    return map;
  }

  /** What the field holds; an empty collection is put there where it holds nothing. */
  private static <E> Object field(EntityAccess<E> access, E target, Relationship collection) {
    Object field = access.get(target, collection.slot());
    if (field == null) {
      Class<?> type = collection.javaType();
      field =
          type == Map.class
              ? new LinkedHashMap<>()
              : type == Set.class ? new LinkedHashSet<>() : new ArrayList<>();
      access.set(target, collection.slot(), field);
    }
    return field;
  }

  @SuppressWarnings("unchecked") // the elements came out of the same attribute of the same class
  private void replace(Object field, List<?> elements) {
    Collection<Object> target = (Collection<Object>) field;
    // Loads all of them with one statement; merging would ask for one after the other.
    List<Object> before = new ArrayList<>(target);
    List<Object> merged = new ArrayList<>();
    elements.forEach(element -> merged.add(merge(element)));
    if (!sameObjects(before, merged)) {
      target.clear();
      target.addAll(merged);
    }
  }

  @SuppressWarnings("unchecked") // the entries came out of the same attribute of the same class
  private void replace(Object field, Map<?, ?> entries) {
    Map<Object, Object> target = (Map<Object, Object>) field;
    List<Object> before = new ArrayList<>(target.values());
    Map<Object, Object> merged = new LinkedHashMap<>();
    entries.forEach((key, element) -> merged.put(key, merge(element)));
    if (!sameObjects(before, new ArrayList<>(merged.values()))) {
      target.clear();
      target.putAll(merged);
    }
  }

  /** By identity: new objects without an id may well be equal. */
  private static boolean sameObjects(List<?> left, List<?> right) {
    boolean same = left.size() == right.size();
    for (int index = 0; same && index < left.size(); index++) {
      same = left.get(index) == right.get(index);
    }
    return same;
  }

  /** An object that was read from a row must find that row in the version that it was read in. */
  private static <E> void requireSameRow(EntityModel<E> model, E given, @Nullable E held) {
    BasicProperty version = model.mapper().version();
    Object mine = version == null ? null : model.access().get(given, version.slot());
    boolean wasRead = !EntityAccess.isLoaded(given) || counted(mine);
    if (held == null && wasRead) {
      throw stale(model, given, "no row");
    }
    if (held != null && version != null && EntityAccess.isLoaded(given)) {
      Object theirs = model.access().get(held, version.slot());
      if (!sameVersion(mine, theirs)) {
        throw stale(model, given, "version " + theirs + ", the object has " + mine);
      }
    }
  }

  private static boolean counted(@Nullable Object version) {
    return version instanceof Number number ? number.longValue() != 0 : version != null;
  }

  /** The server gives times in another offset than they were written with. */
  private static boolean sameVersion(@Nullable Object left, @Nullable Object right) {
    return (left instanceof OffsetDateTime one && right instanceof OffsetDateTime other)
        ? one.isEqual(other)
        : Objects.equals(left, right);
  }

  private static <E> StaleDataException stale(EntityModel<E> model, E given, String found) {
    String name = model.describe(model.keyOf(given));
    return new StaleDataException(
        Problem.of(SessionCode.STALE, "cannot merge \"" + name + "\"")
            .found(found)
            .expected("the row as the object was read from it")
            .fix("read the row again and repeat the change"));
  }
}
