package org.aludel.dialect.postgresql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.aludel.schema.Column;
import org.aludel.schema.CompositeType;
import org.aludel.schema.Constraint;
import org.aludel.schema.Index;
import org.aludel.schema.Partitioning;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.Table;
import org.aludel.schema.View;
import org.jspecify.annotations.Nullable;

/** A table, view or composite type being put together. Not thread-safe. */
final class PostgresRelationDraft {
  private final QualifiedName name;
  private final String kind;
  private final @Nullable String comment;
  private final @Nullable String definition;
  private final @Nullable String bound;
  private final @Nullable String accessMethod;
  private final boolean unlogged;
  private final boolean populated;
  private final Table.RowSecurity rowSecurity;
  private final Map<String, String> storage;
  private final List<Long> parents;
  private @Nullable String replicaIdentity;
  private @Nullable String clusterIndex;
  private final SortedMap<String, Map<String, String>> keyStorage = new TreeMap<>();
  private final List<Column> columns = new ArrayList<>();
  private final List<Constraint> constraints = new ArrayList<>();
  private final List<Index> indexes = new ArrayList<>();

  PostgresRelationDraft(QualifiedName name, ResultSet row) throws SQLException {
    this.name = name;
    kind = PostgresCatalogSession.text(row, "kind");
    comment = row.getString("comment");
    definition = row.getString("definition");
    bound = row.getString("bound");
    accessMethod = row.getString("access_method");
    unlogged = row.getBoolean("unlogged");
    populated = row.getBoolean("populated");
    rowSecurity =
        new Table.RowSecurity(row.getBoolean("row_security"), row.getBoolean("forced_security"));
    storage = PostgresCatalogSession.options(row, "storage");
    PostgresCatalogSession.options(row, "toast_storage")
        .forEach((option, value) -> storage.put("toast." + option, value));
    parents = PostgresCatalogSession.oids(row, "parents");
    replicaIdentity =
        switch (PostgresCatalogSession.text(row, "replica_identity")) {
          case "f" -> "FULL";
          case "n" -> "NOTHING";
          default -> null;
        };
    if (definition == null && !kind.equals("r") && !kind.equals("c")) {
      throw PostgresCatalogNames.changed("definition", name);
    }
  }

  QualifiedName name() {
    return name;
  }

  String kind() {
    return kind;
  }

  List<Long> parents() {
    return parents;
  }

  boolean isPartition() {
    return bound != null;
  }

  String bound() {
    return String.valueOf(bound);
  }

  void add(Column column) {
    columns.add(column);
  }

  void add(Constraint constraint) {
    constraints.add(constraint);
  }

  void add(Index index) {
    indexes.add(index);
  }

  void clusterOn(String index) {
    clusterIndex = index;
  }

  /** How the index behind a constraint is kept; false where only the constraint could say it. */
  boolean keepKey(String constraint, Map<String, String> parameters) {
    boolean divided = kind.equals("p");
    if (!divided) {
      keyStorage.put(constraint, parameters);
    }
    return !divided;
  }

  void identifyBy(String index) {
    replicaIdentity = "USING INDEX " + PostgresIdentifiers.quoter().quote(index);
  }

  /**
   * @param inherits the names of the parents, none for a partition
   * @param partitions in the order of names
   */
  Table table(List<QualifiedName> inherits, List<Partitioning.Partition> partitions) {
    sort();
    constraints.sort(PostgresConstraintRows.ORDER);
    Table.Options options =
        new Table.Options(
            unlogged,
            storage,
            accessMethod,
            rowSecurity,
            replicaIdentity,
            clusterIndex,
            keyStorage);
    return new Table(
        name, columns, constraints, indexes, comment, options, inherits, partitioning(partitions));
  }

  /** The definition is such as {@code RANGE (created)}. */
  private @Nullable Partitioning partitioning(List<Partitioning.Partition> partitions) {
    if (definition == null) {
      return null;
    }
    int open = definition.indexOf('(');
    return new Partitioning(
        Partitioning.Strategy.valueOf(definition.substring(0, open).strip()),
        definition.substring(open + 1, definition.lastIndexOf(')')),
        partitions);
  }

  View view() {
    sort();
    return new View(
        name,
        PostgresArrayLists.settled(PostgresDefinedRows.statement(String.valueOf(definition))),
        columns,
        storage,
        kind.equals("m") ? new View.Storage(populated, accessMethod, indexes, clusterIndex) : null,
        comment);
  }

  CompositeType compositeType() {
    return new CompositeType(
        name,
        columns.stream()
            .map(
                one ->
                    new CompositeType.Attribute(
                        one.name(), one.type(), one.collation(), one.comment()))
            .toList(),
        comment);
  }

  private void sort() {
    indexes.sort(Comparator.comparing(index -> index.name().text()));
  }
}
