package org.aludel.compile;

import java.util.ArrayList;
import java.util.List;
import org.aludel.error.CompileException;
import org.aludel.error.Problem;
import org.aludel.error.SqlCode;
import org.aludel.sql.ColumnReference;
import org.aludel.sql.Cte;
import org.aludel.sql.DerivedSource;
import org.aludel.sql.Expression;
import org.aludel.sql.Projection;
import org.aludel.sql.Query;
import org.aludel.sql.Selectable;
import org.aludel.sql.Statement;
import org.aludel.sql.TableName;
import org.aludel.sql.TableSource;
import org.aludel.sql.TextStatement;
import org.aludel.sql.With;
import org.aludel.type.SqlType;
import org.jspecify.annotations.Nullable;

/**
 * Writes statements as the SQL that databases share; dialects override what differs. Keywords in
 * capitals, one space, no line breaks, so that equal statements give equal text. One instance a
 * statement; not thread-safe.
 */
public class SqlCompiler extends QueryCompiler {
  private final ExpressionCompiler expressions;
  private final SourceCompiler sources;

  /** The WITH clauses that are in sight, the one at the start of the statement first. */
  private final List<WithClause> clauses = new ArrayList<>(List.of(new WithClause()));

  /** Whether the next query is the one whose rows the caller reads. */
  private boolean outermost;

  /** How many named queries are around. */
  private int named;

  /**
   * @param dialect the lower-case name of the database
   * @param types what types mean in it
   */
  protected SqlCompiler(
      Structure structure, IdentifierQuoter quoter, String dialect, TypeResolver types) {
    super(new SqlText(structure, dialect, types), quoter);
    this.expressions = expressionCompiler(quoter);
    this.sources = sourceCompiler(quoter);
  }

  /** Makes the compiler of this dialect's expressions; called once, by the constructor. */
  protected ExpressionCompiler expressionCompiler(IdentifierQuoter names) {
    return new ExpressionCompiler(text, names, this);
  }

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

  @Override
  final ExpressionCompiler expressions() {
    return expressions;
  }

  @Override
  final SourceCompiler sources() {
    return sources;
  }

  @Override
  final boolean takeOutermost() {
    boolean read = outermost;
    outermost = false;
    return read;
  }

  @Override
  final void readNext(boolean value) {
    outermost = value;
  }

  /** Writes an expression that stands alone. */
  @Override
  protected final SqlText write(Expression<?> expression) {
    return expressions.write(expression);
  }

  /** Writes the name of a table. */
  protected final SqlText writeName(TableName name) {
    return text.schema(name.schema(), quoter).add(quoter.quote(name.name()));
  }

  /** Writes the bare names of columns in parentheses. */
  @Override
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
    if (traversal != null) {
      text.since(14, "SEARCH and CYCLE of a named query");
    }
    if (traversal instanceof Cte.Traversal.Search search) {
      text.add(search.isDepthFirst() ? " SEARCH DEPTH FIRST BY " : " SEARCH BREADTH FIRST BY ");
      text.<String>list(search.by(), ", ", this::name).add(" SET ").add(quoter.quote(search.set()));
    } else if (traversal instanceof Cte.Traversal.Cycle cycle) {
      text.add(" CYCLE ").<String>list(cycle.columns(), ", ", this::name);
      text.add(" SET ")
          .add(quoter.quote(cycle.mark()))
          .add(" USING ")
          .add(quoter.quote(cycle.path()));
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

  /** Writes RETURNING, unless nothing is returned. */
  @Override
  protected void returning(@Nullable Projection<?> projection) {
    if (projection != null) {
      text.add(" RETURNING ");
      items(projection, named == 0);
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
        } else if (item instanceof DerivedSource<?> derived) {
          derived.columnReferences().forEach(column -> types.add(column.type()));
        }
      }
    }
    return types;
  }
}
