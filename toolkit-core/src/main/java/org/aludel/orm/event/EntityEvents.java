package org.aludel.orm.event;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.aludel.engine.Connection;
import org.aludel.instrument.Callback;
import org.aludel.instrument.CallbackFinder;
import org.jspecify.annotations.Nullable;

/** All that is called at events of the objects of one class, in its order. Immutable. */
public final class EntityEvents {
  private final List<EntityListener<Object>> listeners;
  private final Map<EntityEvent, List<Callback>> callbacks;

  private EntityEvents(
      List<EntityListener<Object>> listeners, Map<EntityEvent, List<Callback>> callbacks) {
    this.listeners = List.copyOf(listeners);
    this.callbacks = callbacks;
  }

  /** What is called for a class; null for nothing. */
  public static @Nullable EntityEvents of(
      Class<?> entity, CallbackFinder finder, List<EntityRegistration<?>> registrations) {
    Map<EntityEvent, List<Callback>> callbacks = new EnumMap<>(EntityEvent.class);
    for (EntityEvent event : EntityEvent.values()) {
      List<Callback> found = finder.find(entity, event.annotation());
      if (!found.isEmpty()) {
        callbacks.put(event, found);
      }
    }
    List<EntityListener<Object>> listeners = new ArrayList<>();
    for (EntityRegistration<?> one : registrations) {
      if (one.concerns(entity, CallbackFinder.excludesDefaults(entity))) {
        listeners.add(untyped(one));
      }
    }
    return callbacks.isEmpty() && listeners.isEmpty()
        ? null
        : new EntityEvents(listeners, callbacks);
  }

  /** Whether anything is called at an event. */
  public boolean hears(EntityEvent event) {
    return !listeners.isEmpty() || callbacks.containsKey(event);
  }

  /** Calls the listeners of the factory, then those of the class, then its own methods. */
  public void fire(EntityEvent event, Object entity, Supplier<Connection> connection) {
    for (EntityListener<Object> listener : listeners) {
      tell(listener, event, entity, connection);
    }
    for (Callback callback : callbacks.getOrDefault(event, List.of())) {
      callback.call(entity);
    }
  }

  private static void tell(
      EntityListener<Object> listener,
      EntityEvent event,
      Object entity,
      Supplier<Connection> connection) {
    switch (event) {
      case PRE_PERSIST -> listener.beforeInsert(entity, connection.get());
      case POST_PERSIST -> listener.afterInsert(entity, connection.get());
      case PRE_UPDATE -> listener.beforeUpdate(entity, connection.get());
      case POST_UPDATE -> listener.afterUpdate(entity, connection.get());
      case PRE_REMOVE -> listener.beforeDelete(entity, connection.get());
      case POST_REMOVE -> listener.afterDelete(entity, connection.get());
      case POST_LOAD -> listener.loaded(entity);
    }
  }

  @SuppressWarnings("unchecked") // told of objects of its class only
  private static EntityListener<Object> untyped(EntityRegistration<?> registration) {
    return (EntityListener<Object>) registration.listener();
  }
}
