package org.aludel.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table by name, or another table under an alias.
 *
 * @param columns name and type of each, empty when they are not known
 */
public record NamedTable(
    TableName tableName,
    @Nullable String alias,
    List<ColumnReference<?>> columns,
    List<JoinKey> joinKeys)
    implements TableSource<Row> {
  public NamedTable {
    columns = List.copyOf(columns);
    joinKeys = List.copyOf(joinKeys);
  }

  /** A table of which only the name is known. */
  static NamedTable of(TableName name) {
    return new NamedTable(name, null, List.of(), List.of());
  }

  /** Another table under an alias. */
  public static NamedTable aliased(TableSource<Row> table, String alias) {
    return new NamedTable(table.tableName(), alias, table.columnReferences(), table.joinKeys());
  }

  /** The same table under another alias. */
  public NamedTable as(String value) {
    return new NamedTable(tableName, value, columns, joinKeys);
  }

  @Override
  public Class<Row> rowType() {
    return Row.class;
  }

  @Override
  public List<ColumnReference<?>> columnReferences() {
    return columns.stream().<ColumnReference<?>>map(column -> column.withSource(this)).toList();
  }
}
