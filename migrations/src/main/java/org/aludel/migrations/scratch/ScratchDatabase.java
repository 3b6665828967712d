package org.aludel.migrations.scratch;

import org.aludel.compile.SqlLiteral;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.error.DatabaseException;
import org.aludel.error.MigrationCode;
import org.aludel.error.Problem;
import org.aludel.error.RevisionException;

/**
 * An empty database with the live one's encoding, locale and settings. Dropped by {@link #close()},
 * or by a later run if this one dies. Not thread-safe.
 */
public final class ScratchDatabase implements AutoCloseable {
  private final Engine server;
  private final Engine engine;
  private final Connection keeper;
  private final String name;

  /**
   * @param server an engine on the same server, borrowed
   * @param engine an engine on the new database, owned
   */
  ScratchDatabase(Engine server, Engine engine, String name) {
    this.server = server;
    this.engine = engine;
    this.name = name;
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
    String quoted = connection.dialect().quoter().quote(defaultSchema);
    connection.update("CREATE SCHEMA IF NOT EXISTS " + quoted);
    connection.update("SET search_path TO " + quoted);
    return connection;
  }

  /** Drops the database. */
  @Override
  public void close() {
    keeper.close();
    engine.close();
    drop(server, name);
  }

  static void drop(Engine server, String name) {
    try (Connection connection = server.connectAutocommit()) {
      connection.update(
          "DROP DATABASE IF EXISTS " + server.dialect().quoter().quote(name) + " WITH (FORCE)");
    } catch (DatabaseException failure) {
      throw new RevisionException(
          Problem.of(
                  MigrationCode.SCRATCH_FAILED, "cannot drop the scratch database \"" + name + "\"")
              .found(String.valueOf(failure.getMessage()))
              .expected("a database that nothing else uses")
              .fix("DROP DATABASE " + SqlLiteral.text(name).replace('\'', '"')),
          failure);
    }
  }
}
