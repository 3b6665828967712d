package org.aludel.orm.state;

/** Where an object stands with a session; the words are SQLAlchemy's. */
public enum Lifecycle {
  /** An ordinary object that no session knows. */
  TRANSIENT,
  /** Added, and inserted at the next flush. */
  PENDING,
  /** Stands for a row. */
  PERSISTENT,
  /** Deleted by a flush of the running transaction, or about to be. */
  DELETED,
  /** Stood for a row once; no session holds it any more. */
  DETACHED
}
