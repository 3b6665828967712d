package org.aludel.sql;

import java.util.Objects;
import org.aludel.type.SqlType;
import org.jspecify.annotations.Nullable;

/**
 * A column in a statement. Immutable; open so that the attributes of a generated metamodel can be
 * columns.
 *
 * @param <T> the class of its values
 */
public non-sealed class ColumnReference<T> implements Expression<T> {
  private final @Nullable FromItem source;
  private final String name;
  private final SqlType<T> type;

  /**
   * A column.
   *
   * @param source whose column it is, or null for a name that is written as it stands
   */
  public ColumnReference(@Nullable FromItem source, String name, SqlType<T> type) {
    this.source = source;
    this.name = name;
    this.type = type;
  }

  /** Whose column it is, or null. */
  public final @Nullable FromItem source() {
    return source;
  }

  /** The column's name in the database, exact and unquoted. */
  public final String name() {
    return name;
  }

  @Override
  public final SqlType<T> type() {
    return type;
  }

  /** The same column of another source, such as an alias of its table. */
  public final ColumnReference<T> withSource(FromItem other) {
    return new ColumnReference<>(other, name, type);
  }

  /** The same values under another name of another source, such as a query that selects it. */
  public final ColumnReference<T> named(FromItem other, String otherName) {
    return new ColumnReference<>(other, otherName, type);
  }

  @Override
  public final <V> V accept(ExpressionVisitor<V> visitor) {
    return visitor.visitColumn(this);
  }

  /** Columns are equal when they are the same column of the same source. */
  @Override
  public final boolean equals(@Nullable Object other) {
    return other instanceof ColumnReference<?> column
        && column.name.equals(name)
        && Objects.equals(column.key(), key());
  }

  @Override
  public final int hashCode() {
    return Objects.hash(key(), name);
  }

  private @Nullable SourceKey key() {
    return source == null ? null : source.key();
  }

  /** As people write it in messages; never SQL. */
  @Override
  public String toString() {
    return source == null ? name : source.key() + "." + name;
  }
}
