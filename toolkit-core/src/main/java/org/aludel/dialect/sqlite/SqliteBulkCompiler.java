package org.aludel.dialect.sqlite;

import org.aludel.compile.BulkCompiler;
import org.aludel.compile.TypedSql;
import org.aludel.sql.BulkStatement;

/** Statements of sessions, which need arrays as parameters so far. */
final class SqliteBulkCompiler implements BulkCompiler {
  @Override
  public TypedSql compile(BulkStatement statement) {
    throw SqliteRefusal.of(
        "what a session reads and writes by key",
        statement.toString(),
        "use statements of Core over SQLite; sessions work over PostgreSQL so far");
  }
}
