package org.aludel.orm.metamodel;

import org.aludel.sql.JoinPath;
import org.aludel.sql.Predicate;
import org.aludel.sql.Sql;
import org.jspecify.annotations.Nullable;

/**
 * A way along a relationship: all of it, or what a condition leaves of it; to the class's table, or
 * to an alias.
 *
 * @param <E> the entity class
 * @param <T> the class that is referred to
 */
public sealed interface RelationshipPath<E, T> extends JoinPath
    permits RelationshipAttribute, NarrowedPath {
  /** The attribute that it goes along. */
  RelationshipAttribute<E, T> relationship();

  /** Over the target; null for all of it. */
  @Nullable Predicate condition();

  /** The alias that it leads to; null for the table itself. */
  @Nullable EntityTable<? extends T> alias();

  /**
   * The part of it for which a condition holds, for joins, for loading, and to ask about:
   *
   * <pre>{@code
   * select(USER).join(USER.orders.and(ORDER.open.eq(true)))
   * select(USER).options(selectIn(USER.orders.and(ORDER.open.eq(true))))
   * select(USER).where(USER.orders.and(ORDER.open.eq(true)).any())
   * }</pre>
   *
   * @param more over the target's table, or over the alias where it leads to one
   */
  default NarrowedPath<E, T> and(Predicate more) {
    Predicate known = condition();
    return new NarrowedPath<>(relationship(), known == null ? more : Sql.and(known, more), alias());
  }

  /**
   * The same to an alias of the target's table: {@code join(NODE.parent.to(NODE.as("up")))}. The
   * table of a class below the target leaves the objects of that class.
   */
  default NarrowedPath<E, T> to(EntityTable<? extends T> target) {
    return new NarrowedPath<>(relationship(), condition(), target);
  }

  /** The part of it that leads to objects of a class below the target, or of one below that. */
  default NarrowedPath<E, T> ofType(EntityTable<? extends T> type) {
    return to(type);
  }
}
