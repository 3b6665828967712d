package org.aludel.schema;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Lists what a {@link MetaData} holds and no comparator looks at yet. */
final class NotCompared {
  private static final Comparator<UncoveredObject> ORDER =
      Comparator.comparing(UncoveredObject::kind).thenComparing(UncoveredObject::name);
  private final List<UncoveredObject> found = new ArrayList<>();

  private NotCompared() {}

  static List<UncoveredObject> of(MetaData metaData) {
    NotCompared list = new NotCompared();
    list.found.addAll(metaData.uncovered());
    metaData.sequences().stream()
        .filter(Sequence::unlogged)
        .forEach(one -> list.add("unlogged sequence", one.name()));
    Set<QualifiedName> plain =
        metaData.plainTables().stream().map(Table::name).collect(Collectors.toSet());
    metaData.tables().forEach(table -> list.addTable(table, plain.contains(table.name())));
    Set<QualifiedName> others =
        metaData.tables().stream()
            .flatMap(table -> table.tree().stream())
            .map(Table::name)
            .filter(name -> !plain.contains(name))
            .collect(Collectors.toSet());
    metaData.grants().stream()
        .filter(one -> others.contains(one.on().name()))
        .forEach(one -> list.add("grant", one.on().asUncovered().name()));
    return list.found.stream().distinct().sorted(ORDER).toList();
  }

  private void addTable(Table table, boolean plain) {
    if (table.partitioning() != null) {
      table.tree().stream().skip(1).forEach(one -> add("partition", one.name()));
      add("partitioned table", table.name());
      return;
    }
    if (!plain) {
      add("inherited table", table.name());
      return;
    }
    addOptions(table.name(), table.options());
    for (Column column : table.columns()) {
      addOptions(ObjectReference.column(table.name(), column.name()), column.options());
    }
    for (Index index : table.indexes()) {
      if (!index.statisticsTargets().isEmpty()) {
        add(
            "index statistics target",
            new QualifiedName(table.name().schema(), index.name().text()));
      }
    }
  }

  private void addOptions(QualifiedName table, Table.Options options) {
    addIf(options.unlogged(), "unlogged table", table);
    addIf(!options.storage().isEmpty(), "table storage parameters", table);
    addIf(options.accessMethod() != null, "table access method", table);
    boolean security = options.rowSecurity().enabled() || options.rowSecurity().forced();
    addIf(security, "row security", table);
    addIf(options.replicaIdentity() != null, "replica identity", table);
    addIf(options.clusterIndex() != null, "clustered index", table);
  }

  private void addOptions(ObjectReference column, Column.Options options) {
    QualifiedName name = column.asUncovered().name();
    addIf(options.storage() != null, "column storage", name);
    addIf(options.compression() != null, "column compression", name);
    addIf(options.statisticsTarget() != null, "column statistics target", name);
    addIf(!options.parameters().isEmpty(), "column options", name);
  }

  private void addIf(boolean present, String kind, QualifiedName name) {
    if (present) {
      add(kind, name);
    }
  }

  private void add(String kind, QualifiedName name) {
    found.add(new UncoveredObject(kind, name));
  }
}
