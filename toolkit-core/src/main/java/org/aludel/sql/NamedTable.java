package org.aludel.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table by name, or another table under an alias.
 *
 * @param columns name and type of each, empty when they are not known
 * @param defaults what clients give columns
 */
public record NamedTable(
    TableName tableName,
    @Nullable String alias,
    List<ColumnReference<?>> columns,
    List<JoinKey> joinKeys,
    List<ClientDefault> defaults)
    implements TableSource<Row> {
  public NamedTable {
    columns = List.copyOf(columns);
    joinKeys = List.copyOf(joinKeys);
    defaults = List.copyOf(defaults);
  }

  /** A table whose columns clients give no values. */
  public NamedTable(
      TableName tableName,
      @Nullable String alias,
      List<ColumnReference<?>> columns,
      List<JoinKey> joinKeys) {
    this(tableName, alias, columns, joinKeys, List.of());
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

  @Override
  public Class<Row> rowType() {
    return Row.class;
  }

  @Override
  public List<ColumnReference<?>> columnReferences() {
    return columns.stream().<ColumnReference<?>>map(column -> column.withSource(this)).toList();
  }

  @Override
  public List<ClientDefault> clientDefaults() {
    return defaults.stream()
        .map(
            one -> new ClientDefault(one.column().withSource(this), one.onInsert(), one.onUpdate()))
        .toList();
  }
}
