package org.aludel.dialect.sqlite;

import org.aludel.compile.IdentifierQuoter;
import org.aludel.compile.SourceCompiler;
import org.aludel.compile.SqlText;
import org.aludel.sql.DerivedTable;
import org.aludel.sql.TableFunction;
import org.aludel.sql.TableScan;

/** The sources that SQLite does not have. Source: SQLite, SELECT. */
final class SqliteSourceCompiler extends SourceCompiler {
  SqliteSourceCompiler(SqlText text, IdentifierQuoter names, SqliteSqlCompiler statements) {
    super(text, names, statements);
  }

  @Override
  public SqlText visitScan(TableScan node) {
    throw SqliteRefusal.of("a source", "ONLY or TABLESAMPLE", "where(…) with random()");
  }

  @Override
  public SqlText visitDerived(DerivedTable<?> node) {
    if (node.isLateral()) {
      throw SqliteRefusal.of("a source", "LATERAL", "a scalar subquery, or a join over a group");
    }
    if (!node.names().isEmpty()) {
      throw SqliteRefusal.of(
          "a source", "names of columns behind an alias", "a named query: cte(name, columns)");
    }
    return super.visitDerived(node);
  }

  @Override
  public SqlText visitTableFunction(TableFunction<?> node) {
    throw SqliteRefusal.of(
        "a source", "a function with columns of its own", "text(\"… json_each(?)\")");
  }
}
