package org.aludel.orm.metamodel;

import org.aludel.sql.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Whether a relationship leads to a row. A session turns it into {@code EXISTS} before the
 * statement is compiled.
 *
 * @param condition over columns of the target, or null when any row will do
 */
public record RelationshipExists(
    RelationshipAttribute<?, ?> relationship, @Nullable Predicate condition)
    implements Predicate.Unresolved {
  @Override
  public String describe() {
    String word = relationship instanceof ToOne ? "has(" : "any(";
    return word + relationship.describe() + ")";
  }
}
