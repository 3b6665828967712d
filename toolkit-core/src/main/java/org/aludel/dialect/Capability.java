package org.aludel.dialect;

/** What a database can do beyond the common ground; what is absent is refused by a code. */
public enum Capability {
  /** {@code RETURNING} on INSERT, UPDATE and DELETE. */
  RETURNING,
  /** {@code INSERT … ON CONFLICT}. */
  ON_CONFLICT,
  /** One bind parameter may hold a whole list: {@code = ANY (?)}. */
  ARRAY_BIND,
  /** {@code SELECT … FOR UPDATE}. */
  ROW_LOCKS,
  /** DDL inside a transaction that can be rolled back. */
  TRANSACTIONAL_DDL,
  /** Rows of one statement made from arrays by {@code unnest}. */
  UNNEST,
  /** Several statements in one text, of which the last gives the result. */
  SCRIPTS,
  /** JDBC's typed getters give each value in the class of its column, times and decimals too. */
  TYPED_GETTERS,
  /** A row's number beside what its INSERT returns. */
  NUMBERED_RETURNING,
  /** INSERT, UPDATE and DELETE with RETURNING as parts of a WITH. */
  WRITING_CTE,
  /** Keys that the server counts rise with the rows of one statement. */
  KEY_ORDER,
  /** Locks by a number of the application's own, which end with the session that has them. */
  ADVISORY_LOCKS,
  /** {@code COPY … FROM STDIN} in text format. */
  COPY
}
