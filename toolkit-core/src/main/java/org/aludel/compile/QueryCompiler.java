package org.aludel.compile;

import java.util.List;
import java.util.function.Consumer;
import org.aludel.error.CompileException;
import org.aludel.error.Problem;
import org.aludel.error.SqlCode;
import org.aludel.sql.Bind;
import org.aludel.sql.ColumnReference;
import org.aludel.sql.DerivedSource;
import org.aludel.sql.Expression;
import org.aludel.sql.FromItem;
import org.aludel.sql.GroupTerm;
import org.aludel.sql.Ordering;
import org.aludel.sql.Predicate;
import org.aludel.sql.Projection;
import org.aludel.sql.Query;
import org.aludel.sql.Row;
import org.aludel.sql.RowLock;
import org.aludel.sql.Scalar;
import org.aludel.sql.Select;
import org.aludel.sql.Selectable;
import org.aludel.sql.SetOperation;
import org.aludel.sql.TableSource;
import org.aludel.sql.Values;
import org.jspecify.annotations.Nullable;

/** The part of a {@link SqlCompiler} for SELECT and its clauses, UNION and VALUES. */
abstract class QueryCompiler extends DmlCompiler {
  QueryCompiler(SqlText text, IdentifierQuoter quoter) {
    super(text, quoter);
  }

  abstract ExpressionCompiler expressions();

  abstract SourceCompiler sources();

  /** Whether the next query is the one whose rows the caller reads; then no longer. */
  abstract boolean takeOutermost();

  /** Says whether the next query is the one whose rows the caller reads. */
  abstract void readNext(boolean outermost);

  private void name(String name) {
    text.add(quoter.quote(name));
  }

  @Override
  final void sources(String word, FromPlan from) {
    sources().from(word, from);
  }

  @Override
  public SqlText visitSetOperation(SetOperation<?> node) {
    boolean read = takeOutermost();
    String operator = " " + node.operator().name().replace('_', ' ') + " ";
    text.<Query<?>>list(
        node.parts(),
        operator,
        part -> {
          readNext(read);
          part(part);
        });
    readNext(false);
    ordering(node.paging(), term -> resultTerm(term, node));
    paging(node.paging());
    return text;
  }

  /** What could be taken for a clause of the whole stands in parentheses. */
  private void part(Query<?> part) {
    boolean open =
        part instanceof Values<?> values
            ? values.paging().equals(Select.Paging.NONE)
            : part instanceof Select<?> select
                && select.paging().equals(Select.Paging.NONE)
                && select.modifiers().locks().isEmpty()
                && select.modifiers().pieces().isEmpty();
    text.add(open ? "" : "(");
    part.accept(this);
    text.add(open ? "" : ")");
  }

  /** Only names and positions of the result may order it. Source: PostgreSQL 18 §7.5. */
  private void resultTerm(Ordering term, SetOperation<?> node) {
    Projection<?> projection = node.projection();
    int position = positionOf(term.expression(), projection.items());
    if (position < 0) {
      throw new CompileException(
          Problem.of(
                  SqlCode.UNSUPPORTED_STATEMENT,
                  "cannot order " + node.operator() + " by \"" + term.expression() + "\"")
              .found("something that the first query does not select")
              .expected("one of what it selects: " + projection.items())
              .fix("select from the whole as a subquery, and order that"));
    }
    Selectable<?> item = projection.items().get(position);
    if (item instanceof Scalar.Label<?> label) {
      name(label.label());
    } else if (item instanceof ColumnReference<?> column && !isNumbered(node)) {
      name(column.name());
    } else {
      text.add(Integer.toString(position + 1));
    }
  }

  /** Columns of VALUES have names of their own. */
  private static boolean isNumbered(Query<?> query) {
    return query instanceof SetOperation<?> operation
        ? isNumbered(operation.first())
        : query instanceof Values<?>;
  }

