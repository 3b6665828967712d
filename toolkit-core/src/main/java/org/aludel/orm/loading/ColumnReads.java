package org.aludel.orm.loading;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.aludel.orm.deferred.ColumnChoice;
import org.aludel.orm.mapping.BasicProperty;
import org.aludel.orm.mapping.Mapper;
import org.aludel.orm.mapping.Relationship;
import org.aludel.orm.state.EntityModel;
import org.aludel.orm.state.InstanceState;
import org.aludel.orm.state.Lifecycle;
import org.aludel.orm.state.LoadGroup;
import org.jspecify.annotations.Nullable;

/** Reads columns that objects lack. Not thread-safe. */
final class ColumnReads {
  private final Results results;
  private final LoadSource source;
  private final RowReads rows;

  ColumnReads(Results results, LoadSource source) {
    this.results = results;
    this.source = source;
    this.rows = new RowReads(results, source);
  }

  /**
   * All that an object lacks and may load, together with the other objects of its result.
   *
   * @param base what holds where no statement says otherwise
   */
  void onUse(InstanceState<?> state, LoadPlan base) {
    BitSet wanted = UnloadedColumns.wanted(state);
    if (source.isClosed() || state.lifecycle() == Lifecycle.DETACHED) {
      throw LoadFailures.detached(wanted, state);
    }
    if (!state.expressionSlots().isEmpty()) {
      source.connection(state.model().mapper());
      source.beforeSelect(List.of(state.model()));
    }
    LoadGroup group = state.group();
    List<InstanceState<?>> batch =
        group == null || state.lifecycle() != Lifecycle.PERSISTENT
            ? List.of(state)
            : group.around(state, source.batchSize(), one -> lacks(one, state.model(), wanted));
    if (read(state.model(), batch, wanted, plan(group, base)).contains(state)) {
      throw LoadFailures.gone(state, false);
    }
  }

  private static boolean lacks(InstanceState<?> state, EntityModel<?> model, BitSet wanted) {
    BitSet open = state.unloaded();
    return state.model() == model
        && open != null
        && open.intersects(wanted)
        && state.lifecycle() == Lifecycle.PERSISTENT
        && !isRekeyed(state);
  }

  private static <E> boolean isRekeyed(InstanceState<E> state) {
    return !state.requireKey().equals(state.model().keyOf(state.entity()));
  }

  private static LoadPlan plan(@Nullable LoadGroup group, LoadPlan base) {
    return group instanceof ResultGroup result ? result.plan().overwriting(false) : base;
  }

  /**
   * Reads some slots of objects of one class, and nothing else of them.
   *
   * @param plan what becomes of references among them
   * @return the objects whose rows are gone
   */
  List<InstanceState<?>> read(
      EntityModel<?> model, List<InstanceState<?>> states, BitSet slots, LoadPlan plan) {
    boolean references =
        model.references().stream().anyMatch(reference -> slots.get(reference.slot()));
    ColumnChoice columns =
        ColumnChoice.only(model.mapper(), model.view(), places(model, model, slots));
    LoadGroup group = states.get(0).group();
    Origin origin = group instanceof ResultGroup one ? one.origin() : Origin.root(null);
    LoadPlan wanted = references ? plan : LoadPlan.NOTHING_ELSE;
    return rows.readColumns(model, states, wanted.reading(columns), origin);
  }

  /** Where the columns of some slots of a class stand in the rows of that class, or one above. */
  private static BitSet places(EntityModel<?> model, EntityModel<?> above, BitSet slots) {
    BitSet places = new BitSet();
    int[] positions = above.view().positions(model.mapper());
    for (BasicProperty basic : model.mapper().basics()) {
      places.set(positions[basic.slot()], slots.get(basic.slot()));
    }
    for (Relationship reference : model.references()) {
      int first = above.view().position(reference);
      int behind = first + reference.localColumns().size();
      places.set(first, behind, slots.get(reference.slot()));
    }
    return places;
  }

  /** Reads the keys that objects of any class refer to others by, where they lack them. */
  void references(List<? extends InstanceState<?>> states) {
    Map<EntityModel<?>, List<InstanceState<?>>> byModel = new LinkedHashMap<>();
    for (InstanceState<?> state : states) {
      BitSet open = state.unloaded();
      if (open != null && open.intersects(references(state.model()))) {
        byModel.computeIfAbsent(state.model(), any -> new ArrayList<>()).add(state);
      }
    }
    byModel.forEach((model, members) -> read(model, members, references(model), LoadPlan.MAPPED));
  }

  private static BitSet references(EntityModel<?> model) {
    BitSet slots = new BitSet();
    model.references().forEach(reference -> slots.set(reference.slot()));
    return slots;
  }

  /**
   * Reads what is wanted of the objects of a result right after its rows.
   *
   * @param choice what the rows have
   */
  void follow(EntityModel<?> model, List<? extends EntityRows<?>> result, ColumnChoice choice) {
    if (choice.isWhole()) {
      return;
    }
    Map<Mapper<?>, List<InstanceState<?>>> byClass = new LinkedHashMap<>();
    for (EntityRows<?> each : result) {
      complete(each);
      choice
          .followed(each.model().mapper())
          .ifPresent(
              followed -> {
                BitSet wanted = choice.following().getOrDefault(followed, new BitSet());
                for (InstanceState<?> state : each.states()) {
                  BitSet open = state.unloaded();
                  if (open != null && places(state.model(), model, open).intersects(wanted)) {
                    byClass.computeIfAbsent(followed, any -> new ArrayList<>()).add(state);
                  }
                }
              });
    }
    byClass.forEach((followed, states) -> follow(model, followed, states, result, choice));
  }

  private void follow(
      EntityModel<?> model,
      Mapper<?> followed,
      List<InstanceState<?>> states,
      List<? extends EntityRows<?>> result,
      ColumnChoice choice) {
    EntityModel<?> of = results.context().models().of(followed);
    BitSet places = choice.followedIn(followed, model.view(), of.view());
    LoadPlan plan =
        result
            .get(0)
            .plan()
            .overwriting(false)
            .reading(ColumnChoice.only(followed, of.view(), places));
    rows.readColumns(of, states, plan, result.get(0).origin());
  }

  /** What nobody would read on its use is read at once. */
  private void complete(EntityRows<?> result) {
    List<InstanceState<?>> states = List.copyOf(result.incomplete());
    if (states.isEmpty()) {
      return;
    }
    result.incomplete().clear();
    BitSet open = new BitSet();
    for (InstanceState<?> state : states) {
      BitSet own = state.unloaded();
      open.or(own == null ? new BitSet() : own);
    }
    read(result.model(), states, open, result.plan().overwriting(false));
  }
}
