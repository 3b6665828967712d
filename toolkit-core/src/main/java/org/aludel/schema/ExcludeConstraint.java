package org.aludel.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An exclusion constraint.
 *
 * @param method the index method, such as {@code gist}
 * @param elements what is compared
 * @param predicate SQL of the WHERE, or null
 */
public record ExcludeConstraint(
    ConstraintName name,
    String method,
    List<Element> elements,
    @Nullable String predicate,
    Deferral deferral,
    @Nullable String comment)
    implements Constraint {
  public ExcludeConstraint {
    elements = List.copyOf(elements);
  }

  /** One element and the operator that must not hold, such as {@code &&}. */
  public record Element(IndexElement element, String operator) {}

  @Override
  public ExcludeConstraint withName(ConstraintName value) {
    return new ExcludeConstraint(value, method, elements, predicate, deferral, comment);
  }
}
