package org.aludel.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An exclusion constraint.
 *
 * @param method the index method, such as {@code gist}
 * @param elements what is compared
 * @param include payload columns
 * @param predicate SQL of the WHERE, or null
 */
public record ExcludeConstraint(
    ConstraintName name,
    String method,
    List<Element> elements,
    List<String> include,
    @Nullable String predicate,
    Deferral deferral,
    @Nullable String comment)
    implements Constraint {
  public ExcludeConstraint {
    elements = List.copyOf(elements);
    include = List.copyOf(include);
  }

  /**
   * One element and the operator that must not hold, such as {@code &&}; qualified as {@code
   * OPERATOR(schema.&&)}.
   */
  public record Element(IndexElement element, String operator) {}

  @Override
  public ExcludeConstraint withName(ConstraintName value) {
    return new ExcludeConstraint(value, method, elements, include, predicate, deferral, comment);
  }
}
