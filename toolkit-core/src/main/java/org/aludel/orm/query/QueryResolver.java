package org.aludel.orm.query;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.aludel.error.Problem;
import org.aludel.error.SessionCode;
import org.aludel.error.UsageException;
import org.aludel.orm.deferred.ColumnChoice;
import org.aludel.orm.loading.EntityNode;
import org.aludel.orm.loading.LoadCriteria;
import org.aludel.orm.loading.LoadPlan;
import org.aludel.orm.loading.NodeSource;
import org.aludel.orm.mapping.Mapper;
import org.aludel.orm.mapping.Relationship;
import org.aludel.orm.metamodel.Criteria;
import org.aludel.orm.state.EntityModel;
import org.aludel.orm.state.EntityModels;
import org.aludel.orm.state.JoinCondition;
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
import org.aludel.type.SqlType;
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
   * @param terms what holds for everything that the session loads
   * @param more options beside those of the statement
   * @throws org.aludel.error.MappingException for classes and attributes that the registry lacks
   * @throws org.aludel.error.UsageException for options that mean nothing here
   */
  public <R> EntityQuery<R> resolve(
      Statement<R> statement, LoadPlan.Terms terms, List<StatementOption> more) {
    List<StatementOption> options = new ArrayList<>(options(statement));
    options.addAll(more);
    LoadCriteria criteria = terms.criteria().and(criteria(options));
    EntityRewriter rewriter = new EntityRewriter(models, criteria);
    Statement<R> resolved = rewritten(statement, rewriter);
    if (rewriter.needsViews()) {
      rewriter = new EntityRewriter(models, criteria, true);
      resolved = rewritten(statement, rewriter);
    }
    LoadPlans plans =
        new LoadPlans(
            models,
            rewriter,
            options,
            new LoadPlan.Terms(terms.overwrite(), terms.everywhere(), criteria));
    Projection<R> projection = statement.projection();
    List<JoinedSelect.Wanted> wanted =
        projection == null ? List.of() : wanted(projection, plans, rewriter);
    plans.requireAllUsed();
    List<EntityQuery.Part> parts = new ArrayList<>();
    if (changesRows(statement)) {
      addParts(resolved, wanted, parts);
    } else if (!wanted.isEmpty()) {
      resolved = joined(resolved, wanted, parts);
    }
    Set<QualifiedName> named = rewriter.tables();
    Set<QualifiedName> sources = named == null ? null : Set.copyOf(named);
    for (JoinedSelect.Wanted one : wanted) {
      addEagerTables(one, rewriter);
    }
    plans.tables().forEach(rewriter::note);
    return new EntityQuery<>(
        statement,
        resolved,
        rewriter.tables(),
        sources,
        written(statement),
        parts,
        projection == null || parts.isEmpty() ? null : projection.maker(),
        rewriter.keys(),
        changed(statement));
  }

  private @Nullable EntityModel<?> changed(Statement<?> statement) {
    TableSource<?> target = target(statement);
    return target != null && models.registry().contains(target.rowType())
        ? models.of(target.rowType())
        : null;
  }

  @SuppressWarnings("unchecked") // a rewriter gives back the kind that it was given
  private static <R> Statement<R> rewritten(Statement<R> statement, EntityRewriter rewriter) {
    return (Statement<R>) withoutOptions(statement).accept(rewriter);
  }

  /** What options say of an object that is loaded by its key; errors as above. */
  public LoadPlan plan(EntityModel<?> model, LoadPlan.Terms terms, List<StatementOption> options) {
    LoadCriteria criteria = terms.criteria().and(criteria(options));
    LoadPlans plans =
        new LoadPlans(
            models,
            new EntityRewriter(models, criteria),
            options,
            new LoadPlan.Terms(terms.overwrite(), terms.everywhere(), criteria));
    LoadPlan plan = plans.ofKey(model.mapper().type());
    plans.requireAllUsed();
    return plan;
  }

  /** Conditions over the tables of the registry, for whoever keeps them. */
  public LoadCriteria criteria(List<? extends StatementOption> options) {
    List<Criteria> all = new ArrayList<>();
    for (StatementOption option : options) {
      if (option instanceof Criteria one) {
        all.add(one);
      }
    }
    return all.isEmpty() ? LoadCriteria.NONE : new CriteriaResolver(models).resolve(all);
  }

  /** What is read right after the rows is part of the answer. */
  private void addEagerTables(JoinedSelect.Wanted one, EntityRewriter rewriter) {
    Mapper<?> mapper = one.mapper();
    if (mapper != null) {
      one.plan().eagerRelationships(mapper).forEach(eager -> tables(eager).forEach(rewriter::note));
    }
  }

  private Set<QualifiedName> tables(Relationship relationship) {
    JoinCondition condition = models.condition(relationship);
    return condition == null
        ? models.of(relationship.target()).view().tables()
        : condition.tables();
  }

  /** Joins what the plans want joined, where the statement is a SELECT. */
  private <R> Statement<R> joined(
      Statement<R> resolved, List<JoinedSelect.Wanted> wanted, List<EntityQuery.Part> parts) {
    if (resolved instanceof With<R> with) {
      return new With<>(with.queries(), joined(with.statement(), wanted, parts));
    }
    if (!(resolved instanceof Select<R> select)) {
      addParts(resolved, wanted, parts);
      return resolved;
    }
    JoinedSelect<R> joined = new JoinedSelect<>(models, select, wanted);
    JoinedSelect.Built<R> built = joined.build();
    int node = 0;
    int position = 0;
    for (JoinedSelect.Wanted one : wanted) {
      if (one.mapper() == null) {
        parts.add(new EntityQuery.Part.Value(type(select, position)));
      } else {
        EntityNode made = built.nodes().get(node++);
        parts.add(new EntityQuery.Part.Entity(made, joined.query(made, one)));
      }
      position += one.width();
    }
    return built.select();
  }

  /** Of a union, and of what a change returns: what would be joined is loaded by keys instead. */
  private void addParts(
      Statement<?> resolved, List<JoinedSelect.Wanted> wanted, List<EntityQuery.Part> parts) {
    int position = 0;
    for (JoinedSelect.Wanted one : wanted) {
      Mapper<?> mapper = one.mapper();
      refuseGiven(one);
      if (mapper == null) {
        parts.add(new EntityQuery.Part.Value(type(resolved, position)));
      } else {
        parts.add(
            new EntityQuery.Part.Entity(
                EntityNode.whole(
                    models.of(mapper),
                    one.plan(),
                    NodeSource.of(models.of(mapper), one.requireSource())),
                null));
      }
      position += one.width();
    }
  }

  /** The option would have to be one of each part. */
  private static void refuseGiven(JoinedSelect.Wanted one) {
    ColumnChoice choice = one.plan().columns();
    if (choice != null && !choice.given().isEmpty()) {
      throw new UsageException(
          Problem.of(SessionCode.UNSUPPORTED, "cannot use the option withExpression(…)")
              .found("a union of objects")
              .expected("a SELECT, or an option for what is loaded behind the objects")
              .fix("select the union from a subquery: select(alias).from(union.as(…))"));
    }
  }

  private static SqlType<?> type(Statement<?> statement, int position) {
    Projection<?> projection = Objects.requireNonNull(statement.projection(), "it has rows");
    return ((Expression<?>) projection.items().get(position)).type();
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

  private List<JoinedSelect.Wanted> wanted(
      Projection<?> projection, LoadPlans plans, EntityRewriter rewriter) {
    List<JoinedSelect.Wanted> wanted = new ArrayList<>();
    boolean entities = false;
    boolean rows = false;
    for (Selectable<?> item : projection.items()) {
      if (item instanceof Expression<?>) {
        wanted.add(new JoinedSelect.Wanted(null, LoadPlan.MAPPED, null, 1));
      } else if (item instanceof TableSource<?> table
          && models.registry().contains(table.rowType())) {
        Mapper<?> mapper = models.registry().mapper(table.rowType());
        wanted.add(
            new JoinedSelect.Wanted(
                mapper, plans.of(table), rewriter.source(table), models.of(mapper).view().width()));
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
    return entities ? wanted : List.of();
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

  /** Whether its rows are those that it changes. */
  private static boolean changesRows(Statement<?> statement) {
    return statement instanceof With<?> with
        ? changesRows(with.statement())
        : target(statement) != null;
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