  private static int positionOf(Expression<?> wanted, List<Selectable<?>> items) {
    int position = items.indexOf(wanted);
    for (int i = 0; position < 0 && i < items.size(); i++) {
      boolean labelled =
          items.get(i) instanceof Scalar.Label<?> label && label.operand().equals(wanted);
      position = labelled ? i : position;
    }
    return position;
  }

  /** The first row says what the types are, since parameters have none of their own. */
  @Override
  public SqlText visitValues(Values<?> node) {
    takeOutermost();
    if (node.rows().isEmpty()) {
      throw new CompileException(
          Problem.of(SqlCode.UNSUPPORTED_STATEMENT, "cannot write VALUES")
              .found("no row")
              .fix("row(…)"));
    }
    text.add("VALUES ");
    row(node.rows().get(0).stream().<Expression<?>>map(QueryCompiler::typed).toList());
    node.rows().stream()
        .skip(1)
        .forEach(
            cells -> {
              text.add(", ");
              row(cells);
            });
    ordering(node.paging(), term -> valuesTerm(term, node));
    paging(node.paging());
    return text;
  }

  private static Expression<?> typed(Expression<?> cell) {
    return cell instanceof Bind<?> bind ? typedBind(bind) : cell;
  }

  /** Without length, so that nothing is cut. */
  private static <T> Expression<T> typedBind(Bind<T> bind) {
    return bind.cast(bind.type().named(bind.type().castName()));
  }

  private void row(List<Expression<?>> cells) {
    text.add("(").<Expression<?>>list(cells, ", ", this::write).add(")");
  }

  private void valuesTerm(Ordering term, Values<?> node) {
    int position = node.columns().indexOf(term.expression());
    if (position < 0) {
      write(term.expression());
    } else {
      text.add(Integer.toString(position + 1));
    }
  }

  @Override
  public SqlText visitSelect(Select<?> node) {
    if (!node.modifiers().options().isEmpty()) {
      throw ExpressionCompiler.needsSession(
          node.modifiers().options().get(0).describe(), "an option of a session");
    }
    boolean read = takeOutermost();
    FromPlan from = FromPlan.of(node, scopes);
    scopes.push(from.sources(), true, node.from().correlation());
    text.product(CartesianProducts.find(from.chains(), node.criteria().where()));
    pieces(node, Select.RawPiece.Place.HINT);
    text.add("SELECT ");
    pieces(node, Select.RawPiece.Place.PREFIX);
    distinct(node.modifiers().distinctness(), node.projection());
    items(node.projection(), read);
    sources().from(" FROM ", from);
    where(node.criteria().where());
    grouping(node);
    windows(node.criteria().windows());
    ordering(node.paging(), term -> orderTerm(term, node.projection()));
    paging(node.paging());
    node.modifiers().locks().forEach(this::lock);
    for (Select.RawPiece piece : node.modifiers().pieces()) {
      text.add(piece.place() == Select.RawPiece.Place.SUFFIX ? " " + piece.sql() : "");
    }
    scopes.pop();
    return text;
  }

  private void pieces(Select<?> node, Select.RawPiece.Place place) {
    for (Select.RawPiece piece : node.modifiers().pieces()) {
      text.add(piece.place() == place ? piece.sql() + " " : "");
    }
  }

  private void distinct(Select.Distinct distinct, Projection<?> projection) {
    if (!distinct.wanted()) {
      return;
    }
    text.add("DISTINCT ");
    if (!distinct.on().isEmpty()) {
      text.add("ON (")
          .<Expression<?>>list(distinct.on(), ", ", key -> groupKey(key, projection))
          .add(") ");
    }
  }

  /** Writes what is selected or returned; what the caller reads has its type's SQL round it. */
  final void items(Projection<?> projection, boolean read) {
    text.<Selectable<?>>list(projection.items(), ", ", item -> item(item, read));
  }

