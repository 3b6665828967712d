package org.aludel.migrations.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.aludel.compile.DdlCompiler;
import org.aludel.ddl.DdlStatement;
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
   * A statement and its SQL, without a semicolon at its end.
   *
   * @param ddl what it is, for a file that knows more words than SQL
   */
  public record Statement(DdlStatement ddl, String sql) {
    /** Statements as a compiler writes them. */
    public static List<Statement> of(List<DdlStatement> statements, DdlCompiler compiler) {
      return statements.stream().map(each -> new Statement(each, compiler.compile(each))).toList();
    }
  }

  /**
   * An operation, or a part of one, with its statements.
   *
   * @param up what does it
   * @param down what undoes it
   */
  public record Planned(Operation operation, List<Statement> up, List<Statement> down) {
    public Planned {
      up = List.copyOf(up);
      down = List.copyOf(down);
    }

    /** The SQL that does it. */
    public List<String> upgrade() {
      return up.stream().map(Statement::sql).toList();
    }

    /** The SQL that undoes it. */
    public List<String> downgrade() {
      return down.stream().map(Statement::sql).toList();
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
                Statement.of(plan.statements(operation), compiler),
                Statement.of(plan.statements(operation.inverse()), compiler)));
      }
      steps.add(new Step(group.transactional(), planned));
    }
    return new MigrationPlan(steps);
  }

  /** Whether it is one transaction, and what cannot run in one. */
  public boolean atomic() {
    return steps.stream().filter(Step::transactional).count() <= 1;
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
}
