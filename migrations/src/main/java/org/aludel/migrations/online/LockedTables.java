package org.aludel.migrations.online;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.aludel.migrations.operation.ColumnOperation;
import org.aludel.migrations.operation.ConstraintOperation;
import org.aludel.migrations.operation.IndexOperation;
import org.aludel.migrations.operation.Operation;
import org.aludel.migrations.operation.TableOperation;
import org.aludel.schema.Constraint;
import org.aludel.schema.ForeignKey;
import org.aludel.schema.QualifiedName;

/** The tables that an operation keeps others out of, in use or not. */
final class LockedTables {
  private LockedTables() {}

  static Set<QualifiedName> of(Operation operation) {
    Set<QualifiedName> tables = new HashSet<>();
    if (operation instanceof TableOperation table) {
      of(table, tables);
    } else if (operation instanceof ColumnOperation column) {
      tables.add(column.table());
    } else if (operation instanceof ConstraintOperation constraint) {
      of(constraint, tables);
    } else if (operation instanceof IndexOperation index) {
      tables.add(index.table());
    }
    return tables;
  }

  private static void of(TableOperation operation, Set<QualifiedName> tables) {
    if (operation instanceof TableOperation.Create create) {
      tables.add(create.table().name());
      create.table().constraints().forEach(each -> target(each, tables));
    } else if (operation instanceof TableOperation.Drop drop) {
      tables.add(drop.table().name());
      drop.table().constraints().forEach(each -> target(each, tables));
    } else if (operation instanceof TableOperation.AlterOptions change) {
      tables.add(change.table());
    } else if (operation instanceof TableOperation.Attach attach) {
      tables.addAll(List.of(attach.whole(), attach.table()));
    } else if (operation instanceof TableOperation.Detach detach) {
      tables.addAll(List.of(detach.whole(), detach.table()));
    } else if (operation instanceof TableOperation.Inherit inherit) {
      tables.addAll(List.of(inherit.table(), inherit.parent()));
    } else if (operation instanceof TableOperation.Disinherit disinherit) {
      tables.addAll(List.of(disinherit.table(), disinherit.parent()));
    } else if (operation instanceof TableOperation.Rename rename) {
      tables.add(rename.from());
    }
  }

  private static void of(ConstraintOperation operation, Set<QualifiedName> tables) {
    tables.add(operation.table());
    if (operation instanceof ConstraintOperation.Add add) {
      target(add.constraint(), tables);
    } else if (operation instanceof ConstraintOperation.Drop drop) {
      target(drop.constraint(), tables);
    }
  }

  private static void target(Constraint constraint, Set<QualifiedName> tables) {
    if (constraint instanceof ForeignKey key) {
      tables.add(key.target());
    }
  }
}
