package org.aludel.migrations.compare;

import java.util.ArrayList;
import java.util.List;
import org.aludel.schema.MetaData;
import org.aludel.schema.Partitioning;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.Table;
import org.jspecify.annotations.Nullable;

/**
 * A table or partition by itself, and where it stands.
 *
 * @param table without its own partitions, which are placed by themselves
 * @param whole the table that it is a partition of, or null
 * @param bound that of the partition, or empty
 */
record PlacedTable(Table table, @Nullable QualifiedName whole, String bound) {

  /** All of a schema, wholes before their partitions. */
  static List<PlacedTable> in(MetaData side) {
    List<PlacedTable> placed = new ArrayList<>();
    side.tables().forEach(root -> placed.add(new PlacedTable(root, null, "")));
    for (int at = 0; at < placed.size(); at++) {
      PlacedTable each = placed.get(at);
      Partitioning partitioning = each.table.partitioning();
      if (partitioning != null) {
        partitioning
            .partitions()
            .forEach(
                part -> placed.add(new PlacedTable(part.table(), each.table.name(), part.bound())));
      }
    }
    return placed.stream().map(PlacedTable::alone).toList();
  }

  private PlacedTable alone() {
    Partitioning partitioning = table.partitioning();
    return partitioning == null
        ? this
        : new PlacedTable(
            table.withPartitioning(partitioning.withPartitions(List.of())), whole, bound);
  }

  QualifiedName name() {
    return table.name();
  }

  /** The tables whose columns this one shares. */
  List<QualifiedName> origins() {
    return whole == null ? table.parents() : List.of(whole);
  }
}
