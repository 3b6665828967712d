package org.aludel.compile;

import org.aludel.sql.BulkStatement;

/** Turns {@link BulkStatement}s into the SQL of one database. Stateless and thread-safe. */
public interface BulkCompiler {
  /** The text and the types of its parameters. Equal statements give equal results. */
  TypedSql compile(BulkStatement statement);
}
