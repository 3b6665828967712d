package org.aludel.engine;

/**
 * Told about everything that goes over a connection, on the thread that caused it. What a listener
 * throws reaches the caller of the connection.
 */
public interface ExecutionListener {
  /** After a statement, also after one that failed. */
  default void executed(Execution execution) {}

  /** After {@code BEGIN}, {@code COMMIT}, {@code ROLLBACK} or a savepoint's statement. */
  default void transaction(String statement) {}
}
