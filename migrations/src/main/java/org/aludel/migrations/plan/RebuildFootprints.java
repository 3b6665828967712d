package org.aludel.migrations.plan;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.aludel.migrations.operation.ConstraintOperation;
import org.aludel.migrations.operation.IndexOperation;
import org.aludel.migrations.operation.ObjectOperation;
import org.aludel.migrations.operation.Operation;
import org.aludel.migrations.operation.PrivilegeOperation;
import org.aludel.migrations.operation.RebuildOperation;
import org.aludel.migrations.operation.SequenceOperation;
import org.aludel.migrations.operation.TableOperation;
import org.aludel.schema.Column;
import org.aludel.schema.Constraint;
import org.aludel.schema.Index;
import org.aludel.schema.Table;

/**
 * What tables that are made anew mean for the order: all that takes something away from the old
 * ones stands before, all else that concerns them behind.
 */
final class RebuildFootprints {
  private final Set<Resource> made = new HashSet<>();

  RebuildFootprints(List<Operation> operations, Footprints footprints) {
    for (Operation operation : operations) {
      if (operation instanceof RebuildOperation) {
        Footprint footprint = operation.accept(footprints);
        made.addAll(footprint.creates());
        made.addAll(footprint.drops());
      }
    }
  }

  static Footprint of(RebuildOperation operation, TableFootprint tables) {
    Footprint footprint = side(operation.before(), tables).inverse();
    Footprint after = side(operation.after(), tables);
    footprint.creates().addAll(after.creates());
    footprint.takes().addAll(after.takes());
    footprint.uses().addAll(after.uses());
    footprint.releases().removeAll(after.uses());
    return footprint;
  }

  private static Footprint side(RebuildOperation.Side side, TableFootprint tables) {
    Footprint footprint = new Footprint();
    for (Table table : side.all()) {
      add(footprint, tables.table(table, List.of()));
      for (Column column : table.columns()) {
        footprint.creates(Resource.of(Resource.Kind.COLUMN, table.name(), column.name()));
      }
      for (Constraint constraint : table.constraints()) {
        add(footprint, tables.constraint(table.name(), constraint));
      }
      for (Index index : table.indexes()) {
        add(footprint, tables.index(table.name(), index));
      }
    }
    side.owned().forEach(each -> tables.sequence(footprint, each));
    footprint.uses().removeAll(footprint.creates());
    footprint.releases().clear();
    return footprint;
  }

  private static void add(Footprint footprint, Footprint more) {
    footprint.creates().addAll(more.creates());
    footprint.takes().addAll(more.takes());
    footprint.uses().addAll(more.uses());
  }

  /** The footprint of an operation that concerns what is made anew, on one side of that. */
  Footprint apart(Operation operation, Footprint footprint) {
    if (made.isEmpty() || operation instanceof RebuildOperation) {
      return footprint;
    }
    if (isEarly(operation)) {
      footprint.uses().removeAll(made);
    } else {
      for (Set<Resource> each :
          List.of(footprint.releases(), footprint.alters(), footprint.drops())) {
        Set<Resource> concerned = new HashSet<>(each);
        concerned.retainAll(made);
        each.removeAll(concerned);
        footprint.uses().addAll(concerned);
      }
    }
    return footprint;
  }

  private static boolean isEarly(Operation operation) {
    if (operation instanceof SequenceOperation.ChangeOwner change) {
      return change.to() == null;
    }
    return operation instanceof ConstraintOperation.Drop
        || operation instanceof IndexOperation.Drop
        || operation instanceof ObjectOperation.Drop
        || operation instanceof PrivilegeOperation.Lapse
        || operation instanceof TableOperation.Disinherit
        || operation instanceof TableOperation.Drop
        || operation instanceof SequenceOperation.Drop;
  }
}
