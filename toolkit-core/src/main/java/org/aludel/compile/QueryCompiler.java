package org.aludel.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.aludel.error.CompileException;
import org.aludel.error.Problem;
import org.aludel.error.SqlCode;
import org.aludel.sql.Bind;
import org.aludel.sql.ColumnReference;
import org.aludel.sql.Cte;
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
import org.aludel.sql.Statement;
import org.aludel.sql.StatementVisitor;
import org.aludel.sql.TableName;
import org.aludel.sql.TableSource;
import org.aludel.sql.Values;
import org.aludel.sql.With;
import org.aludel.type.SqlType;
import org.jspecify.annotations.Nullable;

/**
 * The part of a {@link SqlCompiler} for statements that read: SELECT and its clauses, UNION,
 * VALUES, named queries.
 */
public abstract class QueryCompiler implements StatementVisitor<SqlText> {
  protected final SqlText text;
  private final IdentifierQuoter quoter;
  private final Scopes scopes = new Scopes();
  private final ExpressionCompiler expressions;
  private final SourceCompiler sources;

  /** The WITH clauses that are in sight, the one at the start of the statement first. */
  private final List<WithClause> clauses = new ArrayList<>(List.of(new WithClause()));

  /** Whether the next query is the one whose rows the caller reads. */
  private boolean outermost;

  /** How many named queries are around. */
  private int named;

  QueryCompiler(Structure structure, IdentifierQuoter quoter, String dialect, TypeResolver types) {
    this.text = new SqlText(structure, dialect, types);
    this.quoter = quoter;
    this.expressions = expressionCompiler(quoter);
    this.sources = sourceCompiler(quoter);
  }

  /** Makes the compiler of this dialect's expressions; called once, by the constructor. */
  protected abstract ExpressionCompiler expressionCompiler(IdentifierQuoter names);

  /** Makes the compiler of this dialect's sources; called once, by the constructor. */
  protected SourceCompiler sourceCompiler(IdentifierQuoter names) {
    return new SourceCompiler(text, names, this);
  }

  /** Compiles the statement whose structure was given to the constructor. */
  public final CompiledStatement compile(Statement<?> statement) {
    outermost = statement instanceof Query<?>;
    SqlText.Part main =
        text.apart(
            () -> {
              if (statement instanceof With<?> with) {
                with.queries().forEach(clauses.get(0)::declare);
                clauses.get(0).finish(this::definition);
                outermost = with.statement() instanceof Query<?>;
                with.statement().accept(this);
              } else {
                statement.accept(this);
              }
            });
    with(clauses.get(0));
    text.add(main);
    return text.compiled(resultTypes(statement.projection()));
  }

  final Scopes scopes() {
    return scopes;
  }

  final String quoted(String name) {
    return quoter.quote(name);
  }

  final ExpressionCompiler expressions() {
    return expressions;
  }

  /** Writes an expression that stands alone. */
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
  protected final SqlText writeColumns(List<ColumnReference<?>> columns) {
    text.add("(");
    return text.<ColumnReference<?>>list(columns, ", ", one -> text.add(quoter.quote(one.name())))
        .add(")");
  }

  private void with(WithClause clause) {
    if (!clause.isEmpty()) {
      text.add(clause.isRecursive() ? "WITH RECURSIVE " : "WITH ");
      text.<SqlText.Part>list(clause.parts(), ", ", text::add).add(" ");
    }
  }

  /** A named query is read: one that no clause around declares is written at the start. */
  final void read(Cte<?> query) {
    for (int depth = clauses.size() - 1; depth >= 0; depth--) {
      if (clauses.get(depth).has(query)) {
        clauses.get(depth).read(query, this::definition);
        return;
      }
    }
    if (query.isWriting()) {
      throw new CompileException(
          Problem.of(
                  SqlCode.UNSUPPORTED_STATEMENT,
                  "cannot read \"" + query.definition().name() + "\" here")
              .found("a named statement that changes rows, and no with(…) that declares it")
              .fix("statement.with(" + query.definition().name() + ")"));
    }
    List<WithClause> inner = List.copyOf(clauses.subList(1, clauses.size()));
    clauses.subList(1, clauses.size()).clear();
    scopes.apart(() -> clauses.get(0).read(query, this::definition));
    clauses.addAll(inner);
  }

  /** Writes a named query apart: {@code name (columns) AS MATERIALIZED (…)}. */
  private SqlText.Part definition(Cte<?> query) {
    Cte.Definition<?> definition = query.definition();
    boolean outermostBefore = outermost;
    outermost = false;
    named++;
    SqlText.Part part =
        text.apart(
            () -> {
              text.add(quoter.quote(definition.name()));
              if (!definition.names().isEmpty()) {
                text.add(" (").<String>list(definition.names(), ", ", this::name).add(")");
              }
              text.add(" AS ");
              Cte.Storage storage = definition.body().storage();
              text.add(storage == null ? "" : storage.name().replace('_', ' ') + " ").add("(");
              definition.body().statement().accept(this);
              text.add(")");
              traversal(definition.traversal());
            });
    named--;
    outermost = outermostBefore;
    return part;
  }

