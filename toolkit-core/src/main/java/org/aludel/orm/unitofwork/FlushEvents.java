package org.aludel.orm.unitofwork;

import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.aludel.engine.Connection;
import org.aludel.orm.event.AttributeHistory;
import org.aludel.orm.event.EntityEvent;
import org.aludel.orm.event.EntityEvents;
import org.aludel.orm.mapping.Mapper;
import org.aludel.orm.state.Histories;
import org.aludel.orm.state.InstanceState;
import org.aludel.orm.state.Lifecycle;
import org.aludel.orm.state.PersistenceContext;
import org.jspecify.annotations.Nullable;

/** Tells of what one flush does, each object once an event. */
final class FlushEvents {
  private final PersistenceContext context;
  private final Function<Mapper<?>, Connection> connections;
  private final Map<EntityEvent, Set<InstanceState<?>>> told = new EnumMap<>(EntityEvent.class);

  private final Map<InstanceState<?>, Set<String>> toldAttributes = new HashMap<>();

  FlushEvents(PersistenceContext context, Function<Mapper<?>, Connection> connections) {
    this.context = context;
    this.connections = connections;
  }

  /**
   * Tells of what is about to be written and was not told of.
   *
   * @return whether anybody was told, and so may have changed what is about to be written
   */
  boolean before() {
    boolean any = false;
    for (InstanceState<?> state : context.pending()) {
      any |= tell(EntityEvent.PRE_PERSIST, state);
    }
    for (InstanceState<?> state : context.persistent()) {
      any |= tellOfAttributes(state);
      if (hears(EntityEvent.PRE_UPDATE, state) && isUpdated(state)) {
        any |= tell(EntityEvent.PRE_UPDATE, state);
      }
    }
    for (InstanceState<?> state : context.deleted()) {
      any |= tell(EntityEvent.PRE_REMOVE, state);
    }
    return any;
  }

  /** Tells of what was written, in the order of writing. */
  void after(List<Batch> batches) {
    for (Batch batch : batches) {
      if (!batch.postUpdate()) {
        batch.operations().forEach(this::after);
      }
    }
  }

  private void after(RowOperation operation) {
    InstanceState<?> replaced = operation.replaced();
    switch (operation.kind()) {
      case INSERT -> tell(EntityEvent.POST_PERSIST, operation.state());
      case DELETE -> tell(EntityEvent.POST_REMOVE, operation.state());
      case UPDATE -> {
        if (replaced == null) {
          tell(EntityEvent.POST_UPDATE, operation.state());
        } else {
          tell(EntityEvent.POST_REMOVE, replaced);
          tell(EntityEvent.POST_PERSIST, operation.state());
        }
      }
    }
  }

  private boolean tell(EntityEvent event, InstanceState<?> state) {
    EntityEvents events = state.model().events();
    if (events == null
        || !events.hears(event)
        || !told.computeIfAbsent(event, any -> new HashSet<>()).add(state)) {
      return false;
    }
    events.fire(event, state.entity(), () -> connections.apply(state.model().mapper()));
    return true;
  }

  private boolean tellOfAttributes(InstanceState<?> state) {
    EntityEvents events = state.model().events();
    boolean hears = events != null && events.hearsAttributes();
    if (events == null || !hears || state.lifecycle() != Lifecycle.PERSISTENT) {
      return false;
    }
    Map<String, AttributeHistory> changes = state.isLoaded() ? Histories.changed(state) : Map.of();
    if (!changes.isEmpty()) {
      Set<String> before = toldAttributes.computeIfAbsent(state, any -> new HashSet<>());
      changes.keySet().removeIf(name -> !before.add(name));
    }
    if (changes.isEmpty()) {
      return false;
    }
    events.attributesChanged(
        state.entity(),
        Collections.unmodifiableMap(changes),
        connections.apply(state.model().mapper()));
    return true;
  }

  private static boolean hears(EntityEvent event, InstanceState<?> state) {
    @Nullable EntityEvents events = state.model().events();
    return events != null && events.hears(event);
  }

  private static boolean isUpdated(InstanceState<?> state) {
    return state.lifecycle() == Lifecycle.PERSISTENT && state.isLoaded() && state.isModified();
  }
}
