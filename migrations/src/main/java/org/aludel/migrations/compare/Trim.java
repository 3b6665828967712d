package org.aludel.migrations.compare;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.aludel.schema.MetaData;
import org.aludel.schema.Partitioning;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.Table;

/** One side without what is out of sight; a hidden table takes its sequences along. */
final class Trim {
  private final Sight sight;

  private Trim(Sight sight) {
    this.sight = sight;
  }

  static MetaData of(MetaData side, Sight sight) {
    return new Trim(sight).trim(side);
  }

  private MetaData trim(MetaData side) {
    List<Table> tables = side.tables().stream().filter(sight::sees).map(this::trim).toList();
    Set<QualifiedName> gone =
        side.tables().stream()
            .flatMap(each -> each.tree().stream())
            .map(Table::name)
            .collect(Collectors.toSet());
    tables.forEach(root -> root.tree().forEach(each -> gone.remove(each.name())));
    return side.copy()
        .namespaces(side.namespaces().stream().filter(sight::sees).toList())
        .extensions(side.extensions().stream().filter(sight::sees).toList())
        .enums(side.enums().stream().filter(sight::sees).toList())
        .domains(side.domains().stream().filter(sight::sees).toList())
        .compositeTypes(side.compositeTypes().stream().filter(sight::sees).toList())
        .rangeTypes(side.rangeTypes().stream().filter(sight::sees).toList())
        .sequences(
            side.sequences().stream()
                .filter(sight::sees)
                .filter(each -> each.owner() == null || !gone.contains(each.owner().table()))
                .toList())
        .tables(tables)
        .views(side.views().stream().filter(sight::sees).toList())
        .definedObjects(side.definedObjects().stream().filter(sight::sees).toList())
        .grants(side.grants().stream().filter(sight::sees).toList())
        .build();
  }

  private Table trim(Table table) {
    QualifiedName name = table.name();
    Partitioning partitioning = table.partitioning();
    Table trimmed =
        partitioning == null
            ? table
            : table.withPartitioning(
                partitioning.withPartitions(
                    partitioning.partitions().stream()
                        .filter(each -> sight.sees(each.table()))
                        .map(each -> new Partitioning.Partition(each.bound(), trim(each.table())))
                        .toList()));
    return trimmed
        .withColumns(table.columns().stream().filter(each -> sight.sees(name, each)).toList())
        .withConstraints(
            table.constraints().stream().filter(each -> sight.sees(name, each)).toList())
        .withIndexes(table.indexes().stream().filter(each -> sight.sees(name, each)).toList());
  }
}
