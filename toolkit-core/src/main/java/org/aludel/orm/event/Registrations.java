package org.aludel.orm.event;

import java.util.ArrayList;
import java.util.List;

/** Who listens to the objects of a factory, in the order of registration. Immutable. */
public record Registrations(
    List<EntityRegistration<?>> entities, List<AttributeRegistration<?>> attributes) {
  /** Nobody. */
  public static final Registrations NONE = new Registrations(List.of(), List.of());

  public Registrations {
    entities = List.copyOf(entities);
    attributes = List.copyOf(attributes);
  }

  /** The same and one more, after the others. */
  public <E> Registrations and(Class<E> type, EntityListener<? super E> listener) {
    List<EntityRegistration<?>> all = new ArrayList<>(entities);
    all.add(new EntityRegistration<>(type, listener));
    return new Registrations(all, attributes);
  }

  /** The same and one more, after the others. */
  public <E> Registrations and(Class<E> type, AttributeListener<? super E> listener) {
    List<AttributeRegistration<?>> all = new ArrayList<>(attributes);
    all.add(new AttributeRegistration<>(type, listener));
    return new Registrations(entities, all);
  }
}
