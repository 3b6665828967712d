package org.aludel.migrations.plan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aludel.migrations.operation.ColumnOperation;
import org.aludel.migrations.operation.ConstraintOperation;
import org.aludel.migrations.operation.EnumOperation;
import org.aludel.migrations.operation.IndexOperation;
import org.aludel.migrations.operation.KeptTable;
import org.aludel.migrations.operation.Operation;
import org.aludel.migrations.operation.TableOperation;
import org.aludel.schema.CheckConstraint;
import org.aludel.schema.Constraint;
import org.aludel.schema.ForeignKey;
import org.aludel.schema.Index;
import org.aludel.schema.MetaData;
import org.aludel.schema.ObjectReference;
import org.aludel.schema.Partitioning;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.Table;

/**
 * The partitions of tables and what inherits from them: an operation on a column of a table is one
 * on the same column of those, too, and what a partition shares with its whole is made there first.
 */
final class Descendants {
  private final Map<QualifiedName, Set<QualifiedName>> children = new HashMap<>();
  private final Map<QualifiedName, QualifiedName> wholes = new HashMap<>();
  private final Map<QualifiedName, Table> before = new HashMap<>();
  private final Map<QualifiedName, Table> after = new HashMap<>();

  /** The children of each that stand by themselves while types change: they come or leave. */
  private final Map<QualifiedName, Set<QualifiedName>> moving = new HashMap<>();

  Descendants(MetaData before, MetaData after) {
    before.tablesAndPartitions().forEach(each -> add(each, this.before));
    after.tablesAndPartitions().forEach(each -> add(each, this.after));
    List<KeptTable> kept = KeptTable.of(before, after);
    for (KeptTable each : kept) {
      Set<QualifiedName> parents = new HashSet<>(each.before().parents());
      parents.retainAll(each.after().parents());
      children.forEach(
          (parent, all) -> {
            if (all.contains(each.name()) && !parents.contains(parent)) {
              moving.computeIfAbsent(parent, key -> new HashSet<>()).add(each.name());
            }
          });
    }
  }

  private void add(Table table, Map<QualifiedName, Table> side) {
    side.put(table.name(), table);
    table.parents().forEach(each -> child(each, table.name()));
    Partitioning partitioning = table.partitioning();
    if (partitioning != null) {
      for (Partitioning.Partition each : partitioning.partitions()) {
        child(table.name(), each.table().name());
        wholes.put(each.table().name(), table.name());
      }
    }
  }

  private void child(QualifiedName parent, QualifiedName child) {
    children.computeIfAbsent(parent, key -> new HashSet<>()).add(child);
  }

  /** Adds to a footprint what follows for descendants. */
  Footprint added(Operation operation, Footprint footprint) {
    if (operation instanceof ColumnOperation change) {
      columns(change, footprint);
    } else if (operation instanceof ConstraintOperation change) {
      constraints(change, footprint);
    } else if (operation instanceof IndexOperation change) {
      indexes(change, footprint);
    } else if (operation instanceof TableOperation change) {
      tables(change, footprint);
    } else if (operation instanceof EnumOperation.Change change) {
      change.uses().columns().forEach(use -> typed(use.table(), footprint));
    }
    return footprint;
  }

  /**
   * Who leaves does so before types change on both sides, and who comes does so after. What else a
   * table gets or loses goes down to who has not left yet, so that it waits, too.
   */
  private static void typed(QualifiedName table, Footprint footprint) {
    footprint.takes(alone(table)).frees(typed(table));
  }

  private static Resource alone(QualifiedName table) {
    return Resource.of(Resource.Kind.OWNERSHIP, table, "alone");
  }

  private static Resource typed(QualifiedName table) {
    return Resource.of(Resource.Kind.OWNERSHIP, table, "typed");
  }

  private void tables(TableOperation operation, Footprint footprint) {
    if (operation instanceof TableOperation.Attach attach) {
      parts(after, attach.table()).forEach(footprint::uses);
      footprint.takes(complete(attach.table())).takes(columnsGone(attach.table()));
      footprint.takes(indexed(attach.whole())).takes(typed(attach.whole()));
      footprint.takes(typed(attach.table()));
      footprint.takes(
          before.containsKey(attach.table())
              ? complete(attach.whole())
              : columnsGone(attach.whole()));
    } else if (operation instanceof TableOperation.Detach detach) {
      parts(before, detach.table()).forEach(footprint::releases);
      footprint.takes(unreferenced(detach.whole())).frees(independent(detach.table()));
      footprint.frees(unindexed(detach.whole()));
      if (after.containsKey(detach.table())) {
        footprint.frees(independent(detach.whole()));
        footprint.frees(alone(detach.whole())).frees(alone(detach.table()));
      }
    } else if (operation instanceof TableOperation.Inherit inherit) {
      footprint.takes(complete(inherit.table()));
      footprint.takes(typed(inherit.table())).takes(typed(inherit.parent()));
    } else if (operation instanceof TableOperation.Disinherit leave) {
      footprint.frees(independent(leave.table()));
      footprint.frees(alone(leave.table())).frees(alone(leave.parent()));
    } else if (operation instanceof TableOperation.Drop drop) {
      unreferenced(drop.table().name(), drop.table().foreignKeys(), footprint);
    }
  }

