package org.aludel.orm.query;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.aludel.error.Problem;
import org.aludel.error.SessionCode;
import org.aludel.error.UsageException;
import org.aludel.orm.loading.LoadPlan;
import org.aludel.orm.state.EntityModel;
import org.aludel.orm.state.EntityModels;
import org.aludel.schema.QualifiedName;
import org.aludel.sql.Delete;
import org.aludel.sql.Expression;
import org.aludel.sql.Insert;
import org.aludel.sql.Merge;
import org.aludel.sql.Projection;
import org.aludel.sql.Query;
import org.aludel.sql.Select;
import org.aludel.sql.Selectable;
import org.aludel.sql.SetOperation;
import org.aludel.sql.Statement;
import org.aludel.sql.StatementOption;
import org.aludel.sql.TableName;
import org.aludel.sql.TableSource;
import org.aludel.sql.Update;
import org.aludel.sql.With;
import org.jspecify.annotations.Nullable;

/** Turns statements over entities into statements of Core, for one registry. Thread-safe. */
public final class QueryResolver {
  private final EntityModels models;

  public QueryResolver(EntityModels models) {
    this.models = models;
  }

  /**
   * Resolves a statement; one that names no entity comes back as it is.
   *
   * @throws org.aludel.error.MappingException for classes and attributes that the registry lacks
   * @throws org.aludel.error.UsageException for options that mean nothing here
   */
  public <R> EntityQuery<R> resolve(Statement<R> statement) {
    EntityRewriter rewriter = new EntityRewriter(models);
    LoadPlans plans = new LoadPlans(models, options(statement));
    Projection<R> projection = statement.projection();
    List<EntityQuery.Part> parts = projection == null ? List.of() : parts(projection, plans);
    plans.requireAllUsed();
    @SuppressWarnings("unchecked") // a rewriter gives back the kind that it was given
    Statement<R> resolved = (Statement<R>) withoutOptions(statement).accept(rewriter);
    return new EntityQuery<>(
        resolved,
        rewriter.tables(),
        written(statement),
        parts,
        projection == null || parts.isEmpty() ? null : projection.maker());
  }

  /** Of a union, the wishes that its first part has are those of the whole. */
  private static List<StatementOption> options(Statement<?> statement) {
    if (statement instanceof SetOperation<?> operation) {
      return options(operation.first());
    }
    if (statement instanceof With<?> with) {
      return options(with.statement());
    }
    return statement instanceof Select<?> select ? select.modifiers().options() : List.of();
  }

  private static <R> Statement<R> withoutOptions(Statement<R> statement) {
    if (statement instanceof Query<R> query) {
      return withoutOptions(query);
    }
    return statement;
  }

  private static <R> Query<R> withoutOptions(Query<R> query) {
    if (query instanceof Select<R> select && !select.modifiers().options().isEmpty()) {
      return select.withModifiers(select.modifiers().withOptions(List.of()));
    }
    if (query instanceof SetOperation<R> operation) {
      List<Query<R>> queries = new ArrayList<>(operation.parts());
      queries.set(0, withoutOptions(operation.first()));
      return new SetOperation<>(operation.operator(), queries, operation.paging());
    }
    return query instanceof With<R> with
        ? new With<>(with.queries(), withoutOptions(with.statement()))
        : query;
  }

  private List<EntityQuery.Part> parts(Projection<?> projection, LoadPlans plans) {
    List<EntityQuery.Part> parts = new ArrayList<>();
    boolean entities = false;
    boolean rows = false;
    for (Selectable<?> item : projection.items()) {
      if (item instanceof Expression<?> expression) {
        parts.add(new EntityQuery.Part.Value(expression.type()));
      } else if (item instanceof TableSource<?> table
          && models.registry().contains(table.rowType())) {
        EntityModel<?> model = models.of(table.rowType());
        LoadPlan plan = plans.of(model);
        parts.add(new EntityQuery.Part.Entity(model, plan));
        entities = true;
      } else {
        rows = true;
      }
    }
    if (entities && rows) {
      throw new UsageException(
          Problem.of(SessionCode.UNSUPPORTED, "cannot select objects beside whole rows")
              .found("an entity, and a table or query without a class")
              .fix("select the columns of the table or query one by one"));
    }
    return entities ? parts : List.of();
  }

  private Set<QualifiedName> written(Statement<?> statement) {
    if (statement instanceof With<?> with) {
      Set<QualifiedName> all = new LinkedHashSet<>(written(with.statement()));
      with.queries().forEach(one -> all.addAll(written(one.definition().body().statement())));
      return all;
    }
    TableSource<?> target = target(statement);
    if (target == null) {
      return Set.of();
    }
    if (models.registry().contains(target.rowType())) {
      return models.of(target.rowType()).view().tables();
    }
    TableName name = target.tableName();
    return Set.of(new QualifiedName(name.schema(), name.name()));
  }

  private static @Nullable TableSource<?> target(Statement<?> statement) {
    if (statement instanceof Insert<?> insert) {
      return insert.table();
    }
    if (statement instanceof Update<?> update) {
      return update.table();
    }
    if (statement instanceof Merge<?> merge) {
      return merge.table();
    }
    return statement instanceof Delete<?> delete ? delete.table() : null;
  }
}
