package org.aludel.sql;

/** One term of ORDER BY with its direction. */
public record Ordering(Expression<?> expression, boolean descending, Nulls nulls)
    implements OrderTerm {
  /** Where NULL comes. */
  public enum Nulls {
    /** As the database does: on PostgreSQL last when ascending, first when descending. */
    DEFAULT,
    FIRST,
    LAST
  }

  public Ordering nullsFirst() {
    return new Ordering(expression, descending, Nulls.FIRST);
  }

  public Ordering nullsLast() {
    return new Ordering(expression, descending, Nulls.LAST);
  }

  @Override
  public Ordering ordering() {
    return this;
  }
}
