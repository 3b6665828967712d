package org.aludel.migrations.plan;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.aludel.migrations.operation.ConstraintOperation;
import org.aludel.migrations.operation.Operation;
import org.aludel.migrations.operation.TableOperation;
import org.aludel.schema.ForeignKey;
import org.aludel.schema.MetaData;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.Table;

/**
 * What a table that becomes logged or unlogged waits for: one that is logged refers to no other
 * that is unlogged, so what is referred to is logged first and unlogged last. Source: PostgreSQL
 * 18, ATPrepChangePersistence.
 */
final class LoggedOrder {
  private final MetaData before;
  private final MetaData after;

  /** The tables that become logged or unlogged. */
  private final Set<QualifiedName> switching = new HashSet<>();

  LoggedOrder(MetaData before, MetaData after) {
    this.before = before;
    this.after = after;
    for (Table table : before.tables()) {
      boolean unlogged = table.options().unlogged();
      if (after
          .table(table.name())
          .filter(each -> each.options().unlogged() != unlogged)
          .isPresent()) {
        switching.add(table.name());
      }
    }
  }

  /** Adds to a footprint what follows for a table that changes and for references. */
  Footprint added(Operation operation, Footprint footprint) {
    if (operation instanceof TableOperation.AlterOptions change && switches(change)) {
      QualifiedName table = change.table();
      footprint.alters(kept(table));
      if (change.to().unlogged()) {
        footprint.takes(logged(table));
        targets(table).forEach(each -> footprint.frees(logged(each)));
      } else {
        footprint.frees(logged(table));
        targets(table).forEach(each -> footprint.takes(logged(each)));
      }
    } else if (operation instanceof ConstraintOperation.Add add
        && add.constraint() instanceof ForeignKey key) {
      footprint.uses(kept(add.table())).uses(kept(key.target()));
    } else if (operation instanceof ConstraintOperation.Drop drop
        && drop.constraint() instanceof ForeignKey key) {
      footprint.releases(kept(drop.table())).releases(kept(key.target()));
    }
    return footprint;
  }

  private static boolean switches(TableOperation.AlterOptions change) {
    return change.from().unlogged() != change.to().unlogged();
  }

  /**
   * Whether a reference is part of a circle of tables that all change. None of them can be first,
   * so the reference is dropped before and added after.
   */
  boolean isInCircle(QualifiedName table, ForeignKey key) {
    if (!switching.contains(table) || key.target().equals(table)) {
      return false;
    }
    Set<QualifiedName> reached = new HashSet<>(Set.of(key.target()));
    boolean grows = true;
    while (grows) {
      List<QualifiedName> next =
          before.tables().stream()
              .filter(each -> reached.contains(each.name()) && switching.contains(each.name()))
              .flatMap(each -> each.foreignKeys().stream())
              .map(ForeignKey::target)
              .toList();
      grows = reached.addAll(next);
    }
    return reached.contains(table);
  }

  private Stream<QualifiedName> targets(QualifiedName name) {
    return Stream.of(before, after)
        .flatMap(side -> side.table(name).stream())
        .flatMap(table -> table.foreignKeys().stream())
        .filter(key -> !key.target().equals(name) && !isInCircle(name, key))
        .map(ForeignKey::target);
  }

  private static Resource kept(QualifiedName table) {
    return Resource.of(Resource.Kind.OPTIONS, table, "logged or not");
  }

  private static Resource logged(QualifiedName table) {
    return Resource.of(Resource.Kind.OWNERSHIP, table, "logged");
  }
}
