package org.aludel.orm.loading;

import java.util.BitSet;
import java.util.Set;
import java.util.function.Consumer;
import org.aludel.error.Problem;
import org.aludel.error.SessionCode;
import org.aludel.error.UsageException;
import org.aludel.instrument.LoadTrigger;
import org.aludel.orm.mapping.BasicProperty;
import org.aludel.orm.mapping.ElementCollection;
import org.aludel.orm.mapping.Relationship;
import org.aludel.orm.state.EntityModel;
import org.aludel.orm.state.EntityModels;
import org.aludel.orm.state.InstanceState;
import org.aludel.orm.state.LazyCollection;
import org.jspecify.annotations.Nullable;

/** Makes what stands in fields for objects that are not loaded, for one session. */
final class Wrappers {
  private final EntityModels models;
  private final CollectionLoader loader;
  private final LoadTrigger trigger;
  private final Consumer<InstanceState<?>> columns;

  /**
   * @param columns what loads columns that an object lacks
   */
  Wrappers(
      EntityModels models,
      CollectionLoader loader,
      LoadTrigger trigger,
      Consumer<InstanceState<?>> columns) {
    this.models = models;
    this.loader = loader;
    this.trigger = trigger;
    this.columns = columns;
  }

  /** A trigger for an object without some of its columns. */
  LoadTrigger columns(InstanceState<?> state, BitSet raising) {
    return new UnloadedColumns(state, raising, columns);
  }

  /** Some columns of an object count as not loaded. */
  void reopen(InstanceState<?> state, BitSet slots) {
    BitSet all = (BitSet) slots.clone();
    BitSet open = state.unloaded();
    if (open != null) {
      all.or(open);
    }
    LoadTrigger known = state.trigger();
    state.unloaded(all, known == null ? columns(state, new BitSet()) : known);
  }

  LoadTrigger trigger() {
    return trigger;
  }

  /** An instance for a row that nobody has read. */
  <E> E reference(EntityModel<E> model, Object key) {
    if (!model.access().supportsLazy() || model.mapper().isPolymorphic()) {
      throw LoadFailures.noReference(model);
    }
    E made = model.access().lazy(trigger);
    model.key(made, key);
    return made;
  }

  /** A trigger that refuses to load what an attribute refers to. */
  static LoadTrigger raising(String attribute) {
    return instance -> {
      throw forbidden(attribute);
    };
  }

  /** A collection for a field, by the field's class. */
  LazyCollection unloaded(InstanceState<?> owner, int collection) {
    CollectionSlot slot = new CollectionSlot(loader, owner, collection);
    ElementCollection values = owner.model().elements(collection);
    if (values != null) {
      return values.isMap()
          ? new LazyMap<>(slot)
          : values.isSet() ? new LazySet<>(slot) : new LazyList<>(slot);
    }
    Relationship relationship = owner.model().collections().get(collection);
    BasicProperty key = relationship.mapKey();
    if (key != null) {
      return new LazyMap<>(slot, element -> value(element, key));
    }
    if (relationship.isWriteOnly()) {
      return new WriteOnlyElements<>(slot, relationship);
    }
    return relationship.javaType() == Set.class ? new LazySet<>(slot) : new LazyList<>(slot);
  }

  private <E> @Nullable Object value(E element, BasicProperty key) {
    return models.ofEntity(element).access().get(element, key.slot());
  }

  /** Why values are not loaded. */
  static UsageException forbiddenValues(String attribute) {
    return new UsageException(
        Problem.of(SessionCode.RAISE_ON_LOAD, "cannot load \"" + attribute + "\" on its first use")
            .found("the loader strategy raise")
            .fix("ask about the values in a statement, or map them with another @Load"));
  }

  /** Why a collection is never loaded. */
  static UsageException writeOnly(Relationship collection) {
    return new UsageException(
        Problem.of(SessionCode.WRITE_ONLY, "cannot load \"" + collection + "\"")
            .found("a WriteOnlyCollection, which is never loaded")
            .fix(
                "read its select(…) instead; for an owner that is deleted, or whose id changes, let"
                    + " the server act on the reference of the elements: @OnDelete, @OnUpdate"));
  }

  /** Why an attribute in a column is not loaded. */
  static UsageException forbidden(BasicProperty basic, EntityModel<?> model) {
    String attribute = model.mapper().type().getSimpleName() + "." + basic.name();
    return new UsageException(
        Problem.of(SessionCode.RAISE_ON_LOAD, "cannot load \"" + attribute + "\" on its first use")
            .found("a method that uses it, or may do so, and the option raiseColumns")
            .fix("load it with the statement: options(undefer(…))"));
  }

  /** Why an attribute is not loaded. */
  static UsageException forbidden(String attribute) {
    return new UsageException(
        Problem.of(SessionCode.RAISE_ON_LOAD, "cannot load \"" + attribute + "\" on its first use")
            .found("the loader strategy raise")
            .fix("load it with the statement: options(selectIn(…))"));
  }
}