  private void item(Selectable<?> item, boolean read) {
    if (item instanceof Scalar.Label<?> label) {
      value(label.operand(), read).add(" AS ").add(quoter.quote(label.label()));
    } else if (item instanceof Expression<?> expression) {
      named(expression, read);
    } else if (item instanceof TableSource<?> table) {
      text.<ColumnReference<?>>list(columns(table), ", ", column -> named(column, read));
    } else if (item instanceof DerivedSource<?> derived) {
      text.<ColumnReference<?>>list(
          derived.columnReferences(), ", ", column -> named(column, read));
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

  static List<ColumnReference<?>> columns(TableSource<?> table) {
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

  /** Writes a source with its alias. */
  @Override
  protected final SqlText source(FromItem item) {
    return item.accept(sources());
  }

  /** Writes WHERE, unless there is no condition. */
  @Override
  protected final void where(List<Predicate> conditions) {
    if (!conditions.isEmpty()) {
      text.add(" WHERE ");
      expressions().clause(conditions);
    }
  }

  private void grouping(Select<?> node) {
    Select.Criteria criteria = node.criteria();
    if (!criteria.groupBy().isEmpty()) {
      text.add(" GROUP BY ")
          .<GroupTerm>list(criteria.groupBy(), ", ", key -> groupTerm(key, node.projection()));
    }
    if (!criteria.having().isEmpty()) {
      text.add(" HAVING ");
      expressions().clause(criteria.having());
    }
  }

  /** Source: PostgreSQL 18 §7.2.4. */
  private void groupTerm(GroupTerm term, Projection<?> projection) {
    if (!(term instanceof GroupTerm.Sets sets)) {
      groupKey((Expression<?>) term, projection);
      return;
    }
    text.add(
        switch (sets.kind()) {
          case SET -> "(";
          case GROUPING_SETS -> "GROUPING SETS (";
          case ROLLUP -> "ROLLUP (";
          case CUBE -> "CUBE (";
          case DISTINCT -> "DISTINCT ";
        });
    text.<GroupTerm>list(sets.parts(), ", ", part -> groupTerm(part, projection));
    if (sets.kind() == GroupTerm.Kind.DISTINCT) {
      text.since(14, "GROUP BY DISTINCT");
    } else {
      text.add(")");
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
    expressions().window(named.window());
  }

  private void ordering(Select.Paging paging, Consumer<Ordering> writer) {
    if (!paging.orderBy().isEmpty()) {
      text.add(" ORDER BY ").<Ordering>list(paging.orderBy(), ", ", term -> order(term, writer));
    }
  }

  private void order(Ordering term, Consumer<Ordering> writer) {
    writer.accept(term);
    expressions().direction(term);
  }

  private void orderTerm(Ordering term, Projection<?> projection) {
    if (term.expression() instanceof Scalar.Label<?> label && projection.items().contains(label)) {
      text.add(quoter.quote(label.label()));
    } else {
      write(term.expression());
    }
  }

  /** Writes how many rows, and from which on. */
  protected void paging(Select.Paging paging) {
    Expression<Long> limit = paging.limit();
    if (limit != null && !paging.withTies()) {
      text.add(" LIMIT ");
      write(limit);
    }
    Expression<Long> offset = paging.offset();
    if (offset != null) {
      text.add(" OFFSET ");
      write(offset);
    }
    if (limit != null && paging.withTies()) {
      tied(limit);
    }
  }

  /** Writes the end of a page that goes on as long as rows are equal in their order. */
  protected void tied(Expression<Long> rows) {
    text.add(" FETCH FIRST (");
    write(rows).add(") ROWS WITH TIES");
  }

  /** Writes a lock at the end of a SELECT. */
  protected void lock(RowLock lock) {
    text.add(" FOR ").add(lock.strength().name().replace('_', ' '));
    if (!lock.of().isEmpty()) {
      text.add(" OF ");
      sources().references(lock.of());
    }
    text.add(
        switch (lock.waiting()) {
          case WAIT -> "";
          case NO_WAIT -> " NOWAIT";
          case SKIP_LOCKED -> " SKIP LOCKED";
        });
  }
}
