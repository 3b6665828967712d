package org.aludel.dialect.sqlite;

import org.aludel.compile.ExpressionCompiler;
import org.aludel.compile.IdentifierQuoter;
import org.aludel.compile.SqlCompiler;
import org.aludel.compile.Structure;
import org.aludel.error.CompileException;
import org.aludel.error.Problem;
import org.aludel.error.SqlCode;
import org.aludel.sql.RowLock;
import org.aludel.sql.Select;

/** SQLite's statements. */
final class SqliteSqlCompiler extends SqlCompiler {
  SqliteSqlCompiler(Structure structure) {
    super(structure, SqliteIdentifiers.quoter(), SqliteDialect.NAME, SqliteTypes::of);
  }

  @Override
  protected ExpressionCompiler expressionCompiler(IdentifierQuoter names) {
    return new SqliteExpressionCompiler(text, names, this);
  }

  /** There is no OFFSET without a LIMIT; a negative one means none. Source: SQLite, SELECT. */
  @Override
  protected void paging(Select.Paging paging) {
    if (paging.limit() == null && paging.offset() != null) {
      text.add(" LIMIT -1");
    }
    super.paging(paging);
  }

  @Override
  protected void lock(RowLock lock) {
    throw unsupported("a lock of rows", "FOR " + lock.strength().name().replace('_', ' '))
        .apply("leave it out: a transaction that writes has the whole database to itself");
  }

  /** What SQLite has no statement for; apply it to the way out. */
  static java.util.function.Function<String, CompileException> unsupported(
      String what, String found) {
    return fix ->
        new CompileException(
            Problem.of(SqlCode.UNSUPPORTED_STATEMENT, "cannot write " + what + " for SQLite")
                .found(found)
                .fix(fix));
  }
}
