package org.aludel.schema;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A check; {@code expression} is SQL without the outer parentheses.
 *
 * @param written the expression as it has to be written for the server to store it as it is now,
 *     null where {@code expression} does; two checks that differ in nothing else are equal, since
 *     they mean the same
 */
public record CheckConstraint(
    ConstraintName name,
    String expression,
    boolean noInherit,
    boolean validated,
    @Nullable String comment,
    @Nullable String written)
    implements Constraint {
  /** A check whose expression is stored as it is written. */
  public CheckConstraint(
      ConstraintName name,
      String expression,
      boolean noInherit,
      boolean validated,
      @Nullable String comment) {
    this(name, expression, noInherit, validated, comment, null);
  }

  public static CheckConstraint of(ConstraintName name, String expression) {
    return new CheckConstraint(name, expression, false, true, null);
  }

  /** The expression for a statement that creates the check. */
  public String statement() {
    return written == null ? expression : written;
  }

  @Override
  public CheckConstraint withName(ConstraintName value) {
    return new CheckConstraint(value, expression, noInherit, validated, comment, written);
  }

  /** The same check, whose rows are checked or not (NOT VALID). */
  public CheckConstraint withValidated(boolean value) {
    return new CheckConstraint(name, expression, noInherit, value, comment, written);
  }

  /** The same check, written in another way. */
  public CheckConstraint withWritten(@Nullable String value) {
    return new CheckConstraint(name, expression, noInherit, validated, comment, value);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CheckConstraint check
        && name.equals(check.name)
        && expression.equals(check.expression)
        && noInherit == check.noInherit
        && validated == check.validated
        && Objects.equals(comment, check.comment);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, expression, noInherit, validated, comment);
  }
}
