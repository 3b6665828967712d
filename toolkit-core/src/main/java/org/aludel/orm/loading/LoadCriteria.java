package org.aludel.orm.loading;

import java.util.HashMap;
import java.util.Map;
import org.aludel.orm.mapping.Mapper;
import org.aludel.sql.Predicate;
import org.aludel.sql.Sql;
import org.jspecify.annotations.Nullable;

/**
 * Conditions that rows of a class must fulfil wherever they are read, over columns of the class's
 * own table under its own name. Immutable.
 */
public record LoadCriteria(Map<Mapper<?>, Predicate> conditions) {
  /** All rows may be read. */
  public static final LoadCriteria NONE = new LoadCriteria(Map.of());

  public LoadCriteria {
    conditions = Map.copyOf(conditions);
  }

  /** The condition for rows of a class, or null when all may be read. */
  public @Nullable Predicate of(Mapper<?> mapper) {
    return conditions.isEmpty() ? null : conditions.get(mapper);
  }

  public boolean isEmpty() {
    return conditions.isEmpty();
  }

  /** Both must hold. */
  public LoadCriteria and(LoadCriteria other) {
    if (isEmpty() || other.isEmpty()) {
      return isEmpty() ? other : this;
    }
    Map<Mapper<?>, Predicate> all = new HashMap<>(conditions);
    other.conditions.forEach(
        (mapper, condition) -> all.merge(mapper, condition, (one, more) -> Sql.and(one, more)));
    return new LoadCriteria(all);
  }
}