  private void name(String name) {
    text.add(quoter.quote(name));
  }

  /** Source: PostgreSQL 18 §7.8.2.1, §7.8.2.2. */
  private void traversal(Cte.@Nullable Traversal traversal) {
    if (traversal instanceof Cte.Traversal.Search search) {
      text.add(search.isDepthFirst() ? " SEARCH DEPTH FIRST BY " : " SEARCH BREADTH FIRST BY ");
      text.<String>list(search.by(), ", ", this::name).add(" SET ").add(quoted(search.set()));
    } else if (traversal instanceof Cte.Traversal.Cycle cycle) {
      text.add(" CYCLE ").<String>list(cycle.columns(), ", ", this::name);
      text.add(" SET ").add(quoted(cycle.mark())).add(" USING ").add(quoted(cycle.path()));
    }
  }

  @Override
  public SqlText visitWith(With<?> node) {
    if (!(node.statement() instanceof Query<?>)
        || node.queries().stream().anyMatch(Cte::isWriting)) {
      throw new CompileException(
          Problem.of(SqlCode.UNSUPPORTED_STATEMENT, "cannot change rows inside of a query")
              .found("a statement that changes rows below the start of the statement")
              .fix("with(…) of the whole statement"));
    }
    boolean read = takeOutermost();
    WithClause clause = new WithClause();
    clauses.add(clause);
    node.queries().forEach(clause::declare);
    clause.finish(this::definition);
    with(clause);
    outermost = read;
    node.statement().accept(this);
    clauses.remove(clause);
    return text;
  }

  private boolean takeOutermost() {
    boolean read = outermost;
    outermost = false;
    return read;
  }

  @Override
  public SqlText visitSetOperation(SetOperation<?> node) {
    boolean read = takeOutermost();
    String operator = " " + node.operator().name().replace('_', ' ') + " ";
    text.<Query<?>>list(
        node.parts(),
        operator,
        part -> {
          outermost = read;
          part(part);
        });
    outermost = false;
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
    pieces(node, Select.RawPiece.Place.HINT);
    text.add("SELECT ");
    pieces(node, Select.RawPiece.Place.PREFIX);
    distinct(node.modifiers().distinctness(), node.projection());
    items(node.projection(), read);
    sources.from(" FROM ", from);
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

  /** Writes a source with its alias. */
  protected final SqlText source(FromItem item) {
    return item.accept(sources);
  }

  /** Writes sources behind a word, and their joins, unless there are none. */
  final void sources(String word, FromPlan from) {
    sources.from(word, from);
  }

  /** Writes WHERE, unless there is no condition. */
  protected final void where(List<Predicate> conditions) {
    if (!conditions.isEmpty()) {
      text.add(" WHERE ");
      expressions.clause(conditions);
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
      expressions.clause(criteria.having());
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
        });
    text.<GroupTerm>list(sets.parts(), ", ", part -> groupTerm(part, projection)).add(")");
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
    name(named.name());
    text.add(" AS ");
    expressions.window(named.window());
  }

  private void ordering(Select.Paging paging, Consumer<Ordering> writer) {
    if (!paging.orderBy().isEmpty()) {
      text.add(" ORDER BY ").<Ordering>list(paging.orderBy(), ", ", term -> order(term, writer));
    }
  }

  private void order(Ordering term, Consumer<Ordering> writer) {
    writer.accept(term);
    expressions.direction(term);
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
    text.add(" FETCH FIRST ");
    write(rows).add(" ROWS WITH TIES");
  }

  /** Writes a lock at the end of a SELECT. */
  protected void lock(RowLock lock) {
    text.add(" FOR ").add(lock.strength().name().replace('_', ' '));
    if (!lock.of().isEmpty()) {
      text.add(" OF ");
      sources.references(lock.of());
    }
    text.add(
        switch (lock.waiting()) {
          case WAIT -> "";
          case NO_WAIT -> " NOWAIT";
          case SKIP_LOCKED -> " SKIP LOCKED";
        });
  }

  /** Writes RETURNING, unless nothing is returned. */
  protected void returning(@Nullable Projection<?> projection) {
    if (projection != null) {
      text.add(" RETURNING ");
      items(projection, named == 0);
    }
  }

  private static List<SqlType<?>> resultTypes(@Nullable Projection<?> projection) {
    List<SqlType<?>> types = new ArrayList<>();
    if (projection != null) {
      for (Selectable<?> item : projection.items()) {
        if (item instanceof Expression<?> expression) {
          types.add(expression.type());
        } else if (item instanceof TableSource<?> table) {
          columns(table).forEach(column -> types.add(column.type()));
        } else if (item instanceof DerivedSource<?> derived) {
          derived.columnReferences().forEach(column -> types.add(column.type()));
        }
      }
    }
    return types;
  }
}
