package org.aludel.dialect;

/** How far transactions are kept apart. Source: SQL:2016, 4.40.4. */
public enum Isolation {
  /** On PostgreSQL the same as {@link #READ_COMMITTED}. Source: PostgreSQL 18 §13.2. */
  READ_UNCOMMITTED,
  READ_COMMITTED,
  REPEATABLE_READ,
  SERIALIZABLE;

  /** As SQL writes it. */
  public String sql() {
    return name().replace('_', ' ');
  }
}
