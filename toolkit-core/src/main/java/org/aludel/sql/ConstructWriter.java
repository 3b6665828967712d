package org.aludel.sql;

/** Where a {@link Construct} writes itself. Valid during the call; not thread-safe. */
public interface ConstructWriter {
  /** The lower-case name of the database, such as {@code postgresql}. */
  String dialect();

  /** Appends text as it is. Never values: those are operands. */
  ConstructWriter sql(String text);

  /** Appends a name, quoted where need be. */
  ConstructWriter name(String identifier);

  /** Appends an expression that stands alone, as between parentheses or commas. */
  ConstructWriter write(Expression<?> expression);

  /** Appends an expression as an operand, in parentheses unless it is a name, value or call. */
  ConstructWriter operand(Expression<?> expression);
}
