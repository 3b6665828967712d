package org.aludel.orm.metamodel;

import org.aludel.sql.JoinPath;

/**
 * An attribute that refers to other entities: something to join along, to load with, and to ask
 * about.
 *
 * @param <E> the entity class
 * @param <T> the class that is referred to
 */
public sealed interface RelationshipAttribute<E, T> extends JoinPath permits ToOne, ToMany {
  /** Whose attribute it is. */
  EntityTable<E> table();

  /** The attribute's name, which is the field's. */
  String attribute();

  /** The class that is referred to. */
  Class<T> target();

  @Override
  default String describe() {
    return table() + "." + attribute();
  }
}
