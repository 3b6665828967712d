package org.aludel.migrations.scratch;

import java.util.List;
import org.aludel.dialect.Dialect;
import org.aludel.engine.Connection;
import org.aludel.engine.DatabaseUrl;
import org.aludel.engine.Engine;
import org.aludel.schema.Column;
import org.jspecify.annotations.Nullable;

/** On PostgreSQL: databases of the same server, or of another one. */
public final class PostgresScratches implements ScratchDialect {
  @Override
  public boolean serves(Dialect dialect) {
    return dialect.name().equals("postgresql");
  }

  @Override
  public ScratchPlace place(Engine live, @Nullable DatabaseUrl url) {
    return new PostgresScratch(live, url);
  }

  @Override
  public void enter(Connection connection, String schema) {
    connection.update("CREATE SCHEMA IF NOT EXISTS " + connection.dialect().quoter().quote(schema));
    point(connection, schema);
  }

  @Override
  public void point(Connection connection, String schema) {
    connection.update("SET search_path TO " + connection.dialect().quoter().quote(schema));
  }

  @Override
  public void run(Connection connection, List<String> statements) {
    new ScratchSql(connection).run(statements);
  }

  @Override
  public String sample(Column column, String literal) {
    return literal;
  }

  @Override
  public String greater(String one, String other) {
    return "greatest(" + one + ", " + other + ")";
  }
}
