package org.aludel.reflect;

import java.util.ArrayList;
import java.util.List;
import org.aludel.error.Problem;
import org.aludel.error.SchemaCode;
import org.aludel.error.SchemaException;
import org.aludel.schema.Column;
import org.aludel.schema.Partitioning;
import org.aludel.schema.Table;

/** Puts in place what a listener makes of the columns of a table and of its partitions. */
record HeardColumns(ColumnListener listener) {
  Table in(Table table) {
    // Not only where they differ: columns are equal whatever the client gives them.
    Table heard = table.withColumns(columns(table));
    Partitioning partitioning = table.partitioning();
    if (partitioning == null) {
      return heard;
    }
    List<Partitioning.Partition> parts = new ArrayList<>();
    for (Partitioning.Partition one : partitioning.partitions()) {
      parts.add(new Partitioning.Partition(one.bound(), in(one.table())));
    }
    return heard.withPartitioning(partitioning.withPartitions(parts));
  }

  private List<Column> columns(Table table) {
    List<Column> columns = new ArrayList<>();
    for (Column column : table.columns()) {
      Column heard = listener.reflected(table.name(), column);
      if (!heard.name().equals(column.name())) {
        throw renamed(table, column, heard);
      }
      columns.add(heard);
    }
    return columns;
  }

  private static SchemaException renamed(Table table, Column column, Column heard) {
    return new SchemaException(
        Problem.of(
                SchemaCode.INVALID_OBJECT,
                "cannot take column \"" + column.name() + "\" of table \"" + table.name() + "\"")
            .found("a listener that names it \"" + heard.name() + "\"")
            .expected("the same name, which keys, indexes and checks say"));
  }
}
