package org.aludel.schema;

import org.jspecify.annotations.Nullable;

/** A check; {@code expression} is SQL without the outer parentheses. */
public record CheckConstraint(
    ConstraintName name,
    String expression,
    boolean noInherit,
    boolean validated,
    @Nullable String comment)
    implements Constraint {
  public static CheckConstraint of(ConstraintName name, String expression) {
    return new CheckConstraint(name, expression, false, true, null);
  }

  @Override
  public CheckConstraint withName(ConstraintName value) {
    return new CheckConstraint(value, expression, noInherit, validated, comment);
  }

  /** The same check, whose rows are checked or not (NOT VALID). */
  public CheckConstraint withValidated(boolean value) {
    return new CheckConstraint(name, expression, noInherit, value, comment);
  }
}
