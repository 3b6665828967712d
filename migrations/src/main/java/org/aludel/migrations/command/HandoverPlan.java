package org.aludel.migrations.command;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.aludel.dialect.Dialect;
import org.aludel.migrations.compare.Differences;
import org.aludel.migrations.lint.Hazard;
import org.aludel.migrations.lint.Lint;
import org.aludel.migrations.online.NameFills;
import org.aludel.migrations.online.OnlinePlan;
import org.aludel.migrations.operation.ColumnOperation;
import org.aludel.migrations.operation.Operation;
import org.aludel.migrations.plan.DdlPlan;
import org.aludel.migrations.plan.MigrationPlan;
import org.aludel.migrations.plan.OperationOrder;
import org.aludel.migrations.rows.RowRules;

/**
 * The steps after which both names are there: first the new columns with what keeps them in step,
 * and the views; then rows are filled; then what the model asks of the new columns.
 *
 * @param hazards of the operations in their plain forms
 * @param rows what becomes of rows
 */
record HandoverPlan(OnlinePlan plan, List<Hazard> hazards, RowRules rows) {
  HandoverPlan {
    hazards = List.copyOf(hazards);
  }

  static HandoverPlan of(Workbench bench, Handover handover) {
    Dialect dialect = bench.engine().dialect();
    List<Operation> first = sorted(handover.first());
    List<Operation> last = sorted(handover.last());
    List<Operation> all = new ArrayList<>(first);
    all.addAll(last);
    RowRules rows =
        RevisionDraft.rows(bench, all, handover.first().database(), handover.last().model());
    DdlPlan statements = new DdlPlan(dialect.quoter(), bench.options().defaultSchema(), rows);
    OnlinePlan end = OnlinePlan.of(last, handover.last().database(), statements, dialect);
    Set<Operation> rewritten = new HashSet<>(end.rewritten());
    List<MigrationPlan.Step> steps = new ArrayList<>();
    if (handover.tables().isEmpty()) {
      OnlinePlan start = OnlinePlan.of(first, handover.first().database(), statements, dialect);
      steps.addAll(start.plan().steps());
      rewritten.addAll(start.rewritten());
    } else {
      // Nobody may see a moment without the old name, so this is one transaction.
      steps.addAll(MigrationPlan.of(first, statements, dialect.ddlCompiler()).steps());
    }
    NameFills fills = new NameFills(dialect);
    for (ColumnOperation.Rename each : handover.columns()) {
      steps.add(fills.up(each, each.table(), each.to(), each.from()));
    }
    steps.addAll(end.plan().steps());
    List<Hazard> hazards = new ArrayList<>(Lint.hazards(first, handover.first().database()));
    hazards.addAll(Lint.hazards(last, handover.last().database()));
    return new HandoverPlan(new OnlinePlan(new MigrationPlan(steps), rewritten), hazards, rows);
  }

  private static List<Operation> sorted(Differences differences) {
    return OperationOrder.sort(
        differences.operations(), differences.database(), differences.model());
  }
}