  /** That a table has the constraints that whoever it joins asks for. */
  private static Resource complete(QualifiedName table) {
    return Resource.of(Resource.Kind.OWNERSHIP, table, "complete");
  }

  /** That a table has left: what it had of another is its own now, and can be dropped. */
  private static Resource independent(QualifiedName table) {
    return Resource.of(Resource.Kind.OWNERSHIP, table, "independent");
  }

  /** That a divided table has the indexes and checks, of which a partition that comes has parts. */
  private static Resource indexed(QualifiedName table) {
    return Resource.of(Resource.Kind.OWNERSHIP, table, "indexed");
  }

  /** That the parts of an index or check can be dropped by themselves. */
  private static Resource unindexed(QualifiedName table) {
    return Resource.of(Resource.Kind.OWNERSHIP, table, "unindexed");
  }

  /** A partition that is made for the model has no column that its whole loses. */
  private static Resource columnsGone(QualifiedName table) {
    return Resource.of(Resource.Kind.OWNERSHIP, table, "columns gone");
  }

  /** While rows refer to a partition, it cannot leave its whole. */
  private static Resource unreferenced(QualifiedName table) {
    return Resource.of(Resource.Kind.OWNERSHIP, table, "unreferenced");
  }

  /** A table's reference to itself goes with it. */
  private static void unreferenced(
      QualifiedName table, List<ForeignKey> keys, Footprint footprint) {
    keys.stream()
        .map(ForeignKey::target)
        .filter(each -> !each.equals(table))
        .forEach(each -> footprint.frees(unreferenced(each)));
  }

  private void columns(ColumnOperation operation, Footprint footprint) {
    if (operation instanceof ColumnOperation.Drop drop) {
      footprint.frees(columnsGone(drop.table()));
    }
    if (!(operation instanceof ColumnOperation.Rename)) {
      footprint.takes(alone(operation.table()));
    }
    if (operation instanceof ColumnOperation.AlterType change) {
      typed(change.table(), footprint);
    }
    Extent extent = Extent.of(operation);
    extent.creates().stream().flatMap(each -> columns(each).stream()).forEach(footprint::creates);
    extent.drops().stream().flatMap(each -> columns(each).stream()).forEach(footprint::drops);
    Map<QualifiedName, Set<QualifiedName>> without =
        operation instanceof ColumnOperation.AlterType ? moving : Map.of();
    List.copyOf(footprint.alters()).stream()
        .filter(each -> each.kind() == Resource.Kind.COLUMN)
        .flatMap(
            each -> columns(ObjectReference.column(each.object(), each.part()), without).stream())
        .forEach(footprint::alters);
  }

  private List<Resource> columns(ObjectReference column) {
    return columns(column, Map.of());
  }

  private List<Resource> columns(
      ObjectReference column, Map<QualifiedName, Set<QualifiedName>> without) {
    return of(column.name(), without).stream()
        .map(each -> Resource.of(Resource.Kind.COLUMN, each, column.part()))
        .toList();
  }

  /** All below a table, but for some children. */
  private List<QualifiedName> of(
      QualifiedName table, Map<QualifiedName, Set<QualifiedName>> without) {
    List<QualifiedName> found = new ArrayList<>();
    Deque<QualifiedName> open = new ArrayDeque<>(List.of(table));
    Set<QualifiedName> seen = new HashSet<>();
    while (!open.isEmpty()) {
      QualifiedName parent = open.remove();
      Set<QualifiedName> left = without.getOrDefault(parent, Set.of());
      for (QualifiedName child : children.getOrDefault(parent, Set.of())) {
        if (!left.contains(child) && seen.add(child)) {
          found.add(child);
          open.add(child);
        }
      }
    }
    return found;
  }

