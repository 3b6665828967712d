package org.aludel.migrations.online;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.aludel.compile.IdentifierQuoter;
import org.aludel.ddl.ConstraintDdl;
import org.aludel.ddl.DdlStatement;
import org.aludel.ddl.IndexDdl;
import org.aludel.ddl.RawSql;
import org.aludel.migrations.operation.ConstraintOperation;
import org.aludel.migrations.plan.DdlPlan;
import org.aludel.schema.CheckConstraint;
import org.aludel.schema.Constraint;
import org.aludel.schema.ExcludeConstraint;
import org.aludel.schema.ForeignKey;
import org.aludel.schema.Index;
import org.aludel.schema.IndexElement;
import org.aludel.schema.PrimaryKey;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.UniqueConstraint;

/**
 * Adds constraints so that rows are looked at while others write: keys over an index that was built
 * beside the writers, the rest first for new rows and then for those that are there. Source:
 * PostgreSQL 18, ALTER TABLE, ADD table_constraint_using_index, NOT VALID and VALIDATE CONSTRAINT.
 */
record ConstraintStages(DdlPlan plan, IdentifierQuoter quoter, IndexStages indexes, Scope scope) {
  /**
   * Empty where it can only be added at once.
   *
   * @param operation the addition of a constraint, also of one that its whole will take over
   */
  Optional<List<Stage>> add(ConstraintOperation operation, Constraint constraint) {
    if (!constraint.validated() || constraint instanceof ExcludeConstraint) {
      return Optional.empty();
    }
    if (constraint instanceof CheckConstraint check) {
      return Optional.of(validated(operation, check.withValidated(false)));
    }
    if (scope.isDivided(operation.table())) {
      return Optional.empty();
    }
    return Optional.of(
        constraint instanceof ForeignKey key
            ? validated(operation, key.withValidated(false))
            : overIndex(operation, constraint, index(constraint)));
  }

  private List<Stage> validated(ConstraintOperation operation, Constraint notValid) {
    QualifiedName table = operation.table();
    return List.of(
        new Stage(
            Stage.Commit.TOGETHER,
            operation,
            plan.statements(new ConstraintOperation.Add(table, notValid)),
            List.of(dropIfExists(table, notValid))),
        new Stage(
            Stage.Commit.APART,
            operation,
            plan.statements(new ConstraintOperation.Validate(table, notValid)),
            List.of()));
  }

  private List<Stage> overIndex(ConstraintOperation operation, Constraint constraint, Index index) {
    QualifiedName table = operation.table();
    List<DdlStatement> plain = plan.statements(operation);
    return List.of(
        new Stage(
            Stage.Commit.ALONE,
            operation,
            List.of(new IndexDdl.CreateIndex(table, index, true)),
            List.of(indexes.dropIfExists(table, index))),
        new Stage(
            Stage.Commit.TOGETHER,
            operation,
            Stream.concat(
                    Stream.of(
                        new ConstraintDdl.AddConstraintUsingIndex(
                            table, constraint, index.name().text())),
                    plain.subList(1, plain.size()).stream())
                .toList(),
            List.of(dropIfExists(table, constraint))));
  }

  /** The constraint of a part goes with that of its whole. */
  private RawSql dropIfExists(QualifiedName table, Constraint constraint) {
    return new RawSql(
        "ALTER TABLE "
            + quoter.quote(table)
            + " DROP CONSTRAINT IF EXISTS "
            + quoter.quote(constraint.name().text()));
  }

  private static Index index(Constraint constraint) {
    if (constraint instanceof PrimaryKey key) {
      return index(key, key.columns(), key.include(), false);
    }
    UniqueConstraint unique = (UniqueConstraint) constraint;
    return index(unique, unique.columns(), unique.include(), unique.nullsNotDistinct());
  }

  private static Index index(
      Constraint constraint, List<String> columns, List<String> include, boolean notDistinct) {
    return new Index(
        constraint.name(),
        true,
        "btree",
        columns.stream().map(IndexElement::column).toList(),
        include,
        null,
        notDistinct,
        Map.of(),
        null,
        true);
  }
}
