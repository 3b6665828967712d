package org.aludel.migrations.scratch;

import java.util.List;
import org.aludel.dialect.Dialect;
import org.aludel.engine.Connection;
import org.aludel.engine.DatabaseUrl;
import org.aludel.engine.Engine;
import org.aludel.migrations.dialect.DialectPort;
import org.aludel.migrations.dialect.DialectPorts;
import org.aludel.schema.Column;
import org.jspecify.annotations.Nullable;

/** How a schema is tried out on a database. */
public interface ScratchDialect extends DialectPort {
  /** The provider for a dialect; throws UNSUPPORTED_DATABASE. */
  static ScratchDialect of(Dialect dialect) {
    return DialectPorts.of(ScratchDialect.class, dialect);
  }

  /**
   * Where scratch databases are made.
   *
   * @param url the address of the server; null where it is not known
   */
  ScratchPlace place(Engine live, @Nullable DatabaseUrl url);

  /** Makes a schema where it is missing, and points unqualified names at it. */
  void enter(Connection connection, String schema);

  /** Points unqualified names at a schema. */
  void point(Connection connection, String schema);

  /** Runs statements in order as the runner would; a transaction is left open. */
  void run(Connection connection, List<String> statements);

  /**
   * A value of a column for a trial, as SQL.
   *
   * @param literal as PostgreSQL takes it, in quotes: a text that is converted to the type
   */
  String sample(Column column, String literal);

  /** The greater of two numbers, as SQL. */
  String greater(String one, String other);
}
