package org.aludel.sql;

import java.util.List;
import org.aludel.type.SqlType;

/**
 * A source whose columns the statement itself defines: a subquery, a named query, a function.
 * Selected whole it gives what a row of it is: {@code select(orders)} of a query of {@code
 * Row2<Long, Long>} gives such rows again.
 *
 * @param <R> what one row of it becomes
 */
public sealed interface DerivedSource<R> extends FromItem, Selectable<R>
    permits DerivedTable, Cte, Cte.Self, TableFunction {
  /** What columns are qualified by. */
  String name();

  /**
   * All columns in order, immutable.
   *
   * @throws org.aludel.error.CompileException with {@code UNSUPPORTED_STATEMENT} where SQL alone
   *     knows them, or an expression has no name
   */
  default List<ColumnReference<?>> columnReferences() {
    return List.copyOf(columns().references(this));
  }

  /**
   * The column that holds what the query inside selects as this expression, with its type. A column
   * without a source, {@code Sql.column(name, type)}, means the one of that name.
   *
   * @throws org.aludel.error.CompileException with {@code UNKNOWN_COLUMN} for what it does not
   *     select
   */
  default <T> ColumnReference<T> column(Expression<T> selected) {
    return columns().reference(this, selected);
  }

  /**
   * A column of it, whose type the caller states.
   *
   * @throws org.aludel.error.CompileException with {@code UNKNOWN_COLUMN} for a name that it
   *     certainly lacks
   */
  @Override
  default <T> ColumnReference<T> c(String columnName, SqlType<T> type) {
    columns().requireName(this, columnName);
    return FromItem.super.c(columnName, type);
  }

  /**
   * The column of that name, as the query declares it.
   *
   * @throws org.aludel.error.CompileException with {@code UNKNOWN_COLUMN}
   */
  default ColumnReference<?> c(String columnName) {
    return columns().reference(this, columnName);
  }

  /** The columns, and what one row of them becomes. */
  default Projection<R> rows() {
    return columns().rows(this);
  }

  /** What the columns are made of. */
  QueryColumns<R> columns();

  @Override
  default SourceKey key() {
    return new SourceKey(null, name());
  }
}
