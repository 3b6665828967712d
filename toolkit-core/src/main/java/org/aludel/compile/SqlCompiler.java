package org.aludel.compile;

import java.util.List;
import org.aludel.error.CompileException;
import org.aludel.error.Problem;
import org.aludel.error.SqlCode;
import org.aludel.sql.Assignment;
import org.aludel.sql.Delete;
import org.aludel.sql.Expression;
import org.aludel.sql.Insert;
import org.aludel.sql.Predicate;
import org.aludel.sql.TableSource;
import org.aludel.sql.TextStatement;
import org.aludel.sql.Update;

/**
 * Writes statements as the SQL that databases share; dialects override what differs. Keywords in
 * capitals, one space, no line breaks, so that equal statements give equal text. One instance a
 * statement; not thread-safe.
 */
public class SqlCompiler extends QueryCompiler {
  protected SqlCompiler(Structure structure, IdentifierQuoter quoter, String dialect) {
    super(structure, quoter, dialect);
  }

  @Override
  protected ExpressionCompiler expressionCompiler(IdentifierQuoter names) {
    return new ExpressionCompiler(text, names, this);
  }

  @Override
  public SqlText visitInsert(Insert<?> node) {
    scopes().push(List.of(node.table()), false);
    node.columns().forEach(scopes()::qualifies);
    scopes().pop();
    text.add("INSERT INTO ");
    source(node.table());
    if (node.columns().isEmpty()) {
      requireNoQuery(node);
      text.add(" DEFAULT VALUES");
    } else {
      text.add(" ");
      writeColumns(node.columns());
      rows(node);
    }
    Insert.Conflict conflict = node.conflict();
    if (conflict != null) {
      conflict(node, conflict);
    }
    scopes().push(List.of(node.table()), node.table().alias() != null);
    returning(node.projection());
    scopes().pop();
    return text;
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
    if (!conflict.target().isEmpty()) {
      text.add(" ");
      writeColumns(conflict.target());
    }
    if (conflict.assignments().isEmpty()) {
      text.add(" DO NOTHING");
      return;
    }
    scopes().push(List.of(node.table()), true);
    text.add(" DO UPDATE SET ");
    assignments(conflict.assignments());
    scopes().pop();
  }

  @Override
  public SqlText visitUpdate(Update<?> node) {
    requireCondition("UPDATE", node.table(), node.where(), node.everyRow());
    if (node.assignments().isEmpty()) {
      throw new CompileException(
          Problem.of(SqlCode.UNSUPPORTED_STATEMENT, "cannot update \"" + node.table().key() + "\"")
              .found("no column to set")
              .fix("set(column, value)"));
    }
    scopes().push(List.of(node.table()), node.table().alias() != null);
    text.add("UPDATE ");
    source(node.table()).add(" SET ");
    assignments(node.assignments());
    where(node.where());
    returning(node.projection());
    scopes().pop();
    return text;
  }

  /** Writes {@code column = value} for each; the column is bare, as SQL demands. */
  protected final void assignments(List<Assignment> assignments) {
    text.<Assignment>list(
        assignments,
        ", ",
        one -> {
          scopes().qualifies(one.column());
          text.add(quoted(one.column().name())).add(" = ");
          write(one.value());
        });
  }

  @Override
  public SqlText visitDelete(Delete<?> node) {
    requireCondition("DELETE", node.table(), node.where(), node.everyRow());
    scopes().push(List.of(node.table()), node.table().alias() != null);
    text.add("DELETE FROM ");
    source(node.table());
    where(node.where());
    returning(node.projection());
    scopes().pop();
    return text;
  }

  private static void requireCondition(
      String verb, TableSource<?> table, List<Predicate> where, boolean everyRow) {
    if (where.isEmpty() && !everyRow) {
      throw new CompileException(
          Problem.of(
                  SqlCode.UNSAFE_STATEMENT,
                  "cannot compile " + verb + " of \"" + table.key() + "\" without a condition")
              .found("no where(…): every row would change")
              .fix("where(…), or all() if every row is meant"));
    }
  }

  @Override
  public SqlText visitText(TextStatement<?> node) {
    int marks = FragmentSplitter.split(node.sql()).size() - 1;
    if (marks != node.binds().size()) {
      throw new CompileException(
          Problem.of(SqlCode.UNSUPPORTED_STATEMENT, "cannot run \"" + node.sql() + "\"")
              .found(node.binds().size() + " values")
              .expected(marks + ", one for each question mark")
              .fix("write ?? for a question mark that is an operator"));
    }
    text.add(node.sql());
    node.binds().forEach(text::slot);
    return text;
  }
}
