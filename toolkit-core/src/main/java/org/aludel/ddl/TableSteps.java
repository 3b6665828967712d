package org.aludel.ddl;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.aludel.schema.CheckConstraint;
import org.aludel.schema.Column;
import org.aludel.schema.Constraint;
import org.aludel.schema.ForeignKey;
import org.aludel.schema.Index;
import org.aludel.schema.MetaData;
import org.aludel.schema.ObjectReference;
import org.aludel.schema.Partitioning;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.Table;

/** The steps of tables, partitions and all that belongs to them. */
final class TableSteps {
  private final Dependencies dependencies;
  private final Map<QualifiedName, Table> tables = new LinkedHashMap<>();
  private final Map<QualifiedName, QualifiedName> divided = new HashMap<>();
  private final Map<QualifiedName, String> bounds = new HashMap<>();

  TableSteps(MetaData metaData, Dependencies dependencies) {
    this.dependencies = dependencies;
    for (Table root : metaData.tables()) {
      for (Table table : root.tree()) {
        tables.put(table.name(), table);
        Partitioning partitioning = table.partitioning();
        if (partitioning != null) {
          for (Partitioning.Partition one : partitioning.partitions()) {
            divided.put(one.table().name(), table.name());
            bounds.put(one.table().name(), one.bound());
          }
        }
      }
    }
  }

  List<Table> all() {
    return List.copyOf(tables.values());
  }

  boolean contains(QualifiedName table) {
    return tables.containsKey(table);
  }

  /** What may be taken out of CREATE TABLE, and what each part needs. */
  Map<ObjectReference, Set<ObjectReference>> parts() {
    Map<ObjectReference, Set<ObjectReference>> parts = new LinkedHashMap<>();
    for (Table table : tables.values()) {
      for (Constraint constraint : table.constraints()) {
        if (constraint instanceof ForeignKey || constraint instanceof CheckConstraint) {
          parts.put(
              Dependencies.part(table.name(), constraint),
              dependencies.of(table.name(), constraint));
        }
      }
      for (Column column : table.columns()) {
        ObjectReference part = ObjectReference.column(table.name(), column.name());
        if (column.serverDefault() != null) {
          parts.put(part, dependencies.recorded(part));
        }
      }
    }
    return parts;
  }

  /** The tables themselves, without indexes. */
  List<CreationStep> tables(Set<ObjectReference> late) {
    return tables.values().stream().map(table -> table(table, late)).toList();
  }

  private CreationStep table(Table table, Set<ObjectReference> late) {
    QualifiedName name = table.name();
    List<Constraint> inline =
        table.constraints().stream().filter(one -> !isLate(name, one, late)).toList();
    List<Column> columns = new ArrayList<>();
    for (Column column : table.columns()) {
      boolean isLate = late.contains(ObjectReference.column(name, column.name()));
      columns.add(isLate ? column.withServerDefault(null) : column);
    }
    Table now = table.withConstraints(inline).withColumns(columns);
    List<DdlStatement> create = new ArrayList<>();
    if (ownColumnsComeFirst(table)) {
      create.add(new TableDdl.CreateTable(now.withParents(List.of())));
      table.parents().forEach(one -> create.add(new TableDdl.SetParent(name, one, true)));
    } else {
      create.add(new TableDdl.CreateTable(now));
    }
    now.columns().forEach(column -> addColumnStatements(now, column, create));
    if (!table.options().rowSecurity().equals(Table.Options.DEFAULT.rowSecurity())) {
      create.add(new TableDdl.SetRowSecurity(name, table.options().rowSecurity()));
    }
    CreationStep step =
        new CreationStep(table.reference(), create, List.of(new TableDdl.DropTable(name)));
    step.needs(dependencies.recorded(table.reference()));
    inline.forEach(one -> step.needs(dependencies.of(name, one)));
    columns.forEach(one -> step.needs(needs(name, one, late)));
    table.parents().forEach(one -> step.needs(ObjectReference.table(one)));
    Optional.ofNullable(divided.get(name)).ifPresent(one -> step.needs(ObjectReference.table(one)));
    return step;
  }

  /**
   * INHERITS in CREATE TABLE would put the parents' columns first; a table of its own keeps them.
   */
  private boolean ownColumnsComeFirst(Table table) {
    boolean ownSeen = false;
    boolean mixed = false;
    for (Column column : table.columns()) {
      boolean shared =
          table.parents().stream()
              .map(tables::get)
              .anyMatch(one -> one != null && one.column(column.name()).isPresent());
      mixed |= ownSeen && shared;
      ownSeen |= !shared;
    }
    return mixed && table.columns().stream().noneMatch(Column::inherited);
  }

  private Iterable<ObjectReference> needs(
      QualifiedName table, Column column, Set<ObjectReference> late) {
    return late.contains(ObjectReference.column(table, column.name()))
        ? dependencies.ofType(column.type())
        : dependencies.of(table, column);
  }

