package org.aludel.engine;

import org.aludel.compile.TypedSql;

/**
 * SQL that {@link Connection#compile} made of a statement by key, to be run as often as wanted on
 * any connection of the engine. Immutable.
 */
public final class PreparedSql {
  private final TypedSql typed;

  PreparedSql(TypedSql typed) {
    this.typed = typed;
  }

  TypedSql typed() {
    return typed;
  }

  /** The text as it is sent. */
  public String sql() {
    return typed.sql();
  }

  @Override
  public String toString() {
    return typed.sql();
  }
}
