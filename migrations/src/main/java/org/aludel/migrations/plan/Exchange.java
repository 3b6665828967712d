package org.aludel.migrations.plan;

import java.util.List;
import org.aludel.migrations.operation.ColumnOperation;
import org.aludel.migrations.operation.ConstraintOperation;
import org.aludel.migrations.operation.IndexOperation;
import org.aludel.migrations.operation.Operation;
import org.aludel.schema.Column;
import org.aludel.schema.Constraint;
import org.aludel.schema.Index;
import org.aludel.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/** Adds to operations that a part of a table, which stays, is dropped and created again. */
record Exchange(List<Operation> operations) {

  /** Under its new name, where it is renamed; false when it is dropped anyway. */
  boolean constraint(QualifiedName table, Constraint constraint) {
    String name = constraint.name().text();
    boolean dropped =
        operations.stream()
            .anyMatch(
                each ->
                    each instanceof ConstraintOperation.Drop drop
                        && drop.table().equals(table)
                        && drop.constraint().name().text().equals(name));
    if (dropped) {
      return false;
    }
    Constraint wanted = constraint;
    for (Operation operation : List.copyOf(operations)) {
      if (operation instanceof ConstraintOperation.Rename rename
          && rename.table().equals(table)
          && rename.constraint().name().text().equals(name)) {
        operations.remove(operation);
        wanted = rename.inverse().constraint();
      }
    }
    operations.add(new ConstraintOperation.Drop(table, constraint));
    operations.add(new ConstraintOperation.Add(table, wanted));
    return true;
  }

  /** As a constraint. */
  boolean index(QualifiedName table, Index index) {
    String name = index.name().text();
    boolean dropped =
        operations.stream()
            .anyMatch(
                each ->
                    each instanceof IndexOperation.Drop drop
                        && drop.table().equals(table)
                        && drop.index().name().text().equals(name));
    if (dropped) {
      return false;
    }
    Index wanted = index;
    for (Operation operation : List.copyOf(operations)) {
      if (operation instanceof IndexOperation.Rename rename
          && rename.table().equals(table)
          && rename.index().name().text().equals(name)) {
        operations.remove(operation);
        wanted = rename.inverse().index();
      }
    }
    operations.add(new IndexOperation.Drop(table, index));
    operations.add(new IndexOperation.Create(table, wanted));
    return true;
  }

  /**
   * A default is dropped before and set after, whatever else happens to the column; that of an heir
   * may be another one by then, with its parent's.
   */
  void serverDefault(QualifiedName table, Column column, Column kept) {
    for (Operation operation : List.copyOf(operations)) {
      if (splits(operation, table, column.name())) {
        return;
      }
    }
    String sql = column.serverDefault();
    if (sql != null) {
      add(table, column.name(), sql, kept.serverDefault());
    }
  }

  /** Whether the operation sees to the default, which is dropped by a step of its own now. */
  private boolean splits(Operation operation, QualifiedName table, String column) {
    if (operation instanceof ColumnOperation.AlterDefault change
        && change.table().equals(table)
        && change.column().equals(column)) {
      if (change.from() != null && change.to() != null) {
        operations.remove(change);
        add(table, column, change.from(), change.to());
      }
      return true;
    }
    return operation instanceof ColumnOperation.AlterType change
        && change.table().equals(table)
        && change.column().equals(column)
        && splits(change);
  }

  /** In its place: of two changes of type the order matters. */
  private boolean splits(ColumnOperation.AlterType change) {
    String sql = change.from().serverDefault();
    if (sql == null) {
      return false;
    }
    int place = operations.indexOf(change);
    operations.set(
        place,
        new ColumnOperation.AlterType(
            change.table(), change.column(), change.from().withoutDefault(), change.to()));
    operations.add(
        place, new ColumnOperation.AlterDefault(change.table(), change.column(), sql, null));
    return true;
  }

  private void add(QualifiedName table, String column, String from, @Nullable String to) {
    operations.add(new ColumnOperation.AlterDefault(table, column, from, null));
    if (to != null) {
      operations.add(new ColumnOperation.AlterDefault(table, column, null, to));
    }
  }
}
