package org.aludel.compile;

import java.util.ArrayList;
import java.util.List;
import org.aludel.error.CompileException;
import org.aludel.error.Problem;
import org.aludel.error.SqlCode;
import org.aludel.sql.Assignment;
import org.aludel.sql.ColumnReference;
import org.aludel.sql.Delete;
import org.aludel.sql.Expression;
import org.aludel.sql.FromItem;
import org.aludel.sql.Insert;
import org.aludel.sql.Merge;
import org.aludel.sql.Predicate;
import org.aludel.sql.Projection;
import org.aludel.sql.Reach;
import org.aludel.sql.Scalar;
import org.aludel.sql.StatementVisitor;
import org.aludel.sql.TableSource;
import org.aludel.sql.Update;
import org.jspecify.annotations.Nullable;

/** The part of a {@link SqlCompiler} for statements that change rows. */
abstract class DmlCompiler implements StatementVisitor<SqlText> {
  protected final SqlText text;
  final IdentifierQuoter quoter;
  final Scopes scopes = new Scopes();

  DmlCompiler(SqlText text, IdentifierQuoter quoter) {
    this.text = text;
    this.quoter = quoter;
  }

  final Scopes scopes() {
    return scopes;
  }

  /** Writes an expression that stands alone. */
  protected abstract SqlText write(Expression<?> expression);

  /** Writes the bare names of columns in parentheses. */
  protected abstract SqlText writeColumns(List<ColumnReference<?>> columns);

  /** Writes a source with its alias. */
  protected abstract SqlText source(FromItem item);

  /** Writes sources behind a word, and their joins, unless there are none. */
  abstract void sources(String word, FromPlan from);

  /** Writes WHERE, unless there is no condition. */
  protected abstract void where(List<Predicate> conditions);

  /** Writes RETURNING, unless nothing is returned. */
  protected abstract void returning(@Nullable Projection<?> projection);

  @Override
  public SqlText visitInsert(Insert<?> node) {
    scopes.push(List.of(node.table()), false);
    node.columns().forEach(scopes::qualifies);
    scopes.pop();
    text.add("INSERT INTO ");
    source(node.table());
    if (node.columns().isEmpty()) {
      requireNoQuery(node);
      text.add(" DEFAULT VALUES");
    } else {
      text.add(" ");
      writeColumns(node.columns()).add(overriding(node.into().overriding()));
      rows(node);
    }
    Insert.Conflict conflict = node.conflict();
    if (conflict != null) {
      conflict(node, conflict);
    }
    scopes.push(List.of(node.table()), node.table().alias() != null);
    returning(node.projection());
    scopes.pop();
    return text;
  }

  private static String overriding(Insert.@Nullable Overriding overriding) {
    return overriding == null ? "" : " OVERRIDING " + overriding + " VALUE";
  }

  private static void requireNoQuery(Insert<?> node) {
    if (node.source() instanceof Insert.Query) {
      throw new CompileException(
          Problem.of(
                  SqlCode.UNSUPPORTED_STATEMENT,
                  "cannot insert into \"" + node.table().key() + "\"")
              .found("a query, but no columns for what it selects")
              .fix("columns(…) before from(select)"));
    }
  }

  private void rows(Insert<?> node) {
    if (node.source() instanceof Insert.Query query) {
      text.add(" ");
      query.select().accept(this);
      return;
    }
    List<List<Expression<?>>> rows = ((Insert.Values) node.source()).rows();
    if (rows.isEmpty()) {
      throw new CompileException(
          Problem.of(
                  SqlCode.UNSUPPORTED_STATEMENT,
                  "cannot insert into \"" + node.table().key() + "\"")
              .found("columns, but no row")
              .fix("values(…), from(select), or no columns(…) for a row of defaults"));
    }
    text.add(" VALUES ")
        .<List<Expression<?>>>list(
            rows, ", ", row -> text.add("(").<Expression<?>>list(row, ", ", this::write).add(")"));
  }

  /**
   * Writes ON CONFLICT; in its assignments both the row that exists and the new one are in sight.
   */
  protected void conflict(Insert<?> node, Insert.Conflict conflict) {
    text.add(" ON CONFLICT");
    arbiter(node, conflict.target());
    if (conflict.assignments().isEmpty()) {
      text.add(" DO NOTHING");
      return;
    }
    scopes.push(List.of(node.table()), true);
    text.add(" DO UPDATE SET ");
    assignments(conflict.assignments());
    where(conflict.where());
    scopes.pop();
  }

  private void arbiter(Insert<?> node, Insert.Arbiter target) {
    String constraint = target.constraint();
    if (constraint != null) {
      text.add(" ON CONSTRAINT ").add(quoter.quote(constraint));
    }
    if (target.keys().isEmpty()) {
      return;
    }
    scopes.push(List.of(node.table()), false);
    text.add(" (").<Expression<?>>list(target.keys(), ", ", this::indexKey).add(")");
    where(target.where());
    scopes.pop();
  }

