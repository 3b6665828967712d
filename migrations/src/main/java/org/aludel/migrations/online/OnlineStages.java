package org.aludel.migrations.online;

import java.util.List;
import java.util.Optional;
import org.aludel.compile.IdentifierQuoter;
import org.aludel.migrations.operation.ColumnOperation;
import org.aludel.migrations.operation.ConstraintOperation;
import org.aludel.migrations.operation.IndexOperation;
import org.aludel.migrations.operation.Operation;
import org.aludel.migrations.plan.DdlPlan;

/** The stages of each operation that has a form for tables in use. */
final class OnlineStages {
  private final Scope scope;
  private final IndexStages indexes;
  private final ConstraintStages constraints;
  private final ColumnStages columns;

  private final TypeStages types;
  private final LoneColumn alone;

  OnlineStages(DdlPlan plan, IdentifierQuoter quoter, Scope scope, LoneColumn alone) {
    this.scope = scope;
    this.indexes = new IndexStages(plan, quoter, scope);
    this.constraints = new ConstraintStages(plan, quoter, indexes, scope);
    this.columns = new ColumnStages(plan, quoter, scope);
    this.types = new TypeStages(plan, quoter, alone.before());
    this.alone = alone;
  }

  /** Empty for an operation that is done at once, and where nobody uses the table yet. */
  Optional<List<Stage>> of(Operation operation) {
    Optional<List<Stage>> forward = forward(operation);
    return forward.isPresent()
        ? forward
        : forward(operation.inverse()).map(each -> Stage.reversed(each, operation));
  }

  private Optional<List<Stage>> forward(Operation operation) {
    if (operation instanceof IndexOperation change && scope.isInUse(change.table())) {
      return index(change);
    }
    if (operation instanceof ConstraintOperation change && scope.isInUse(change.table())) {
      return constraint(change);
    }
    if (operation instanceof ColumnOperation change && scope.isInUse(change.table())) {
      return column(change);
    }
    return Optional.empty();
  }

  private Optional<List<Stage>> index(IndexOperation operation) {
    if (operation instanceof IndexOperation.Create create) {
      return indexes.create(create, create.index());
    }
    return operation instanceof IndexOperation.AddTwin twin && !scope.isRebuilt(twin.table())
        ? indexes.create(twin, twin.index().withAttached(false))
        : Optional.empty();
  }

  private Optional<List<Stage>> constraint(ConstraintOperation operation) {
    if (operation instanceof ConstraintOperation.Add add) {
      return constraints.add(add, add.constraint());
    }
    return operation instanceof ConstraintOperation.AddTwin twin && !scope.isRebuilt(twin.table())
        ? constraints.add(twin, twin.constraint())
        : Optional.empty();
  }

  private Optional<List<Stage>> column(ColumnOperation operation) {
    if (operation instanceof ColumnOperation.AlterNullability change && !change.toNullable()) {
      return Optional.of(columns.setNotNull(change));
    }
    if (operation instanceof ColumnOperation.AlterType change) {
      boolean exchanged = alone.isExchangeable(change) && types.hasRoom(change);
      return exchanged ? Optional.of(types.exchange(change)) : Optional.empty();
    }
    return operation instanceof ColumnOperation.Add add ? columns.add(add) : Optional.empty();
  }
}
