package org.aludel.ddl;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aludel.schema.Column;
import org.aludel.schema.Constraint;
import org.aludel.schema.ForeignKey;
import org.aludel.schema.PrimaryKey;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.Table;
import org.aludel.schema.UniqueConstraint;
import org.aludel.util.TopologicalSort;

/**
 * Tables, each behind those that its CREATE TABLE needs, and the constraints that must come later.
 * Constraints are told apart by identity: equal ones may stand in two tables.
 */
final class TableOrder {
  private final Map<QualifiedName, Table> tables = new LinkedHashMap<>();
  private final Set<ForeignKey> cyclic = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<Constraint> late = Collections.newSetFromMap(new IdentityHashMap<>());
  private final List<Table> sorted;

  private TableOrder(List<Table> all) {
    all.forEach(table -> tables.put(table.name(), table));
    splitCycles();
    for (Table table : tables.values()) {
      table.constraints().stream().filter(this::cannotBeInline).forEach(late::add);
    }
    sorted =
        TopologicalSort.of(tables.keySet(), this::needs).sorted().stream()
            .map(tables::get)
            .toList();
  }

  static TableOrder of(List<Table> tables) {
    return new TableOrder(tables);
  }

  List<Table> sorted() {
    return sorted;
  }

  /** Whether the constraint must be added when all tables and indexes are there. */
  boolean isLate(Constraint constraint) {
    return late.contains(constraint);
  }

  boolean closesCycle(ForeignKey key) {
    return cyclic.contains(key);
  }

  /**
   * What neither an order nor the reversed order can place lies on a cycle or between two; the
   * foreign keys inside that set are taken out.
   */
  private void splitCycles() {
    Set<QualifiedName> rest =
        new LinkedHashSet<>(TopologicalSort.of(tables.keySet(), this::needs).cyclic());
    Map<QualifiedName, Set<QualifiedName>> referencing = new LinkedHashMap<>();
    for (QualifiedName table : rest) {
      for (QualifiedName target : needs(table)) {
        referencing.computeIfAbsent(target, key -> new LinkedHashSet<>()).add(table);
      }
    }
    Set<QualifiedName> core =
        new HashSet<>(
            TopologicalSort.of(rest, table -> referencing.getOrDefault(table, Set.of())).cyclic());
    for (QualifiedName table : core) {
      for (ForeignKey key : table(table).foreignKeys()) {
        if (core.contains(key.target()) && !key.target().equals(table)) {
          cyclic.add(key);
        }
      }
    }
  }

  /** Other tables that must exist first. A column may also be of a table's row type. */
  private Collection<QualifiedName> needs(QualifiedName name) {
    Set<QualifiedName> needed = new LinkedHashSet<>();
    Table table = table(name);
    for (ForeignKey key : table.foreignKeys()) {
      if (!cyclic.contains(key) && !late.contains(key)) {
        needed.add(key.target());
      }
    }
    for (Column column : table.columns()) {
      QualifiedName rowType = rowType(column.type().name());
      if (tables.containsKey(rowType)) {
        needed.add(rowType);
      }
    }
    return needed;
  }

  private static QualifiedName rowType(String typeName) {
    String element =
        typeName.endsWith("[]") ? typeName.substring(0, typeName.length() - 2) : typeName;
    int dot = element.indexOf('.');
    return dot <= 0 || dot == element.length() - 1
        ? QualifiedName.of(element)
        : new QualifiedName(element.substring(0, dot), element.substring(dot + 1));
  }

  private boolean cannotBeInline(Constraint constraint) {
    if (!constraint.validated()) {
      return true;
    }
    return constraint instanceof ForeignKey key
        && (cyclic.contains(key) || referencesUniqueIndex(key));
  }

  /** A target among these tables whose own constraints do not make the columns unique. */
  private boolean referencesUniqueIndex(ForeignKey key) {
    Table target = tables.get(key.target());
    if (target == null) {
      return false;
    }
    Set<String> columns = Set.copyOf(key.targetColumns());
    List<List<String>> keys = new ArrayList<>();
    target.primaryKey().map(PrimaryKey::columns).ifPresent(keys::add);
    target.uniqueConstraints().stream().map(UniqueConstraint::columns).forEach(keys::add);
    return keys.stream().noneMatch(one -> Set.copyOf(one).equals(columns));
  }

  private Table table(QualifiedName name) {
    Table table = tables.get(name);
    if (table == null) {
      throw new IllegalStateException("no table " + name);
    }
    return table;
  }
}
