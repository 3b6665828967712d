package org.aludel.orm.metamodel;

import java.util.List;
import java.util.stream.Collectors;
import org.aludel.sql.Predicate;

/**
 * Whether the object of a row is of one of some classes.
 *
 * @param below whether those below the classes are meant too
 */
public record EntityTypeTest(
    EntityTable<?> table, List<Class<?>> types, boolean below, boolean negated)
    implements Predicate.Unresolved {
  public EntityTypeTest {
    types = List.copyOf(types);
  }

  @Override
  public String describe() {
    return types.stream()
        .map(Class::getSimpleName)
        .collect(Collectors.joining(", ", table + ".type() in (", ")"));
  }
}