  /** What a definition cannot say: how it is kept, and how it differs from the parent's. */
  private void addColumnStatements(Table table, Column column, List<DdlStatement> statements) {
    QualifiedName name = table.name();
    if (!column.options().equals(Column.Options.DEFAULT)) {
      statements.add(new ColumnDdl.SetColumnOptions(name, column.name(), column.options()));
    }
    List<Column> origins =
        table.parents().stream()
            .map(tables::get)
            .filter(Objects::nonNull)
            .flatMap(parent -> parent.column(column.name()).stream())
            .toList();
    String sql = column.serverDefault();
    if (column.inherited()
        && sql != null
        && origins.stream().noneMatch(one -> sql.equals(one.serverDefault()))) {
      statements.add(new ColumnDdl.SetDefault(name, column.name(), sql));
    }
    if (sql == null && origins.stream().anyMatch(one -> one.serverDefault() != null)) {
      statements.add(new ColumnDdl.DropDefault(name, column.name()));
    }
    if (column.inherited() && !column.nullable() && origins.stream().allMatch(Column::nullable)) {
      statements.add(new ColumnDdl.SetNotNull(name, column.name()));
    }
  }

  private boolean isLate(QualifiedName table, Constraint constraint, Set<ObjectReference> late) {
    return dependencies.isLate(constraint) || late.contains(Dependencies.part(table, constraint));
  }

  /**
   * The indexes of all tables, each behind its table. Of two equal ones the server takes the older
   * one as the part of an index of the whole. Source: PostgreSQL 18, AttachPartitionEnsureIndexes.
   */
  List<CreationStep> indexes() {
    List<CreationStep> steps = new ArrayList<>();
    for (Table table : tables.values()) {
      for (Index index : table.indexes()) {
        CreationStep step = index(table.name(), index).needs(table.reference());
        if (!index.attached()) {
          table.indexes().stream()
              .filter(Index::attached)
              .forEach(one -> step.needs(ObjectReference.index(table.name(), one.name().text())));
        }
        steps.add(step);
      }
    }
    return steps;
  }

  /** It goes with its table, unless a routine stands between, which may need the table itself. */
  CreationStep index(QualifiedName table, Index index) {
    ObjectReference reference = ObjectReference.index(table, index.name().text());
    boolean callsRoutines =
        dependencies.recorded(reference).stream().anyMatch(one -> one.kind().isRoutine());
    return new CreationStep(
            reference,
            ObjectStatements.index(table, index),
            callsRoutines ? List.of(new IndexDdl.DropIndex(reference.name(), false)) : List.of())
        .needs(dependencies.recorded(reference));
  }

  /** Constraints and defaults that could not stand in CREATE TABLE. */
  List<CreationStep> lateParts(Set<ObjectReference> late) {
    List<CreationStep> steps = new ArrayList<>();
    for (Table table : tables.values()) {
      QualifiedName name = table.name();
      for (Column column : table.columns()) {
        ObjectReference part = ObjectReference.column(name, column.name());
        String sql = column.serverDefault();
        if (sql != null && late.contains(part)) {
          steps.add(
              new CreationStep(
                      part,
                      List.of(new ColumnDdl.SetDefault(name, column.name(), sql)),
                      List.of(new ColumnDdl.DropDefault(name, column.name())))
                  .needs(dependencies.recorded(part))
                  .needs(table.reference()));
        }
      }
      for (Constraint constraint : table.constraints()) {
        if (isLate(name, constraint, late)) {
          steps.add(lateConstraint(table, constraint, late));
        }
      }
    }
    return steps;
  }

  private CreationStep lateConstraint(
      Table table, Constraint constraint, Set<ObjectReference> late) {
    ObjectReference part = Dependencies.part(table.name(), constraint);
    boolean isApart = late.contains(part) || constraint instanceof ForeignKey;
    return new CreationStep(
            part,
            List.of(new ConstraintDdl.AddConstraint(table.name(), constraint)),
            isApart
                ? List.of(new ConstraintDdl.DropConstraint(table.name(), constraint.name().text()))
                : List.of())
        .needs(dependencies.of(table.name(), constraint))
        .needs(table.reference());
  }

  /** What needs the indexes of a table: becoming a partition, and being told by an index. */
  List<CreationStep> completions() {
    List<CreationStep> steps = new ArrayList<>();
    for (Table table : tables.values()) {
      List<DdlStatement> create = new ArrayList<>();
      QualifiedName name = table.name();
      if (table.options().replicaIdentity() != null) {
        create.add(new TableDdl.SetReplicaIdentity(name, table.options().replicaIdentity()));
      }
      if (table.options().clusterIndex() != null) {
        create.add(new TableDdl.ClusterOn(name, table.options().clusterIndex()));
      }
      table
          .options()
          .keyStorage()
          .forEach(
              (key, parameters) ->
                  create.add(
                      new IndexDdl.SetIndexStorage(
                          ObjectReference.index(name, key).name(), Map.of(), parameters)));
      QualifiedName whole = divided.get(name);
      if (whole != null) {
        create.add(new TableDdl.AttachPartition(whole, name, bounds.getOrDefault(name, "DEFAULT")));
      }
      if (!create.isEmpty()) {
        CreationStep step = new CreationStep(null, create, List.of()).needs(table.reference());
        table.indexes().forEach(one -> step.needs(ObjectReference.index(name, one.name().text())));
        table.constraints().forEach(one -> step.needs(Dependencies.part(name, one)));
        steps.add(step);
      }
    }
    return steps;
  }
}
