package org.aludel.migrations.scratch;

import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import org.aludel.dialect.FailedStatement;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;

/**
 * An empty database with the live one's encoding, locale and settings. Dropped by {@link #close()},
 * or by a later run if this one dies. Not thread-safe.
 */
public final class ScratchDatabase implements AutoCloseable {
  private final Engine engine;
  private final Connection keeper;
  private final String name;
  private final Runnable drop;

  /**
   * @param engine an engine on the new database, owned
   * @param drop takes the database away, once the engine is closed
   */
  public ScratchDatabase(Engine engine, String name, Runnable drop) {
    this.engine = engine;
    this.name = name;
    this.drop = drop;
    this.keeper = engine.connectAutocommit();
    keeper.execute("SELECT 1").close();
  }

  /** An engine without a pool; closed with this. */
  public Engine engine() {
    return engine;
  }

  /** The name of the database. */
  public String name() {
    return name;
  }

  /** What it is of and in which version, such as {@code PostgreSQL 18.1}. */
  public String server() {
    try {
      DatabaseMetaData known = keeper.unwrap(java.sql.Connection.class).getMetaData();
      String version = known.getDatabaseProductVersion().replaceFirst(" .*", "");
      return known.getDatabaseProductName() + " " + version;
    } catch (SQLException failure) {
      throw keeper.dialect().translate(failure, FailedStatement.of("the server's version"));
    }
  }

  /**
   * A connection whose search path is the default schema alone, which is created if it is not
   * there.
   */
  public Connection connect(String defaultSchema) {
    Connection connection = within(defaultSchema, engine.connect());
    connection.commit();
    return connection;
  }

  /** As {@link #connect}, for statements that each commit by themselves. */
  Connection connectAutocommit(String defaultSchema) {
    return within(defaultSchema, engine.connectAutocommit());
  }

  private static Connection within(String defaultSchema, Connection connection) {
    ScratchDialect.of(connection.dialect()).enter(connection, defaultSchema);
    return connection;
  }

  /** Drops the database. */
  @Override
  public void close() {
    keeper.close();
    engine.close();
    drop.run();
  }
}
