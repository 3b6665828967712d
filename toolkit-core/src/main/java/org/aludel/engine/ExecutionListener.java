package org.aludel.engine;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Told about everything that goes over a connection, on the thread that caused it. What a listener
 * throws reaches the caller of the connection. Several are told in the order in which they were
 * added, those of the engine before those of a connection.
 *
 * <p>In the life of a connection: {@link #connected} once for each physical connection, {@link
 * #checkedOut}, then for each transaction {@code BEGIN}, for each statement {@link #sending},
 * {@link #executed} and, if it failed, {@link #failed}, then {@code COMMIT} or {@code ROLLBACK}, at
 * last {@link #checkedIn}. An engine's first physical connection comes before the check of the
 * server's version. Must be thread-safe unless it is added to a single connection.
 */
public interface ExecutionListener {
  /**
   * After a physical connection was opened, for settings of the session. Not called for a data
   * source that the application pools itself. Of a clone's listeners none is asked: connections are
   * opened for all.
   *
   * @param physical the driver's connection, autocommit on
   */
  default void connected(Connection physical) throws SQLException {}

  /**
   * After a connection was borrowed; an exception gives it back.
   *
   * @param jdbc as the pool gave it; a statement run on it begins a transaction
   */
  default void checkedOut(Connection jdbc) throws SQLException {}

  /**
   * Before a statement is sent.
   *
   * @return the text to send in place of it, with the same question marks; {@code statement.sql()}
   *     for no change. The server's plan is kept by text, so what changes with each call is better
   *     left to the {@linkplain org.aludel.engine.option.ExecutionOptions#label label}.
   */
  default String sending(Outgoing statement) {
    return statement.sql();
  }

  /** After a statement, also after one that failed. */
  default void executed(Execution execution) {}

  /**
   * After a failure of the driver was translated, whatever the call was; it may be replaced, or
   * declared the end of the connection.
   */
  default void failed(Failure failure) {}

  /** After {@code BEGIN}, {@code COMMIT}, {@code ROLLBACK} or a savepoint's statement. */
  default void transaction(String statement) {}

  /**
   * Before a connection is given back, its transaction ended: for settings to be taken back, as by
   * {@code RESET ALL}. Not called for a lost one.
   *
   * @param jdbc autocommit as the pool wants it; what is run is to be committed here
   */
  default void checkedIn(Connection jdbc) throws SQLException {}
}
