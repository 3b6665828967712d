package org.aludel.orm.mapping;

/** Who makes the value of a column. */
public enum Generation {
  /** The application. */
  NONE,
  /** The object that a reference holds: its id, taken when the row is written. */
  DERIVED,
  /** An identity column, unless the application gives a value. */
  IDENTITY,
  /** A sequence that is asked before the INSERT, unless the application gives a value. */
  SEQUENCE,
  /** The session, at random before the INSERT, unless the application gives a value. */
  UUID,
  /** The server's default, when the value is null in Java: left out of the INSERT and read back. */
  DEFAULT,
  /** The session, at the INSERT, when the value is null in Java. */
  CREATED,
  /** The session, at each INSERT and UPDATE, unless the application set a value since. */
  UPDATED,
  /** The server, always: a generated column, read back after each INSERT and UPDATE. */
  COMPUTED,
  /** The statement that reads the row: an expression, which no table stores. */
  EXPRESSION,
  /** A statement, where it gives an expression for it; null or zero elsewhere. */
  QUERY;

  /** Whether no table stores it. */
  public boolean byStatement() {
    return this == EXPRESSION || this == QUERY;
  }

  /** Whether the INSERT may leave the column out and must read it back. */
  public boolean byServer() {
    return this == IDENTITY || this == DEFAULT || this == COMPUTED;
  }
}
