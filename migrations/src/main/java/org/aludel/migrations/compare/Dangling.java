package org.aludel.migrations.compare;

import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.aludel.migrations.operation.SchemaWords;
import org.aludel.schema.Column;
import org.aludel.schema.Constraint;
import org.aludel.schema.ForeignKey;
import org.aludel.schema.MetaData;
import org.aludel.schema.Partitioning;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.Table;

/**
 * The model without what stands on objects that are out of sight and not in the database: a foreign
 * key to a hidden table can be added while that table is there, and not before.
 */
final class Dangling {
  private final Map<QualifiedName, Set<String>> whole;
  private final Map<QualifiedName, Set<String>> trimmed;
  private final Map<QualifiedName, Set<String>> database;

  private Dangling(MetaData whole, MetaData trimmed, MetaData database) {
    this.whole = columns(whole);
    this.trimmed = columns(trimmed);
    this.database = columns(database);
  }

  /**
   * @param whole the model with everything
   * @param trimmed the model without what is out of sight
   * @param database with everything
   */
  static MetaData without(MetaData whole, MetaData trimmed, MetaData database) {
    if (whole.tables().equals(trimmed.tables())) {
      return trimmed;
    }
    Dangling dangling = new Dangling(whole, trimmed, database);
    return trimmed.withTables(trimmed.tables().stream().map(dangling::standing).toList());
  }

  private Table standing(Table table) {
    Set<String> missing = missing(table.name());
    Partitioning partitioning = table.partitioning();
    Table placed =
        partitioning == null
            ? table
            : table.withPartitioning(
                partitioning.withPartitions(
                    partitioning.partitions().stream()
                        .map(
                            each ->
                                new Partitioning.Partition(each.bound(), standing(each.table())))
                        .toList()));
    return placed
        .withConstraints(
            table.constraints().stream().filter(each -> stands(each, missing)).toList())
        .withIndexes(
            table.indexes().stream()
                .filter(each -> Collections.disjoint(SchemaWords.mentioned(each), missing))
                .toList());
  }

  private boolean stands(Constraint constraint, Set<String> missing) {
    return Collections.disjoint(SchemaWords.mentioned(constraint), missing)
        && !(constraint instanceof ForeignKey key && dangles(key));
  }

  private boolean dangles(ForeignKey key) {
    QualifiedName target = key.target();
    boolean hidden = whole.containsKey(target) && !trimmed.containsKey(target);
    return (hidden && !database.containsKey(target))
        || !Collections.disjoint(key.targetColumns(), missing(target));
  }

  /** The columns of a table that are hidden and not in the database. */
  private Set<String> missing(QualifiedName table) {
    if (!trimmed.containsKey(table)) {
      return Set.of();
    }
    Set<String> missing = new HashSet<>(whole.getOrDefault(table, Set.of()));
    missing.removeAll(trimmed.getOrDefault(table, Set.of()));
    missing.removeAll(database.getOrDefault(table, Set.of()));
    return missing;
  }

  private static Map<QualifiedName, Set<String>> columns(MetaData side) {
    return side.tablesAndPartitions().stream()
        .collect(
            Collectors.toMap(
                Table::name,
                each -> each.columns().stream().map(Column::name).collect(Collectors.toSet()),
                (one, other) -> one));
  }
}
