package org.aludel.migrations.contention;

import java.util.Set;
import org.aludel.engine.Connection;
import org.aludel.error.DatabaseException;

/**
 * A schema or table that two processes may want to make at the same moment. The server's {@code IF
 * NOT EXISTS} does not see what another transaction has not committed yet: it waits for its end at
 * a unique index of the catalogue, and fails there.
 */
public final class SharedObject {
  /** Source: PostgreSQL 18, appendix A: unique_violation, duplicate_schema, duplicate_table. */
  private static final Set<String> MADE_BY_OTHERS = Set.of("23505", "42P06", "42P07");

  private static final String SAVEPOINT = "aludel_shared";

  private SharedObject() {}

  /**
   * Makes it where it is missing. In a transaction what was done before stands.
   *
   * @param ddl with {@code IF NOT EXISTS}
   */
  public static void make(Connection connection, String ddl) {
    boolean alone = connection.isAutocommit();
    if (!alone) {
      connection.update("SAVEPOINT " + SAVEPOINT);
    }
    try {
      connection.update(ddl);
    } catch (DatabaseException refused) {
      if (refused.sqlState() == null || !MADE_BY_OTHERS.contains(refused.sqlState())) {
        throw refused;
      }
      if (!alone) {
        connection.update("ROLLBACK TO SAVEPOINT " + SAVEPOINT);
      }
      // The other one has committed by now, or the server would not have refused.
      connection.update(ddl);
    }
    if (!alone) {
      connection.update("RELEASE SAVEPOINT " + SAVEPOINT);
    }
  }
}
