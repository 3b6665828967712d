package org.aludel.compile;

import java.util.ArrayList;
import java.util.List;
import org.aludel.error.CompileException;
import org.aludel.error.Problem;
import org.aludel.error.SqlCode;
import org.aludel.sql.ColumnReference;
import org.aludel.sql.DerivedTable;
import org.aludel.sql.Expression;
import org.aludel.sql.FromItem;
import org.aludel.sql.Ordering;
import org.aludel.sql.Predicate;
import org.aludel.sql.Projection;
import org.aludel.sql.Row;
import org.aludel.sql.Scalar;
import org.aludel.sql.Select;
import org.aludel.sql.Selectable;
import org.aludel.sql.Statement;
import org.aludel.sql.TableName;
import org.aludel.sql.TableSource;
import org.aludel.sql.TextStatement;
import org.aludel.type.SqlType;
import org.jspecify.annotations.Nullable;

/**
 * Writes statements as the SQL that databases share; dialects override what differs. Keywords in
 * capitals, one space, no line breaks, so that equal statements give equal text. One instance a
 * statement; not thread-safe.
 */
public class SqlCompiler extends DmlCompiler {
  private final ExpressionCompiler expressions;

  /** Whether the next SELECT is the one whose rows the caller reads. */
  private boolean outermost;

  /**
   * @param dialect the lower-case name of the database
   * @param types what types mean in it
   */
  protected SqlCompiler(
      Structure structure, IdentifierQuoter quoter, String dialect, TypeResolver types) {
    super(new SqlText(structure, dialect, types), quoter);
    this.expressions = expressionCompiler(quoter);
  }

  /** Makes the compiler of this dialect's expressions; called once, by the constructor. */
  protected ExpressionCompiler expressionCompiler(IdentifierQuoter names) {
    return new ExpressionCompiler(text, names, this);
  }

  /** Compiles the statement whose structure was given to the constructor. */
  public final CompiledStatement compile(Statement<?> statement) {
    outermost = statement instanceof Select<?>;
    statement.accept(this);
    return text.compiled(resultTypes(statement.projection()));
  }

  /** Writes an expression that stands alone. */
  @Override
  protected final SqlText write(Expression<?> expression) {
    return expressions.write(expression);
  }

  /** Writes the name of a table. */
  protected final SqlText writeName(TableName name) {
    String schema = name.schema();
    if (schema != null) {
      text.add(quoter.quote(schema)).add(".");
    }
    return text.add(quoter.quote(name.name()));
  }

  /** Writes the bare names of columns in parentheses. */
  @Override
  protected final SqlText writeColumns(List<ColumnReference<?>> columns) {
    text.add("(");
    return text.<ColumnReference<?>>list(columns, ", ", one -> text.add(quoter.quote(one.name())))
        .add(")");
  }

  @Override
  public SqlText visitSelect(Select<?> node) {
    if (!node.modifiers().options().isEmpty()) {
      throw ExpressionCompiler.needsSession(
          node.modifiers().options().get(0).describe(), "an option of a session");
    }
    FromPlan from = FromPlan.of(node, scopes);
    scopes.push(from.sources(), true);
    text.add(node.modifiers().distinct() ? "SELECT DISTINCT " : "SELECT ");
    boolean read = outermost;
    outermost = false;
    items(node.projection(), read);
    from(from);
    where(node.criteria().where());
    grouping(node);
    windows(node.criteria().windows());
    ordering(node);
    paging(node.paging());
    Select.RowLock lock = node.modifiers().lock();
    if (lock != null) {
      lock(lock);
    }
    scopes.pop();
    return text;
  }

  /** Writes what is selected or returned; what the caller reads has its type's SQL round it. */
  private void items(Projection<?> projection, boolean read) {
    text.<Selectable<?>>list(projection.items(), ", ", item -> item(item, read));
  }

  private void item(Selectable<?> item, boolean read) {
    if (item instanceof Scalar.Label<?> label) {
      value(label.operand(), read).add(" AS ").add(quoter.quote(label.label()));
    } else if (item instanceof Expression<?> expression) {
      named(expression, read);
    } else if (item instanceof TableSource<?> table) {
      text.<ColumnReference<?>>list(columns(table), ", ", column -> named(column, read));
    }
  }

  /** A column keeps its name in the result, whatever stands round it. */
  private void named(Expression<?> expression, boolean read) {
    value(expression, read);
    if (read && columnSql(expression) != null && expression instanceof ColumnReference<?> column) {
      text.add(" AS ").add(quoter.quote(column.name()));
    }
  }

  private SqlText value(Expression<?> expression, boolean read) {
    return text.around(read ? columnSql(expression) : null, () -> write(expression));
  }

  private @Nullable String columnSql(Expression<?> expression) {
    return text.resolved(expression.type()).rules().columnSql();
  }

