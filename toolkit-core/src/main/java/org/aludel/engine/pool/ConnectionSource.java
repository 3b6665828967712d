package org.aludel.engine.pool;

import java.sql.SQLException;

/**
 * Where an engine gets JDBC connections; opens nothing before the first is asked for. Thread-safe.
 */
public interface ConnectionSource extends AutoCloseable {
  /** A connection that nobody else uses until its lease is closed. */
  Lease take() throws SQLException;

  /**
   * Gives up every connection that was opened before, because the server went away: idle ones at
   * once, those in use when they are given back.
   */
  void invalidate();

  /** Closes idle connections; later calls of {@link #take} fail. */
  @Override
  void close();
}
