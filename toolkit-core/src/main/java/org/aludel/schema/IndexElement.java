package org.aludel.schema;

import org.jspecify.annotations.Nullable;

/**
 * One key of an index: a column or an expression, exactly one of them not null.
 *
 * @param column exact name, or null
 * @param expression SQL without outer parentheses, or null
 * @param collation as written in SQL, or null for the column's own
 * @param operatorClass as written in SQL with its parameters, or null for the default
 * @param descending DESC
 * @param nullsFirst the effective place of nulls, which DESC reverses by default
 */
public record IndexElement(
    @Nullable String column,
    @Nullable String expression,
    @Nullable String collation,
    @Nullable String operatorClass,
    boolean descending,
    boolean nullsFirst) {
  public static IndexElement column(String name) {
    return new IndexElement(name, null, null, null, false, false);
  }

  /** The same over another column. */
  public IndexElement withColumn(String value) {
    return new IndexElement(value, expression, collation, operatorClass, descending, nullsFirst);
  }

  public static IndexElement expression(String sql) {
    return new IndexElement(null, sql, null, null, false, false);
  }
}
