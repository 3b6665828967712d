package org.aludel.sql;

import org.aludel.type.SqlType;

/** Something with rows that stands in FROM: a table, a query, a function, joined sources. */
public sealed interface FromItem extends JoinTarget
    permits TableSource, TableScan, DerivedSource, JoinedSource {
  /** Its identity within a statement. */
  SourceKey key();

  /** A column of it, whose type the caller states. */
  default <T> ColumnReference<T> c(String name, SqlType<T> type) {
    return new ColumnReference<>(this, name, type);
  }

  <V> V accept(SourceVisitor<V> visitor);
}
