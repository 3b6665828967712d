package org.aludel.orm.query;

/** What becomes of the objects that a session holds of rows which a statement changes. */
public enum Synchronisation {
  /**
   * {@link #FETCH} where the statement names a mapped class and returns nothing else; otherwise all
   * objects of the changed tables are read again.
   */
  AUTO,
  /**
   * The statement returns the keys of the rows that it changed, and their objects alone are read
   * again, or leave the session with the rows that it deleted.
   */
  FETCH,
  /** Nothing: objects keep what they hold until they are refreshed. */
  NONE
}