  private void dropped(ConstraintOperation.Drop drop, Footprint footprint) {
    footprint.frees(lost(drop.table()));
    if (after.containsKey(drop.table()) && !isOwn(drop)) {
      footprint.takes(independent(drop.table()));
    }
    heirs(drop.constraint(), drop.table(), before)
        .forEach(each -> footprint.frees(independent(each)));
    if (drop.constraint() instanceof CheckConstraint) {
      footprint.takes(unindexed(drop.table()));
    }
    if (drop.constraint() instanceof ForeignKey key) {
      if (!key.target().equals(wholes.get(drop.table()))) {
        footprint.frees(unreferenced(key.target()));
      }
      if (!after.containsKey(drop.table())) {
        footprint.frees(unreferenced(drop.table()));
      }
    }
  }

  private void constraints(ConstraintOperation operation, Footprint footprint) {
    if (operation instanceof ConstraintOperation.Add add) {
      footprint.takes(gained(add.table())).takes(alone(add.table()));
      footprint.frees(complete(add.table()));
      heirs(add.constraint(), add.table(), after).forEach(each -> footprint.takes(complete(each)));
      if (add.constraint() instanceof CheckConstraint) {
        footprint.frees(indexed(add.table()));
      }
    } else if (operation instanceof ConstraintOperation.Drop drop) {
      dropped(drop, footprint);
    } else if (operation instanceof ConstraintOperation.AddTwin add) {
      footprint.frees(gained(whole(add.table())));
      footprint.takes(gained(add.table()));
    } else if (operation instanceof ConstraintOperation.LoseTwin lose) {
      footprint.takes(lost(whole(lose.table())));
      footprint.frees(lost(lose.table()));
    }
  }

  /** A reference to the table itself must go before its parts can leave. */
  private static boolean isOwn(ConstraintOperation.Drop drop) {
    return drop.constraint() instanceof ForeignKey key && key.target().equals(drop.table());
  }

  /** Those that share a check of a table: they have it of their own before, or after. */
  private static List<QualifiedName> heirs(
      Constraint constraint, QualifiedName table, Map<QualifiedName, Table> side) {
    return constraint instanceof CheckConstraint
        ? side.values().stream()
            .filter(each -> each.parents().contains(table))
            .map(Table::name)
            .toList()
        : List.of();
  }

  private void indexes(IndexOperation operation, Footprint footprint) {
    if (operation instanceof IndexOperation.Create add) {
      footprint.takes(gained(add.table())).takes(alone(add.table()));
      footprint.frees(indexed(add.table()));
      if (!add.index().attached()) {
        attached(after, add.table()).forEach(footprint::uses);
      }
    } else if (operation instanceof IndexOperation.Drop drop) {
      footprint.frees(lost(drop.table())).takes(unindexed(drop.table()));
      if (!drop.index().attached()) {
        attached(before, drop.table()).forEach(footprint::releases);
      }
    } else if (operation instanceof IndexOperation.AddTwin add) {
      footprint.frees(gained(whole(add.table())));
      footprint.takes(gained(add.table()));
    } else if (operation instanceof IndexOperation.LoseTwin lose) {
      footprint.takes(lost(whole(lose.table())));
      footprint.frees(lost(lose.table()));
    }
  }

  private QualifiedName whole(QualifiedName partition) {
    return wholes.getOrDefault(partition, partition);
  }

  /** That the partitions of a table have what the table gets. */
  private static Resource gained(QualifiedName table) {
    return Resource.of(Resource.Kind.OWNERSHIP, table, "gained");
  }

  /** That a table has no longer what its partitions lose with it. */
  private static Resource lost(QualifiedName table) {
    return Resource.of(Resource.Kind.OWNERSHIP, table, "lost");
  }

  /** Of two equal indexes the server attaches the older one. */
  private static List<Resource> attached(Map<QualifiedName, Table> side, QualifiedName name) {
    Table table = side.get(name);
    return table == null
        ? List.of()
        : table.indexes().stream()
            .filter(Index::attached)
            .map(each -> Resource.of(ObjectReference.index(name, each.name().text())))
            .toList();
  }

  private static List<Resource> parts(Map<QualifiedName, Table> side, QualifiedName name) {
    List<Resource> parts = new ArrayList<>();
    Table table = side.get(name);
    if (table != null) {
      table
          .indexes()
          .forEach(each -> parts.add(Resource.of(ObjectReference.index(name, each.name().text()))));
      table
          .constraints()
          .forEach(
              each -> parts.add(Resource.of(ObjectReference.constraint(name, each.name().text()))));
    }
    return parts;
  }
}
