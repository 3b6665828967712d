package org.aludel.orm.session;

import org.aludel.engine.Connection;
import org.aludel.sql.Statement;

/**
 * Told of what sessions do: those of a factory, by {@link SessionOptions.Builder#listener}, or one,
 * by {@link Session#addListener}. Those of the factory are told first, each in the order of
 * registration. An exception ends the call that brought it about; what that leaves is said with
 * each method.
 */
public interface SessionListener {
  /**
   * A transaction has begun, with its first statement; the connection is the session's. An
   * exception gives the transaction up: the next statement begins another, and tells of it.
   */
  default void afterBegin(Session session, Connection connection) {}

  /**
   * Objects were added, changed or deleted, and will be written. May add, change and delete more,
   * and run queries, which do not flush. An exception leaves all as it was, nothing written.
   */
  default void beforeFlush(Session session) {}

  /** All was written. An exception is that of the flush: the transaction is rolled back. */
  default void afterFlush(Session session) {}

  /** A commit was asked for, and nothing is flushed for it yet. An exception prevents it. */
  default void beforeCommit(Session session) {}

  /** The transaction is committed. An exception changes nothing of that. */
  default void afterCommit(Session session) {}

  /** The transaction is rolled back, and objects are what they were when it began. */
  default void afterRollback(Session session) {}

  /**
   * Rows were written without objects: once a statement through {@link Session#execute} and its
   * like, once a call of {@link Session#bulk}. Objects that the session holds of the rows are read
   * again. An exception ends the call; what was written stays until the rollback.
   */
  default void afterBulk(Session session, BulkWrite write) {}

  /**
   * A statement is about to run through {@link Session#execute} and its like.
   *
   * @return the statement to run, or another in its place
   */
  default <R> Statement<R> beforeExecute(Session session, Statement<R> statement) {
    return statement;
  }
}
