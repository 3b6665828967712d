package org.aludel.sql;

import org.jspecify.annotations.Nullable;

/**
 * Something that can be executed. Immutable; every method of a statement that changes it returns a
 * new one.
 *
 * @param <R> what one row of its result becomes; {@link Void} for a statement without rows
 */
public sealed interface Statement<R> permits Select, Insert, Update, Delete, Merge, TextStatement {
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
   * The same statement whose parameter of a name has its value; null is SQL NULL.
   *
   * @throws org.aludel.error.CompileException with {@code UNKNOWN_PARAMETER} for a name that no
   *     {@link Sql#parameter} of the statement has, {@code WRONG_VALUE} for a value of another
   *     class
   */
  Statement<R> with(String name, @Nullable Object value);

  <V> V accept(StatementVisitor<V> visitor);
}