  private static List<ColumnReference<?>> columns(TableSource<?> table) {
    if (table.rowType() != Row.class) {
      throw ExpressionCompiler.needsSession(
          "select(" + table.key() + ")", "whole objects of " + table.rowType());
    }
    List<ColumnReference<?>> columns = table.columnReferences();
    if (columns.isEmpty()) {
      throw new CompileException(
          Problem.of(SqlCode.UNSUPPORTED_STATEMENT, "cannot select all of \"" + table.key() + "\"")
              .found("a table of which only the name is known")
              .fix("select its columns: table.c(name, type)"));
    }
    return columns;
  }

  private void from(FromPlan from) {
    sources(" FROM ", from);
  }

  @Override
  final void sources(String word, FromPlan from) {
    if (!from.items().isEmpty()) {
      text.add(word).list(from.items(), ", ", this::source);
    }
    for (FromPlan.Step join : from.joins()) {
      text.add(
          switch (join.kind()) {
            case INNER -> " JOIN ";
            case LEFT -> " LEFT JOIN ";
            case CROSS -> " CROSS JOIN ";
          });
      source(join.target());
      Predicate on = join.on();
      if (on != null) {
        text.add(" ON ");
        write(on);
      }
    }
  }

  /** Writes a source with its alias. */
  @Override
  protected final SqlText source(FromItem item) {
    if (item instanceof DerivedTable derived) {
      text.add("(");
      scopes.withoutInnermost(() -> derived.select().accept(this));
      text.add(")");
    } else if (item instanceof TableSource<?> table) {
      writeName(table.tableName());
    }
    String alias = item.key().alias();
    return alias == null ? text : text.add(" AS ").add(quoter.quote(alias));
  }

  /** Writes WHERE, unless there is no condition. */
  @Override
  protected final void where(List<Predicate> conditions) {
    if (!conditions.isEmpty()) {
      text.add(" WHERE ");
      expressions.conjunction(conditions);
    }
  }

  private void grouping(Select<?> node) {
    Select.Criteria criteria = node.criteria();
    if (!criteria.groupBy().isEmpty()) {
      text.add(" GROUP BY ")
          .<Expression<?>>list(criteria.groupBy(), ", ", key -> groupKey(key, node.projection()));
    }
    if (!criteria.having().isEmpty()) {
      text.add(" HAVING ");
      expressions.conjunction(criteria.having());
    }
  }

  /**
   * A key that is selected under a label is given by position: its binds would be other parameters
   * than those of the item, and a label could be hidden by a column of that name.
   */
  private void groupKey(Expression<?> key, Projection<?> projection) {
    int position = key instanceof Scalar.Label<?> ? projection.items().indexOf(key) : -1;
    if (position >= 0) {
      text.add(Integer.toString(position + 1));
    } else {
      write(key);
    }
  }

  private void windows(List<Select.NamedWindow> windows) {
    if (!windows.isEmpty()) {
      text.add(" WINDOW ").<Select.NamedWindow>list(windows, ", ", this::window);
    }
  }

  private void window(Select.NamedWindow named) {
    text.add(quoter.quote(named.name())).add(" AS ");
    expressions.window(named.window());
  }

  private void ordering(Select<?> node) {
    if (!node.paging().orderBy().isEmpty()) {
      text.add(" ORDER BY ")
          .<Ordering>list(
              node.paging().orderBy(), ", ", term -> orderTerm(term, node.projection()));
    }
  }

  private void orderTerm(Ordering term, Projection<?> projection) {
    if (term.expression() instanceof Scalar.Label<?> label && projection.items().contains(label)) {
      text.add(quoter.quote(label.label()));
    } else {
      write(term.expression());
    }
    expressions.direction(term);
  }

  /** Writes how many rows, and from which on. */
  protected void paging(Select.Paging paging) {
    Expression<Long> limit = paging.limit();
    if (limit != null) {
      text.add(" LIMIT ");
      write(limit);
    }
    Expression<Long> offset = paging.offset();
    if (offset != null) {
      text.add(" OFFSET ");
      write(offset);
    }
  }

  /** Writes the lock at the end of a SELECT. */
  protected void lock(Select.RowLock lock) {
    text.add(" FOR ").add(lock.strength().name().replace('_', ' '));
    text.add(
        switch (lock.waiting()) {
          case WAIT -> "";
          case NO_WAIT -> " NOWAIT";
          case SKIP_LOCKED -> " SKIP LOCKED";
        });
  }

  /** Writes RETURNING, unless nothing is returned. */
  @Override
  protected void returning(@Nullable Projection<?> projection) {
    if (projection != null) {
      text.add(" RETURNING ");
      items(projection, true);
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

  private static List<SqlType<?>> resultTypes(@Nullable Projection<?> projection) {
    List<SqlType<?>> types = new ArrayList<>();
    if (projection != null) {
      for (Selectable<?> item : projection.items()) {
        if (item instanceof Expression<?> expression) {
          types.add(expression.type());
        } else if (item instanceof TableSource<?> table) {
          columns(table).forEach(column -> types.add(column.type()));
        }
      }
    }
    return types;
  }
}
