package org.aludel.migrations.plan;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.aludel.migrations.operation.ColumnOperation;
import org.aludel.migrations.operation.EnumOperation;
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

  /**
   * The same operations with the keys between the stuck tables, and those to tables whose columns
   * are stuck, as steps of their own.
   */
  static List<Operation> split(List<Operation> operations, List<Operation> stuck) {
    Set<QualifiedName> created = new HashSet<>();
    Set<QualifiedName> dropped = new HashSet<>();
    Set<QualifiedName> altered = new HashSet<>();
    for (Operation operation : stuck) {
      if (operation instanceof TableOperation.Create create) {
        created.add(create.table().name());
      } else if (operation instanceof TableOperation.Drop drop) {
        dropped.add(drop.table().name());
      } else if (operation instanceof ColumnOperation change) {
        altered.add(change.table());
      } else if (operation instanceof EnumOperation.Change change) {
        change.uses().columns().forEach(each -> altered.add(each.table()));
      }
    }
    return LateConstraints.split(
        operations,
        table -> created.contains(table.name()) ? between(table, created, altered) : List.of(),
        table -> dropped.contains(table.name()) ? between(table, dropped, altered) : List.of());
  }

  private static List<Constraint> between(
      Table table, Set<QualifiedName> stuck, Set<QualifiedName> altered) {
    return table.foreignKeys().stream()
        .filter(key -> stuck.contains(key.target()) || altered.contains(key.target()))
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
}
