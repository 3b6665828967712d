package org.aludel.compile;

import java.util.List;
import org.aludel.sql.Assignment;
import org.aludel.sql.ColumnReference;
import org.aludel.sql.Delete;
import org.aludel.sql.DerivedSource;
import org.aludel.sql.Expression;
import org.aludel.sql.GroupTerm;
import org.aludel.sql.Insert;
import org.aludel.sql.Merge;
import org.aludel.sql.Projection;
import org.aludel.sql.Query;
import org.aludel.sql.RowLock;
import org.aludel.sql.Select;
import org.aludel.sql.Selectable;
import org.aludel.sql.SetOperation;
import org.aludel.sql.StatementVisitor;
import org.aludel.sql.TableSource;
import org.aludel.sql.TextStatement;
import org.aludel.sql.Update;
import org.aludel.sql.Values;
import org.aludel.sql.With;
import org.jspecify.annotations.Nullable;

/**
 * Writes the structure of statements: a mark for each node and clause, counts before lists, names
 * and types, ordinals of binds. Everything that {@link SqlCompiler} looks at must be written here.
 */
final class StructureWriter extends ExpressionStructureWriter
    implements StatementVisitor<Structure> {
  /** Marks between clauses; their order in the text does not matter, only that they differ. */
  private enum Clause {
    SELECT,
    INSERT,
    UPDATE,
    DELETE,
    MERGE,
    TEXT,
    WITH,
    WHERE,
    GROUP,
    HAVING,
    WINDOW,
    ORDER,
    PAGE,
    VALUES,
    QUERY,
    CONFLICT,
    USING,
    RETURNING
  }

  private final Scopes scopes = new Scopes();
  private final SourceStructureWriter sources;

  StructureWriter(Structure structure) {
    super(structure);
    this.sources = new SourceStructureWriter(this);
  }

  Scopes scopes() {
    return scopes;
  }

  @Override
  protected void select(Query<?> query) {
    query.accept(this);
  }

  @Override
  public Structure visitSelect(Select<?> node) {
    FromPlan from = FromPlan.of(node, scopes);
    scopes.push(from.sources(), true, node.from().correlation());
    add(Clause.SELECT);
    modifiers(node.modifiers());
    projection(node.projection());
    sources.from(from);
    add(Clause.WHERE).all(node.criteria().where());
    add(Clause.GROUP).add(node.criteria().groupBy().size());
    node.criteria().groupBy().forEach(this::groupTerm);
    add(Clause.HAVING).all(node.criteria().having());
    add(Clause.WINDOW).add(node.criteria().windows().size());
    for (Select.NamedWindow named : node.criteria().windows()) {
      add(named.name()).window(named.window());
    }
    paging(node.paging());
    scopes.pop();
    return structure;
  }

  private void modifiers(Select.Modifiers modifiers) {
    add(modifiers.distinct()).all(modifiers.distinctness().on());
    add(modifiers.locks().size());
    for (RowLock lock : modifiers.locks()) {
      add(lock.strength()).add(lock.waiting()).add(lock.of().size());
      lock.of().forEach(item -> add(item.key()));
    }
    add(modifiers.options().size()).add(modifiers.pieces());
  }

  private void groupTerm(GroupTerm term) {
    if (term instanceof GroupTerm.Sets sets) {
      add(sets.kind()).add(sets.parts().size());
      sets.parts().forEach(this::groupTerm);
    } else {
      one((Expression<?>) term);
    }
  }

  private void paging(Select.Paging paging) {
    add(Clause.ORDER).orderings(paging.orderBy());
    add(Clause.PAGE).optional(paging.limit()).optional(paging.offset()).add(paging.withTies());
  }

  @Override
  public Structure visitSetOperation(SetOperation<?> node) {
    add(node.operator()).add(node.parts().size());
    node.parts().forEach(this::select);
    paging(node.paging());
    return structure;
  }

  @Override
  public Structure visitValues(Values<?> node) {
    add(Clause.VALUES).add(node.columns().size()).add(node.rows().size());
    node.columns().forEach(column -> add(column.name()).add(column.type()));
    node.rows().forEach(this::all);
    paging(node.paging());
    return structure;
  }

  @Override
  public Structure visitWith(With<?> node) {
    add(Clause.WITH).add(node.queries().size());
    node.queries().forEach(sources::read);
    return node.statement().accept(this);
  }

  private void projection(@Nullable Projection<?> projection) {
    if (projection == null) {
      return;
    }
    add(projection.items().size());
    for (Selectable<?> item : projection.items()) {
      if (item instanceof Expression<?> expression) {
        one(expression);
        // The type decides how the value is read, also where the text does not show it.
        add(expression.type());
      } else if (item instanceof TableSource<?> table) {
        add(table.key()).add(table.rowType()).add(table.columnReferences().size());
        table.columnReferences().forEach(column -> add(column.name()).add(column.type()));
      } else if (item instanceof DerivedSource<?> derived) {
        add(derived.key());
        derived.columnReferences().forEach(column -> add(column.name()).add(column.type()));
      }
    }
  }

  @Override
  public Structure visitInsert(Insert<?> node) {
    add(Clause.INSERT).add(node.table().key()).orNull(node.into().overriding());
    columns(node.columns());
    if (node.source() instanceof Insert.Query query) {
      add(Clause.QUERY);
      query.select().accept(this);
    } else if (node.source() instanceof Insert.Values values) {
      add(Clause.VALUES).add(values.rows().size());
      values.rows().forEach(this::all);
    }
    scopes.push(List.of(node.table()), false);
    Insert.Conflict conflict = node.conflict();
    if (conflict != null) {
      add(Clause.CONFLICT);
      Insert.Arbiter target = conflict.target();
      orNull(target.constraint()).all(target.keys()).all(target.where());
      assignments(conflict.assignments());
      all(conflict.where());
    }
    returning(node.projection());
    scopes.pop();
    return structure;
  }

  @Override
  public Structure visitUpdate(Update<?> node) {
    FromPlan from = FromPlan.of(node.reach().from().items(), node.reach().from().joins());
    scopes.push(from.sourcesWith(node.table()), false);
    add(Clause.UPDATE).add(node.table().key()).add(node.reach().everyRow());
    sources.from(from);
    assignments(node.assignments());
    add(Clause.WHERE).all(node.reach().where());
    returning(node.projection());
    scopes.pop();
    return structure;
  }

  @Override
  public Structure visitDelete(Delete<?> node) {
    FromPlan from = FromPlan.of(node.reach().from().items(), node.reach().from().joins());
    scopes.push(from.sourcesWith(node.table()), false);
    add(Clause.DELETE).add(node.table().key()).add(node.reach().everyRow());
    sources.from(from);
    add(Clause.WHERE).all(node.reach().where());
    returning(node.projection());
    scopes.pop();
    return structure;
  }

  @Override
  public Structure visitMerge(Merge<?> node) {
    scopes.push(List.of(node.table(), node.source()), false);
    add(Clause.MERGE).add(node.table().key()).add(Clause.USING);
    node.source().accept(sources);
    one(node.on()).add(node.clauses().size());
    for (Merge.Clause clause : node.clauses()) {
      add(clause.match()).optional(clause.condition()).add(clause.action().getClass());
      if (clause.action() instanceof Merge.Change change) {
        assignments(change.assignments());
      } else if (clause.action() instanceof Merge.Addition addition) {
        assignments(addition.assignments());
      }
    }
    returning(node.projection());
    scopes.pop();
    return structure;
  }

  @Override
  public Structure visitText(TextStatement<?> node) {
    add(Clause.TEXT).add(node.sql()).all(node.binds());
    projection(node.projection());
    return structure;
  }

  private void returning(@Nullable Projection<?> projection) {
    add(Clause.RETURNING).add(projection != null);
    projection(projection);
  }

  private void columns(List<ColumnReference<?>> columns) {
    add(columns.size());
    columns.forEach(column -> add(column.name()));
  }

  private void assignments(List<Assignment> assignments) {
    add(assignments.size());
    for (Assignment assignment : assignments) {
      all(assignment.columns()).one(assignment.value());
    }
  }
}
