package org.aludel.migrations.compare;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.aludel.migrations.operation.ColumnOperation;
import org.aludel.migrations.operation.EnumOperation;
import org.aludel.migrations.operation.ObjectOperation;
import org.aludel.migrations.operation.Operation;
import org.aludel.migrations.operation.TableOperation;
import org.aludel.schema.Column;
import org.aludel.schema.EnumType;
import org.aludel.schema.ObjectKind;
import org.aludel.schema.SchemaObject;
import org.aludel.schema.Table;

/** Drops and creations that may be one rename: asked about, never assumed. */
final class LookAlikes {
  private LookAlikes() {}

  static List<RenameCandidate> in(List<Operation> operations, EqualContent equal) {
    List<RenameCandidate> found = new ArrayList<>();
    for (Operation dropped : operations) {
      if (dropped instanceof ColumnOperation.Drop drop) {
        columns(drop, operations, found);
      } else if (dropped instanceof TableOperation.Drop drop) {
        tables(drop.table(), operations, found);
      } else if (dropped instanceof EnumOperation.Drop drop) {
        enums(drop.type(), operations, found);
      } else if (dropped instanceof ObjectOperation.Drop drop
          && !drop.object().reference().kind().isPart()) {
        equal
            .created(drop.object(), operations)
            .ifPresent(each -> found.add(candidate(drop.object(), each.object())));
      }
    }
    return found;
  }

  private static RenameCandidate candidate(SchemaObject from, SchemaObject to) {
    return new RenameCandidate(ObjectName.of(from.reference()), to.reference().name().toString());
  }

  private static void enums(
      EnumType dropped, List<Operation> operations, List<RenameCandidate> found) {
    for (Operation operation : operations) {
      if (operation instanceof EnumOperation.Create create
          && create.type().labels().equals(dropped.labels())) {
        found.add(
            new RenameCandidate(
                ObjectName.of(ObjectKind.ENUM, dropped.name()), create.type().name().toString()));
      }
    }
  }

  private static void columns(
      ColumnOperation.Drop drop, List<Operation> operations, List<RenameCandidate> found) {
    ObjectName from = ObjectName.part(ObjectKind.COLUMN, drop.table(), drop.column().name());
    for (Operation operation : operations) {
      if (operation instanceof ColumnOperation.Add add
          && add.table().equals(drop.table())
          && add.column().type().name().equals(drop.column().type().name())) {
        found.add(new RenameCandidate(from, add.column().name()));
      }
    }
  }

  private static void tables(
      Table dropped, List<Operation> operations, List<RenameCandidate> found) {
    for (Operation operation : operations) {
      if (operation instanceof TableOperation.Create create && alike(dropped, create.table())) {
        found.add(
            new RenameCandidate(
                ObjectName.of(ObjectKind.TABLE, dropped.name()), create.table().name().toString()));
      }
    }
  }

  /** At least half of all columns in common. */
  private static boolean alike(Table one, Table other) {
    Set<String> shared = names(one);
    shared.retainAll(names(other));
    Set<String> all = names(one);
    all.addAll(names(other));
    return !shared.isEmpty() && shared.size() * 2 >= all.size();
  }

  private static Set<String> names(Table table) {
    Set<String> names = new HashSet<>();
    for (Column column : table.columns()) {
      names.add(column.name() + " " + column.type().name());
    }
    return names;
  }
}
