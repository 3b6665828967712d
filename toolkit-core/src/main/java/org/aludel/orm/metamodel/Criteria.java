package org.aludel.orm.metamodel;

import java.util.function.Function;
import org.aludel.sql.Predicate;
import org.aludel.sql.StatementOption;

/**
 * A condition that rows of a class must fulfil wherever a statement or a session reads or changes
 * them: in FROM and joins, in any() and has(), in loads by key, in lazy and eager loads, in UPDATE
 * and DELETE. Made by {@code Loading.withCriteria}. Immutable.
 */
public sealed interface Criteria extends StatementOption {
  /**
   * Of an entity and the classes below it.
   *
   * @param condition over the table under its own name
   */
  record OfEntity(EntityTable<?> table, Predicate condition) implements Criteria {
    @Override
    public String describe() {
      return "withCriteria(" + table + ")";
    }
  }

  /** Of every entity that extends or implements a class. */
  record OfClass(Class<?> type, Function<CriteriaTarget, Predicate> condition) implements Criteria {
    @Override
    public String describe() {
      return "withCriteria(" + type.getSimpleName() + ")";
    }
  }
}
