package org.aludel.migrations.online;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aludel.compile.IdentifierQuoter;
import org.aludel.ddl.DdlStatement;
import org.aludel.ddl.IndexDdl;
import org.aludel.ddl.RawSql;
import org.aludel.migrations.operation.IndexOperation;
import org.aludel.migrations.plan.DdlPlan;
import org.aludel.schema.Index;
import org.aludel.schema.QualifiedName;

/**
 * Builds indexes beside the writers. Of a divided table that can be done for its parts only; the
 * index of the whole, created last, finds them and takes them over without building anything.
 * Source: PostgreSQL 18, CREATE INDEX, on partitioned tables and CONCURRENTLY.
 */
record IndexStages(DdlPlan plan, IdentifierQuoter quoter, Scope scope) {
  /**
   * Empty where it is built in place.
   *
   * @param operation the creation of an index, also of one that its whole will take over
   */
  Optional<List<Stage>> create(IndexOperation operation, Index index) {
    if (scope.isDivided(operation.table())) {
      return Optional.empty();
    }
    List<DdlStatement> plain = plan.statements(operation);
    List<DdlStatement> later = plain.subList(1, plain.size());
    List<Stage> stages = new ArrayList<>();
    stages.add(
        new Stage(
            Stage.Commit.ALONE,
            operation,
            List.of(new IndexDdl.CreateIndex(operation.table(), index, true)),
            List.of(dropIfExists(operation.table(), index))));
    if (!later.isEmpty()) {
      stages.add(new Stage(Stage.Commit.TOGETHER, operation, later, List.of()));
    }
    return Optional.of(stages);
  }

  /** What takes away an index, finished or not, unless its constraint or its whole has done it. */
  RawSql dropIfExists(QualifiedName table, Index index) {
    return new RawSql(
        "DROP INDEX CONCURRENTLY IF EXISTS "
            + quoter.quote(new QualifiedName(table.schema(), index.name().text())));
  }
}
