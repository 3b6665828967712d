package org.aludel.sql;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A table that statements read or write. The one open seam of the tree: {@code schema.Table}
 * implements it with {@code R = Row}, generated metamodels with the entity class.
 *
 * @param <R> what one row of it becomes
 */
public non-sealed interface TableSource<R> extends FromItem, Selectable<R> {
  /** The table's name in the database. */
  TableName tableName();

  /** The name that this statement gives it, or null. */
  default @Nullable String alias() {
    return null;
  }

  /** What one row becomes: {@code Row.class}, or a class that only a session can make. */
  Class<R> rowType();

  /** All columns in order, immutable; empty when they are not known. */
  default List<ColumnReference<?>> columnReferences() {
    return List.of();
  }

  /** What the client gives columns that a statement leaves out, in the order of the columns. */
  default Map<ColumnReference<?>, ClientDefault> clientDefaults() {
    return Map.of();
  }

  /** The foreign keys of this table, for joins without a condition. */
  default List<JoinKey> joinKeys() {
    return List.of();
  }

  @Override
  default SourceKey key() {
    return new SourceKey(tableName(), alias());
  }

  @Override
  default <V> V accept(SourceVisitor<V> visitor) {
    return visitor.visitTable(this);
  }
}
