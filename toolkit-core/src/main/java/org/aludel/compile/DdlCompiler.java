package org.aludel.compile;

import org.aludel.ddl.DdlStatement;

/** Turns DDL statements into the SQL of one database. Stateless and thread-safe. */
public interface DdlCompiler {
  /**
   * The SQL text of one statement, without a semicolon at its end. Equal statements give equal
   * text. Names in the default schema are written without a schema.
   *
   * @throws org.aludel.error.CompileException when the database has no such statement
   */
  String compile(DdlStatement statement);
}
