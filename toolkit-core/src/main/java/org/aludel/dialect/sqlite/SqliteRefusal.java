package org.aludel.dialect.sqlite;

import org.aludel.error.CompileException;
import org.aludel.error.Problem;
import org.aludel.error.SqlCode;

/** What SQLite has no words for. */
final class SqliteRefusal {
  private SqliteRefusal() {}

  /**
   * The exception to throw.
   *
   * @param what as in "cannot write … for SQLite"
   */
  static CompileException of(String what, String found, String fix) {
    return new CompileException(
        Problem.of(SqlCode.UNSUPPORTED_STATEMENT, "cannot write " + what + " for SQLite")
            .found(found)
            .fix(fix));
  }
}
