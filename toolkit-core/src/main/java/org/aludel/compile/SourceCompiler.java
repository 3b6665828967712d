package org.aludel.compile;

import java.util.List;
import org.aludel.error.CompileException;
import org.aludel.error.Problem;
import org.aludel.error.SqlCode;
import org.aludel.sql.ColumnReference;
import org.aludel.sql.Cte;
import org.aludel.sql.DerivedTable;
import org.aludel.sql.Expression;
import org.aludel.sql.FromItem;
import org.aludel.sql.Join;
import org.aludel.sql.JoinedSource;
import org.aludel.sql.Predicate;
import org.aludel.sql.SourceVisitor;
import org.aludel.sql.TableFunction;
import org.aludel.sql.TableScan;
import org.aludel.sql.TableSource;
import org.jspecify.annotations.Nullable;

/** Writes what stands in FROM. Dialects override what differs. One a statement. */
public class SourceCompiler implements SourceVisitor<SqlText> {
  protected final SqlText text;
  private final IdentifierQuoter quoter;
  private final SqlCompiler statements;

  protected SourceCompiler(SqlText text, IdentifierQuoter quoter, SqlCompiler statements) {
    this.text = text;
    this.quoter = quoter;
    this.statements = statements;
  }

  /** Writes FROM, or USING, with all sources and their joins; nothing where there is none. */
  final void from(String keyword, FromPlan from) {
    if (!from.chains().isEmpty()) {
      text.add(keyword).list(from.chains(), ", ", this::chain);
    }
  }

  private void chain(FromPlan.Chain chain) {
    chain.item().accept(this);
    for (FromPlan.Step join : chain.joins()) {
      join(join);
    }
  }

  private void join(FromPlan.Step join) {
    text.add(join.match().isNatural() ? " NATURAL" : "");
    text.add(
        switch (join.kind()) {
          case INNER -> " JOIN ";
          case LEFT -> " LEFT JOIN ";
          case RIGHT -> " RIGHT JOIN ";
          case FULL -> " FULL JOIN ";
          case CROSS -> " CROSS JOIN ";
        });
    join.target().accept(this);
    match(join.match());
  }

  private void match(Join.Match match) {
    Predicate on = match.on();
    List<String> using = match.using();
    if (on != null) {
      text.add(" ON ");
      statements.write(on);
    } else if (using != null && !match.isNatural()) {
      text.add(" USING (").<String>list(using, ", ", name -> text.add(quoter.quote(name)));
      text.add(")");
    }
  }

  private SqlText alias(@Nullable String alias) {
    return alias == null ? text : text.add(" AS ").add(quoter.quote(alias));
  }

  private SqlText names(List<String> names) {
    if (!names.isEmpty()) {
      text.add(" (").<String>list(names, ", ", name -> text.add(quoter.quote(name))).add(")");
    }
    return text;
  }

  @Override
  public SqlText visitTable(TableSource<?> node) {
    statements.writeName(node.tableName());
    return alias(node.alias());
  }

  /** Source: PostgreSQL 18, SELECT, TABLESAMPLE. */
  @Override
  public SqlText visitScan(TableScan node) {
    text.add(node.isOnly() ? "ONLY " : "");
    visitTable(node.table());
    TableScan.Sample sample = node.sample();
    if (sample != null) {
      text.add(" TABLESAMPLE ").add(sample.method()).add("(");
      text.<Expression<?>>list(sample.arguments(), ", ", statements::write).add(")");
      Expression<?> seed = sample.seed();
      if (seed != null) {
        text.add(" REPEATABLE (");
        statements.write(seed).add(")");
      }
    }
    return text;
  }

  @Override
  public SqlText visitDerived(DerivedTable<?> node) {
    text.add(node.isLateral() ? "LATERAL (" : "(");
    if (node.isLateral()) {
      node.query().accept(statements);
    } else {
      statements.scopes().withoutInnermost(() -> node.query().accept(statements));
    }
    text.add(")");
    alias(node.alias());
    return names(node.names());
  }

  @Override
  public SqlText visitCte(Cte<?> node) {
    statements.read(node);
    text.add(quoter.quote(node.definition().name()));
    return alias(node.alias());
  }

  @Override
  public SqlText visitSelf(Cte.Self<?> node) {
    text.add(quoter.quote(node.cteName()));
    return alias(node.alias());
  }

  /** Functions may use the columns of sources before them without LATERAL. */
  @Override
  public SqlText visitTableFunction(TableFunction<?> node) {
    TableFunction.Shape<?> shape = node.shape();
    if (shape.ordinality() != null && node.isDefinition()) {
      throw new CompileException(
          Problem.of(
                  SqlCode.UNSUPPORTED_STATEMENT,
                  "cannot number the rows of \"" + node.alias() + "\"")
              .found("a function whose columns the statement defines")
              .fix("rowsFrom(…) around it, or row_number() over the rows"));
    }
    if (node.calls().size() > 1) {
      text.add("ROWS FROM (").<TableFunction.Part>list(node.calls(), ", ", this::part).add(")");
    } else {
      statements.write(node.calls().get(0).call());
    }
    text.add(shape.ordinality() == null ? "" : " WITH ORDINALITY");
    alias(node.alias());
    if (node.isDefinition()) {
      return definition(node.calls().get(0));
    }
    return isNamedByAlias(node) ? text : names(node.names());
  }

  private void part(TableFunction.Part part) {
    statements.write(part.call());
    if (!part.definition().isEmpty()) {
      text.add(" AS");
      definition(part);
    }
  }

  private SqlText definition(TableFunction.Part part) {
    text.add(" (");
    return text.<ColumnReference<?>>list(part.definition(), ", ", this::definition).add(")");
  }

  /** The only column of a function takes the name of its alias. */
  private static boolean isNamedByAlias(TableFunction<?> node) {
    return node.names().equals(List.of(node.alias()));
  }

  private void definition(ColumnReference<?> column) {
    text.add(quoter.quote(column.name())).add(" ").add(text.resolved(column.type()).name());
  }

  @Override
  public SqlText visitJoined(JoinedSource node) {
    text.add("(");
    FromPlan inside = FromPlan.of(List.of(node.first()), node.joins());
    Runnable body = () -> inside.chains().forEach(this::chain);
    if (node.alias() == null) {
      body.run();
    } else {
      statements.scopes().push(inside.sources(), true);
      body.run();
      statements.scopes().pop();
    }
    text.add(")");
    alias(node.alias());
    return names(node.names());
  }

  /** Writes the names of sources, as FOR UPDATE OF wants them. */
  final void references(List<FromItem> items) {
    text.<FromItem>list(
        items,
        ", ",
        item -> {
          TableSource<?> table = item instanceof TableSource<?> source ? source : null;
          String alias = item.key().alias();
          text.add(
              quoter.quote(
                  alias != null || table == null
                      ? String.valueOf(alias)
                      : table.tableName().name()));
        });
  }
}