  /** An index has names and calls as they are, and all else in parentheses. */
  private void indexKey(Expression<?> key) {
    boolean bare = key instanceof ColumnReference<?> || key instanceof Scalar.FunctionCall<?>;
    text.add(bare ? "" : "(");
    write(key).add(bare ? "" : ")");
  }

  @Override
  public SqlText visitUpdate(Update<?> node) {
    requireCondition("UPDATE", node.table(), node.reach());
    if (node.assignments().isEmpty()) {
      throw new CompileException(
          Problem.of(SqlCode.UNSUPPORTED_STATEMENT, "cannot update \"" + node.table().key() + "\"")
              .found("no column to set")
              .fix("set(column, value)"));
    }
    FromPlan from = reaching(node.table(), node.reach());
    text.add("UPDATE ");
    source(node.table()).add(" SET ");
    assignments(node.assignments());
    sources(" FROM ", from);
    where(node.reach().where());
    returning(node.projection());
    scopes.pop();
    return text;
  }

  /** Names are qualified where several sources, or an alias, are in sight. */
  private FromPlan reaching(TableSource<?> table, Reach reach) {
    FromPlan from = FromPlan.of(reach.from());
    scopes.push(from.sourcesWith(table), table.alias() != null || reach.hasSources());
    text.product(CartesianProducts.find(from.chainsWith(table), reach.where()));
    return from;
  }

  /** Writes {@code column = value} for each; the column is bare, as SQL demands. */
  protected final void assignments(List<Assignment> assignments) {
    text.<Assignment>list(
        assignments,
        ", ",
        one -> {
          one.columns().forEach(scopes::qualifies);
          if (one.isRow()) {
            writeColumns(one.columns());
          } else {
            text.add(quoter.quote(one.columns().get(0).name()));
          }
          text.add(" = ");
          write(one.value());
        });
  }

  @Override
  public SqlText visitDelete(Delete<?> node) {
    requireCondition("DELETE", node.table(), node.reach());
    FromPlan using = reaching(node.table(), node.reach());
    text.add("DELETE FROM ");
    source(node.table());
    sources(" USING ", using);
    where(node.reach().where());
    returning(node.projection());
    scopes.pop();
    return text;
  }

  private static void requireCondition(String verb, TableSource<?> table, Reach reach) {
    if (reach.isUnsafe()) {
      throw new CompileException(
          Problem.of(
                  SqlCode.UNSAFE_STATEMENT,
                  "cannot compile " + verb + " of \"" + table.key() + "\" without a condition")
              .found("no where(…) that could be false: every row would change")
              .fix("where(…), or all() if every row is meant"));
    }
  }

  /** Not every database has MERGE; dialects that have override. */
  @Override
  public SqlText visitMerge(Merge<?> node) {
    throw new CompileException(
        Problem.of(
                SqlCode.UNSUPPORTED_STATEMENT, "cannot merge into \"" + node.table().key() + "\"")
            .found("a database without MERGE")
            .fix("insert(…).onConflict(…).doUpdate(…), or an update and an insert"));
  }

  /** Writes a MERGE, where the database has it. */
  protected final SqlText merge(Merge<?> node) {
    if (node.clauses().isEmpty()) {
      throw new CompileException(
          Problem.of(
                  SqlCode.UNSUPPORTED_STATEMENT, "cannot merge into \"" + node.table().key() + "\"")
              .found("nothing to do with any row")
              .fix("whenMatched() or whenNotMatched() with an action"));
    }
    scopes.push(List.of(node.table(), node.source()), true);
    text.add("MERGE INTO ");
    source(node.table()).add(" USING ");
    source(node.source()).add(" ON ");
    write(node.on());
    node.clauses().forEach(this::clause);
    returning(node.projection());
    scopes.pop();
    return text;
  }

  private void clause(Merge.Clause clause) {
    text.add(
        switch (clause.match()) {
          case MATCHED -> " WHEN MATCHED";
          case NOT_MATCHED -> " WHEN NOT MATCHED";
          case NOT_MATCHED_BY_SOURCE -> " WHEN NOT MATCHED BY SOURCE";
        });
    Predicate condition = clause.condition();
    if (condition != null) {
      text.add(" AND ");
      write(condition);
    }
    text.add(" THEN ");
    action(clause.action());
  }

  private void action(Merge.Action action) {
    if (action instanceof Merge.Change change) {
      text.add("UPDATE SET ");
      assignments(change.assignments());
    } else if (action instanceof Merge.Addition addition) {
      addition(addition.assignments());
    } else {
      text.add(action instanceof Merge.Removal ? "DELETE" : "DO NOTHING");
    }
  }

  private void addition(List<Assignment> assignments) {
    if (assignments.isEmpty()) {
      text.add("INSERT DEFAULT VALUES");
      return;
    }
    List<ColumnReference<?>> columns = new ArrayList<>();
    assignments.forEach(one -> columns.addAll(one.columns()));
    columns.forEach(scopes::qualifies);
    text.add("INSERT ");
    writeColumns(columns).add(" VALUES (");
    text.<Assignment>list(assignments, ", ", one -> write(one.value())).add(")");
  }
}
