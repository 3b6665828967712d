package org.aludel.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that can be executed. Immutable; every method of a statement that changes it returns a
 * new one.
 *
 * @param <R> what one row of its result becomes; {@link Void} for a statement without rows
 */
public sealed interface Statement<R> permits Query, Insert, Update, Delete, Merge {
  /** What its rows become, or null for a statement without rows. */
  @Nullable Projection<R> projection();

  /**
   * The same statement with what the client gives the columns that it leaves out; see {@link
   * ClientDefault}. An engine asks for it at each execution, so that each has values of its own.
   */
  default Statement<R> completed() {
    return this;
  }

  /**
   * The statement of the same text as {@link #completed()}, for whoever wants to see it: no
   * function is asked, so that NULL stands for what one would give.
   */
  default Statement<R> shown() {
    return this;
  }

  /**
   * This statement as a named query, read like a table: WITH name AS (…). Of a statement that
   * changes rows, what it returns.
   *
   * @param columns names of its first columns; none for those that it gives
   */
  default Cte<R> cte(String name, String... columns) {
    return Cte.of(
        name, columns.length == 0 ? QueryColumns.impliedNames(this) : List.of(columns), this);
  }

  /**
   * This statement behind named queries, in this order. Needed for those that change rows, for
   * those that nobody reads, and for a place of their own: a named query that is only read is
   * written at the start of the whole statement by itself.
   */
  default With<R> with(Cte<?>... queries) {
    return new With<>(List.of(queries), this);
  }

  /**
   * The same statement whose parameter of a name has its value; null is SQL NULL.
   *
   * @throws org.aludel.error.CompileException with {@code UNKNOWN_PARAMETER} for a name that no
   *     {@link Sql#parameter} of the statement has, {@code WRONG_VALUE} for a value of another
   *     class
   */
  Statement<R> with(String name, @Nullable Object value);

  <V> V accept(StatementVisitor<V> visitor);
}
