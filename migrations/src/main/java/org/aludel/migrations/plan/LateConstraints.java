package org.aludel.migrations.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.aludel.migrations.operation.ConstraintOperation;
import org.aludel.migrations.operation.Operation;
import org.aludel.migrations.operation.TableOperation;
import org.aludel.schema.Constraint;
import org.aludel.schema.ForeignKey;
import org.aludel.schema.PrimaryKey;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.Table;
import org.aludel.schema.UniqueConstraint;

/**
 * Takes constraints out of tables that come or go as a whole: added when the table is there,
 * dropped while it is still there.
 */
final class LateConstraints {
  private LateConstraints() {}

  /**
   * The same operations with constraints that a table cannot come or go with as steps of their own:
   * {@code CREATE TABLE} makes NOT VALID ones valid and leaves out a key whose columns another one
   * has, what refers to such a key within the table hinders its drop, and partitions keep the
   * foreign keys of the table that they leave, and cannot leave it while its rows refer to each
   * other. Source: PostgreSQL 18, CREATE TABLE and ALTER TABLE; transformIndexConstraints.
   */
  static List<Operation> apart(List<Operation> operations) {
    return split(operations, LateConstraints::apart, LateConstraints::apart);
  }

  private static List<Constraint> apart(Table table) {
    List<Constraint> apart = new ArrayList<>();
    Set<List<String>> keys = new HashSet<>();
    table.primaryKey().map(PrimaryKey::columns).ifPresent(keys::add);
    boolean keyed = false;
    for (Constraint each : table.constraints()) {
      boolean again = each instanceof UniqueConstraint key && !keys.add(key.columns());
      keyed |= again;
      boolean ofPartitions = each instanceof ForeignKey && table.partitioning() != null;
      if (again || ofPartitions || !each.validated()) {
        apart.add(each);
      }
    }
    if (keyed) {
      table.foreignKeys().stream()
          .filter(each -> each.target().equals(table.name()) && !apart.contains(each))
          .forEach(apart::add);
    }
    return apart;
  }

  /**
   * @param ofCreated the constraints that a table is created without
   * @param ofDropped the constraints that are dropped before a table
   */
  static List<Operation> split(
      List<Operation> operations,
      Function<Table, List<Constraint>> ofCreated,
      Function<Table, List<Constraint>> ofDropped) {
    List<Operation> split = new ArrayList<>();
    for (Operation operation : operations) {
      if (operation instanceof TableOperation.Create create) {
        Table table = create.table();
        QualifiedName name = table.name();
        List<Constraint> late = ofCreated.apply(table);
        split.add(new TableOperation.Create(without(table, late), create.owned()));
        late.forEach(each -> split.add(new ConstraintOperation.Add(name, each)));
      } else if (operation instanceof TableOperation.Drop drop) {
        Table table = drop.table();
        QualifiedName name = table.name();
        List<Constraint> early = ofDropped.apply(table);
        early.forEach(each -> split.add(new ConstraintOperation.Drop(name, each)));
        split.add(new TableOperation.Drop(without(table, early), drop.owned()));
      } else {
        split.add(operation);
      }
    }
    return split;
  }

  private static Table without(Table table, List<Constraint> constraints) {
    return table.withConstraints(
        table.constraints().stream().filter(each -> !constraints.contains(each)).toList());
  }
}
