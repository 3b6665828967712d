package org.aludel.sql;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.aludel.type.SqlType;
import org.jspecify.annotations.Nullable;

/**
 * A table by name, or another table under an alias.
 *
 * @param columns name and type of each, empty when they are not known
 * @param defaults what the client gives columns that a statement leaves out
 */
public record NamedTable(
    TableName tableName,
    @Nullable String alias,
    List<ColumnReference<?>> columns,
    List<JoinKey> joinKeys,
    Map<ColumnReference<?>, ClientDefault> defaults)
    implements TableSource<Row> {
  public NamedTable {
    columns = List.copyOf(columns);
    joinKeys = List.copyOf(joinKeys);
    defaults = Collections.unmodifiableMap(new LinkedHashMap<>(defaults));
  }

  /** A table whose columns the client gives nothing. */
  public NamedTable(
      TableName tableName,
      @Nullable String alias,
      List<ColumnReference<?>> columns,
      List<JoinKey> joinKeys) {
    this(tableName, alias, columns, joinKeys, Map.of());
  }

  /** A table of which only the name is known. */
  static NamedTable of(TableName name) {
    return new NamedTable(name, null, List.of(), List.of());
  }

  /** Another table under an alias. */
  public static NamedTable aliased(TableSource<Row> table, String alias) {
    return new NamedTable(
        table.tableName(),
        alias,
        table.columnReferences(),
        table.joinKeys(),
        table.clientDefaults());
  }

  /** The same table under another alias. */
  public NamedTable as(String value) {
    return new NamedTable(tableName, value, columns, joinKeys, defaults);
  }

  /** The column of this alias that another name of the table calls so. */
  public <T> ColumnReference<T> column(ColumnReference<T> other) {
    return other.withSource(this);
  }

  /**
   * A column of it, whose type the caller states.
   *
   * @throws org.aludel.error.CompileException with {@code UNKNOWN_COLUMN} for a name that it does
   *     not have, where its columns are known
   */
  @Override
  public <T> ColumnReference<T> c(String name, SqlType<T> type) {
    Refusals.requireColumn(this, name);
    return TableSource.super.c(name, type);
  }

  @Override
  public Class<Row> rowType() {
    return Row.class;
  }

  @Override
  public List<ColumnReference<?>> columnReferences() {
    return columns.stream().<ColumnReference<?>>map(column -> column.withSource(this)).toList();
  }

  @Override
  public Map<ColumnReference<?>, ClientDefault> clientDefaults() {
    Map<ColumnReference<?>, ClientDefault> own = new LinkedHashMap<>();
    defaults.forEach((column, given) -> own.put(column.withSource(this), given));
    return own;
  }
}
