package org.aludel.orm.event;

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
  private final List<AttributeListener<Object>> attributeListeners;
  private final Map<EntityEvent, List<Callback>> callbacks;

  private EntityEvents(
      List<EntityListener<Object>> listeners,
      List<AttributeListener<Object>> attributeListeners,
      Map<EntityEvent, List<Callback>> callbacks) {
    this.listeners = List.copyOf(listeners);
    this.attributeListeners = List.copyOf(attributeListeners);
    this.callbacks = callbacks;
  }

  /**
   * What is called for a class; null for nothing.
   *
   * @param annotated the class with its annotations
   */
  public static @Nullable EntityEvents of(
      Class<?> entity, Class<?> annotated, CallbackFinder finder, Registrations registrations) {
    Map<EntityEvent, List<Callback>> callbacks = new EnumMap<>(EntityEvent.class);
    for (EntityEvent event : EntityEvent.values()) {
      List<Callback> found = finder.find(annotated, event.annotation());
      if (!found.isEmpty()) {
        callbacks.put(event, found);
      }
    }
    boolean own = CallbackFinder.excludesDefaults(annotated);
    List<EntityListener<Object>> listeners =
        registrations.entities().stream()
            .filter(one -> one.concerns(entity, own))
            .map(EntityEvents::untyped)
            .toList();
    List<AttributeListener<Object>> attributeListeners =
        registrations.attributes().stream()
            .filter(one -> one.concerns(entity, own))
            .map(EntityEvents::untyped)
            .toList();
    return callbacks.isEmpty() && listeners.isEmpty() && attributeListeners.isEmpty()
        ? null
        : new EntityEvents(listeners, attributeListeners, callbacks);
  }

  /** Whether anybody is told of changed attributes. */
  public boolean hearsAttributes() {
    return !attributeListeners.isEmpty();
  }

  /** Tells of changed attributes, in the order of registration. */
  public void attributesChanged(
      Object entity, Map<String, AttributeHistory> changes, Connection connection) {
    for (AttributeListener<Object> listener : attributeListeners) {
      listener.changed(entity, changes, connection);
    }
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
  private static AttributeListener<Object> untyped(AttributeRegistration<?> registration) {
    return (AttributeListener<Object>) registration.listener();
  }

  @SuppressWarnings("unchecked") // as above
  private static EntityListener<Object> untyped(EntityRegistration<?> registration) {
    return (EntityListener<Object>) registration.listener();
  }
}
