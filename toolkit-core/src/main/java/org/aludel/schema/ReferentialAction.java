package org.aludel.schema;

/** What happens to referencing rows; the SQL spelling is {@link #sql()}. */
public enum ReferentialAction {
  NO_ACTION,
  RESTRICT,
  CASCADE,
  SET_NULL,
  SET_DEFAULT;

  /** Such as {@code SET NULL}. */
  public String sql() {
    return name().replace('_', ' ');
  }
}
