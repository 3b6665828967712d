package org.aludel.migrations.online;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.aludel.dialect.Dialect;
import org.aludel.error.MigrationCode;
import org.aludel.error.Problem;
import org.aludel.error.RevisionException;
import org.aludel.migrations.operation.ColumnOperation;
import org.aludel.migrations.operation.ConstraintOperation;
import org.aludel.migrations.operation.Operation;
import org.aludel.migrations.operation.TableOperation;
import org.aludel.migrations.plan.DdlPlan;
import org.aludel.migrations.plan.MigrationPlan;
import org.aludel.migrations.plan.TransactionGroup;
import org.aludel.schema.MetaData;

/**
 * The plan for a database that others write to meanwhile: the same operations in the same order,
 * cut into steps of which each locks one table for a moment only. It ends where the plain plan
 * ends, catalogue and names alike.
 *
 * @param plan the steps, each a transaction or a statement of its own
 * @param rewritten operations that are done in another form than the plain one
 */
public record OnlinePlan(MigrationPlan plan, Set<Operation> rewritten) {
  public OnlinePlan {
    rewritten = Set.copyOf(rewritten);
  }

  /**
   * Writes the steps of operations that are sorted.
   *
   * @param before the database after the renames among the operations
   * @throws RevisionException MIG-RENAME-NOT-ONLINE for the rename of a table or a column
   */
  public static OnlinePlan of(
      List<Operation> ordered, MetaData before, DdlPlan plan, Dialect dialect) {
    requireNoRename(ordered);
    Scope scope = new Scope(ordered, before);
    OnlineStages stages =
        new OnlineStages(plan, dialect.quoter(), scope, new LoneColumn(ordered, before));
    Steps steps = new Steps(scope, dialect.ddlCompiler());
    Set<Operation> rewritten = new HashSet<>();
    List<TransactionGroup> groups = TransactionGroup.of(ordered);
    for (TransactionGroup group : groups) {
      List<Operation> operations = Aside.order(group.operations(), scope);
      Bridges bridges = new Bridges(operations, scope);
      for (int at = 0; at < operations.size(); at++) {
        Operation operation = operations.get(at);
        Optional<List<Stage>> online =
            group.transactional() && !bridges.holds(at) ? stages.of(operation) : Optional.empty();
        online.ifPresent(each -> rewritten.add(operation));
        List<Stage> all = online.orElseGet(() -> List.of(plain(operation, plan, group)));
        boolean bridged = bridges.joinsPrevious(at);
        all.forEach(each -> steps.add(each, bridged));
      }
    }
    return new OnlinePlan(new MigrationPlan(steps.finished()), rewritten);
  }

  private static Stage plain(Operation operation, DdlPlan plan, TransactionGroup group) {
    Stage.Commit commit = Stage.Commit.TOGETHER;
    if (!group.transactional()) {
      commit = Stage.Commit.ALONE;
    } else if (operation instanceof ConstraintOperation.Validate
        || operation instanceof ConstraintOperation.Invalidate) {
      commit = Stage.Commit.APART;
    }
    return new Stage(
        commit, operation, plan.statements(operation), plan.statements(operation.inverse()));
  }

  private static void requireNoRename(List<Operation> ordered) {
    List<String> renames =
        ordered.stream()
            .filter(
                each ->
                    each instanceof TableOperation.Rename || each instanceof ColumnOperation.Rename)
            .map(Operation::describe)
            .toList();
    if (!renames.isEmpty()) {
      throw new RevisionException(
          Problem.of(
                  MigrationCode.RENAME_NOT_ONLINE,
                  "cannot write a rename in a revision for a database in use")
              .found(String.join("\n", renames))
              .expected("names that an application which runs meanwhile still finds")
              .fix(
                  "without -Dorm.online, while no old application runs; or add a second table or"
                      + " column, let the application write both, and drop the old one later"
                      + " (docs/safe-migrations.md, D01 and D02)"));
    }
  }
}
