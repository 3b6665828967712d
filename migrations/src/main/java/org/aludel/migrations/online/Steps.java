package org.aludel.migrations.online;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.aludel.compile.DdlCompiler;
import org.aludel.migrations.plan.MigrationPlan;
import org.aludel.migrations.plan.MigrationPlan.Planned;
import org.aludel.migrations.plan.MigrationPlan.Statement;
import org.aludel.schema.QualifiedName;

/**
 * Puts stages into transactions: neighbours share one while they lock the same table, since two
 * tables in one transaction wait for each other's readers. Not thread-safe.
 */
final class Steps {
  private final Scope scope;
  private final DdlCompiler compiler;
  private final List<MigrationPlan.Step> steps = new ArrayList<>();
  private final List<Planned> looks = new ArrayList<>();
  private final List<Planned> open = new ArrayList<>();
  private final Set<QualifiedName> locked = new HashSet<>();

  Steps(Scope scope, DdlCompiler compiler) {
    this.scope = scope;
    this.compiler = compiler;
  }

  /**
   * Adds a stage behind the others.
   *
   * @param bridged whether it has to stay in the transaction of the one before
   */
  void add(Stage stage, boolean bridged) {
    Planned planned =
        new Planned(
            stage.operation(),
            Statement.of(stage.up(), compiler),
            Statement.of(stage.down(), compiler));
    if (stage.commit() == Stage.Commit.FIRST) {
      looks.add(planned);
    } else if (bridged) {
      join(planned, stage);
    } else if (stage.commit() == Stage.Commit.TOGETHER) {
      if (!fits(locks(stage))) {
        close();
      }
      join(planned, stage);
    } else {
      close();
      steps.add(new MigrationPlan.Step(stage.commit() == Stage.Commit.APART, List.of(planned)));
    }
  }

  List<MigrationPlan.Step> finished() {
    close();
    if (!looks.isEmpty()) {
      steps.add(0, new MigrationPlan.Step(true, looks));
    }
    return List.copyOf(steps);
  }

  private void join(Planned planned, Stage stage) {
    open.add(planned);
    locked.addAll(locks(stage));
  }

  private boolean fits(Set<QualifiedName> more) {
    return locked.containsAll(more) || more.containsAll(locked);
  }

  private Set<QualifiedName> locks(Stage stage) {
    return LockedTables.of(stage.operation()).stream()
        .filter(scope::isInUse)
        .collect(Collectors.toSet());
  }

  private void close() {
    if (!open.isEmpty()) {
      steps.add(new MigrationPlan.Step(true, open));
      open.clear();
      locked.clear();
    }
  }
}
