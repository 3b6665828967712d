package org.aludel.migrations.rebuild;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.aludel.migrations.operation.ColumnOperation;
import org.aludel.migrations.operation.RebuildOperation;
import org.aludel.schema.Column;
import org.aludel.schema.Partitioning;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.Table;

/**
 * The tables of the model with the columns that only the old ones have behind their own, so that no
 * value is lost on the way.
 *
 * @param drops what takes them away later
 */
record KeptColumns(List<Table> tables, List<ColumnOperation.Drop> drops) {
  static KeptColumns of(List<Table> before, List<Table> after) {
    Map<QualifiedName, Map<String, Column>> kept = new LinkedHashMap<>();
    List<RowRoute> routes =
        RowRoute.of(
            new RebuildOperation.Side(before, List.of()),
            new RebuildOperation.Side(after, List.of()));
    for (RowRoute route : routes) {
      Table target = route.target();
      for (Column column : route.source().columns()) {
        if (target.column(column.name()).isEmpty()) {
          boolean everywhere =
              routes.stream()
                  .filter(each -> each.target().equals(target))
                  .allMatch(each -> each.source().column(column.name()).isPresent());
          kept.computeIfAbsent(target.name(), key -> new LinkedHashMap<>())
              .putIfAbsent(
                  column.name(), everywhere ? own(column) : own(column).withNullable(true));
        }
      }
    }
    List<ColumnOperation.Drop> drops = new ArrayList<>();
    kept.forEach(
        (table, columns) ->
            columns
                .values()
                .forEach(each -> drops.add(new ColumnOperation.Drop(table, each, null))));
    return new KeptColumns(
        after.stream()
            .map(each -> with(each, List.copyOf(kept.getOrDefault(each.name(), Map.of()).values())))
            .toList(),
        drops);
  }

  private static Column own(Column column) {
    return column.withInherited(false);
  }

  private static Table with(Table table, List<Column> more) {
    if (more.isEmpty()) {
      return table;
    }
    List<Column> columns = new ArrayList<>(table.columns());
    columns.addAll(more);
    Partitioning divided = table.partitioning();
    Table wider = table.withColumns(columns);
    return divided == null
        ? wider
        : wider.withPartitioning(
            divided.withPartitions(
                divided.partitions().stream()
                    .map(each -> new Partitioning.Partition(each.bound(), with(each.table(), more)))
                    .toList()));
  }
}
