package org.aludel.engine;

import java.sql.Connection;
import java.sql.SQLException;

/** Where an engine gets JDBC connections; opens nothing before the first is asked for. */
interface ConnectionSource extends AutoCloseable {
  /** A connection that nobody else uses until it is closed. */
  Connection open() throws SQLException;

  /** Closes idle connections; later calls of {@link #open} fail. */
  @Override
  void close();
}
