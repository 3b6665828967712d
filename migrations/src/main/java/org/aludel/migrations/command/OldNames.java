package org.aludel.migrations.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.aludel.migrations.handover.TwoNames;
import org.aludel.migrations.lint.Hazard;
import org.aludel.migrations.online.NameFills;
import org.aludel.migrations.operation.ColumnOperation;
import org.aludel.migrations.operation.ObjectOperation;
import org.aludel.migrations.operation.Operation;
import org.aludel.migrations.plan.MigrationPlan;
import org.aludel.schema.DefinedObject;

/**
 * Columns that leave after they were kept in step with their new names: nothing is lost, and on the
 * way back they have their values again.
 */
record OldNames(Map<ColumnOperation.Drop, TwoNames> leaving) {
  static OldNames leaving(List<Operation> operations) {
    Map<ColumnOperation.Drop, TwoNames> leaving = new LinkedHashMap<>();
    for (Operation operation : operations) {
      if (operation instanceof ObjectOperation.Drop drop
          && drop.object() instanceof DefinedObject trigger) {
        TwoNames.of(trigger).ifPresent(pair -> find(pair, operations, leaving));
      }
    }
    return new OldNames(leaving);
  }

  private static void find(
      TwoNames pair, List<Operation> operations, Map<ColumnOperation.Drop, TwoNames> leaving) {
    operations.stream()
        .filter(ColumnOperation.Drop.class::isInstance)
        .map(ColumnOperation.Drop.class::cast)
        .filter(each -> each.table().equals(pair.table()))
        .filter(each -> each.column().name().equals(pair.old()))
        .forEach(each -> leaving.put(each, pair));
  }

  /** The first step is the last of the way back. */
  MigrationPlan filledAgain(MigrationPlan plan, NameFills fills) {
    if (leaving.isEmpty()) {
      return plan;
    }
    List<MigrationPlan.Step> steps = new ArrayList<>();
    leaving.forEach(
        (drop, pair) -> steps.add(fills.down(drop, pair.table(), pair.old(), pair.renamed())));
    steps.addAll(plan.steps());
    return new MigrationPlan(steps);
  }

  /** Without the loss of values that the new name has. */
  List<Hazard> without(List<Hazard> hazards) {
    return hazards.stream()
        .filter(
            each ->
                !(each.code().equals("C02")
                    && each.operation() instanceof ColumnOperation.Drop drop
                    && leaving.containsKey(drop)))
        .toList();
  }
}
