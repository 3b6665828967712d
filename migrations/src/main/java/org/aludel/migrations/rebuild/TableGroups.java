package org.aludel.migrations.rebuild;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aludel.migrations.operation.RebuildOperation;
import org.aludel.schema.MetaData;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.Table;
import org.jspecify.annotations.Nullable;

/**
 * Tables that are made anew together: one that is divided otherwise, its partitions on both sides,
 * and whatever shares a name with one of these.
 */
final class TableGroups {
  private final Map<QualifiedName, Table> before = new LinkedHashMap<>();
  private final Map<QualifiedName, Table> after = new LinkedHashMap<>();

  /** The table that a table is a part of, or itself; by name. */
  private final Map<QualifiedName, Table> wholesBefore = new HashMap<>();

  private final Map<QualifiedName, Table> wholesAfter = new HashMap<>();

  /**
   * Whole tables, parents before heirs.
   *
   * @param before those of the database
   * @param after those of the model
   */
  record Group(List<Table> before, List<Table> after) {}

  private TableGroups(MetaData database, MetaData model) {
    enter(database, before, wholesBefore);
    enter(model, after, wholesAfter);
  }

  private static void enter(
      MetaData side, Map<QualifiedName, Table> tables, Map<QualifiedName, Table> wholes) {
    for (Table whole : side.tables()) {
      for (Table table : whole.tree()) {
        tables.put(table.name(), table);
        wholes.put(table.name(), whole);
      }
    }
  }

  static List<Group> in(MetaData database, MetaData model) {
    return new TableGroups(database, model).groups();
  }

  private List<Group> groups() {
    List<Group> groups = new ArrayList<>();
    Set<QualifiedName> grouped = new HashSet<>();
    after.forEach(
        (name, table) -> {
          Table old = before.get(name);
          if (old != null
              && !grouped.contains(name)
              && RebuildOperation.isDividedOtherwise(old, table)) {
            Group group = around(name);
            group.before().forEach(each -> each.tree().forEach(one -> grouped.add(one.name())));
            group.after().forEach(each -> each.tree().forEach(one -> grouped.add(one.name())));
            groups.add(group);
          }
        });
    return groups;
  }

  private Group around(QualifiedName name) {
    Set<Table> foundBefore = new LinkedHashSet<>();
    Set<Table> foundAfter = new LinkedHashSet<>();
    Deque<QualifiedName> open = new ArrayDeque<>(List.of(name));
    while (!open.isEmpty()) {
      QualifiedName next = open.remove();
      follow(wholesBefore.get(next), foundBefore, open);
      follow(wholesAfter.get(next), foundAfter, open);
    }
    return new Group(sorted(foundBefore, before), sorted(foundAfter, after));
  }

  private static void follow(@Nullable Table whole, Set<Table> found, Deque<QualifiedName> open) {
    if (whole != null && found.add(whole)) {
      whole.tree().forEach(each -> open.add(each.name()));
    }
  }

  private static List<Table> sorted(Set<Table> tables, Map<QualifiedName, Table> side) {
    return tables.stream()
        .sorted(Comparator.comparing((Table each) -> depth(each, side)).thenComparing(Table::name))
        .toList();
  }

  private static int depth(Table table, Map<QualifiedName, Table> side) {
    int depth = 0;
    Set<QualifiedName> level = new HashSet<>(table.parents());
    while (!level.isEmpty()) {
      depth++;
      Set<QualifiedName> next = new HashSet<>();
      for (QualifiedName each : level) {
        Table parent = side.get(each);
        if (parent != null) {
          next.addAll(parent.parents());
        }
      }
      level = next;
    }
    return depth;
  }
}
