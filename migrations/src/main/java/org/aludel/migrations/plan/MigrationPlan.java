package org.aludel.migrations.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.aludel.compile.DdlCompiler;
import org.aludel.migrations.operation.Operation;

/**
 * All that a revision does, in order and as SQL, both ways. Immutable.
 *
 * @param steps groups that share a transaction, in the order of an upgrade
 */
public record MigrationPlan(List<Step> steps) {
  public MigrationPlan {
    steps = List.copyOf(steps);
  }

  /**
   * Operations of one transaction.
   *
   * @param transactional false for a single operation that commits by itself
   */
  public record Step(boolean transactional, List<Planned> operations) {
    public Step {
      operations = List.copyOf(operations);
    }

    /** The statements of an upgrade in order. */
    public List<String> upgrade() {
      return operations.stream().flatMap(each -> each.upgrade().stream()).toList();
    }

    /** The statements of a downgrade in order: the operations backwards. */
    public List<String> downgrade() {
      List<Planned> reversed = new ArrayList<>(operations);
      Collections.reverse(reversed);
      return reversed.stream().flatMap(each -> each.downgrade().stream()).toList();
    }
  }

  /**
   * An operation with its statements, each without a semicolon at its end.
   *
   * @param upgrade what does it
   * @param downgrade what undoes it
   */
  public record Planned(Operation operation, List<String> upgrade, List<String> downgrade) {
    public Planned {
      upgrade = List.copyOf(upgrade);
      downgrade = List.copyOf(downgrade);
    }
  }

  /** Writes the SQL of operations that {@link OperationOrder} has sorted. */
  public static MigrationPlan of(List<Operation> ordered, DdlPlan plan, DdlCompiler compiler) {
    List<Step> steps = new ArrayList<>();
    for (TransactionGroup group : TransactionGroup.of(ordered)) {
      List<Planned> planned = new ArrayList<>();
      for (Operation operation : group.operations()) {
        planned.add(
            new Planned(
                operation,
                sql(operation, plan, compiler),
                sql(operation.inverse(), plan, compiler)));
      }
      steps.add(new Step(group.transactional(), planned));
    }
    return new MigrationPlan(steps);
  }

  /** All operations in the order of an upgrade. */
  public List<Planned> operations() {
    return steps.stream().flatMap(step -> step.operations().stream()).toList();
  }

  /** The statements of an upgrade in order. */
  public List<String> upgrade() {
    return steps.stream().flatMap(each -> each.upgrade().stream()).toList();
  }

  /** The steps in the order of a downgrade. */
  public List<Step> backwards() {
    List<Step> reversed = new ArrayList<>(steps);
    Collections.reverse(reversed);
    return reversed;
  }

  /** The statements of a downgrade in order: the operations backwards. */
  public List<String> downgrade() {
    return backwards().stream().flatMap(each -> each.downgrade().stream()).toList();
  }

  /** What a downgrade loses, sorted: {@code table.column} or {@code table.*}. */
  public List<String> lossy() {
    return operations().stream()
        .flatMap(each -> each.operation().inverse().lossy().stream())
        .distinct()
        .sorted()
        .toList();
  }

  /** Whether there is nothing to do. */
  public boolean isEmpty() {
    return steps.isEmpty();
  }

  private static List<String> sql(Operation operation, DdlPlan plan, DdlCompiler compiler) {
    return plan.statements(operation).stream().map(compiler::compile).toList();
  }
}
