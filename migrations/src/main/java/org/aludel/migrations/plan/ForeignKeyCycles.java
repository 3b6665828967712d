package org.aludel.migrations.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.aludel.migrations.operation.ConstraintOperation;
import org.aludel.migrations.operation.Operation;
import org.aludel.migrations.operation.TableOperation;
import org.aludel.schema.Constraint;
import org.aludel.schema.ForeignKey;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.Table;

/**
 * Takes foreign keys out of tables that cannot be placed: added when all tables are there, dropped
 * while all are still there.
 */
final class ForeignKeyCycles {
  private ForeignKeyCycles() {}

  /** The same operations with the keys between the stuck tables as steps of their own. */
  static List<Operation> split(List<Operation> operations, List<Operation> stuck) {
    Set<Operation> cyclic = new HashSet<>(stuck);
    Set<QualifiedName> created = new HashSet<>();
    Set<QualifiedName> dropped = new HashSet<>();
    for (Operation operation : stuck) {
      if (operation instanceof TableOperation.Create create) {
        created.add(create.table().name());
      } else if (operation instanceof TableOperation.Drop drop) {
        dropped.add(drop.table().name());
      }
    }
    List<Operation> split = new ArrayList<>();
    for (Operation operation : operations) {
      if (operation instanceof TableOperation.Create create && cyclic.contains(operation)) {
        Table table = create.table();
        List<Constraint> keys = between(table, created);
        split.add(new TableOperation.Create(without(table, keys), create.owned()));
        keys.forEach(each -> split.add(new ConstraintOperation.Add(table.name(), each)));
      } else if (operation instanceof TableOperation.Drop drop && cyclic.contains(operation)) {
        Table table = drop.table();
        List<Constraint> keys = between(table, dropped);
        keys.forEach(each -> split.add(new ConstraintOperation.Drop(table.name(), each)));
        split.add(new TableOperation.Drop(without(table, keys), drop.owned()));
      } else {
        split.add(operation);
      }
    }
    return split;
  }

  private static List<Constraint> between(Table table, Set<QualifiedName> stuck) {
    return table.foreignKeys().stream()
        .filter(key -> stuck.contains(key.target()))
        .filter(key -> !ownKey(table, key))
        .map(Constraint.class::cast)
        .toList();
  }

  /**
   * Whether a foreign key points to a key that is made with its own table, so that it needs nothing
   * else; a unique index comes later.
   */
  static boolean ownKey(Table table, ForeignKey key) {
    Set<String> columns = new HashSet<>(key.targetColumns());
    return key.target().equals(table.name())
        && (table
                .primaryKey()
                .filter(each -> columns.equals(new HashSet<>(each.columns())))
                .isPresent()
            || table.uniqueConstraints().stream()
                .anyMatch(each -> columns.equals(new HashSet<>(each.columns()))));
  }

  private static Table without(Table table, List<Constraint> keys) {
    return table.withConstraints(
        table.constraints().stream().filter(each -> !keys.contains(each)).toList());
  }
}
