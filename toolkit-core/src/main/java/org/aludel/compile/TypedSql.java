package org.aludel.compile;

import java.util.List;
import org.aludel.type.SqlType;

/**
 * SQL as it is sent, with the types of its {@code ?} parameters in order. Immutable; it holds no
 * values, so it can be kept and used again.
 *
 * @param together whether all values that are given cross as one parameter, a list of columns
 */
public record TypedSql(String sql, List<SqlType<?>> types, boolean together) {
  public TypedSql {
    types = List.copyOf(types);
  }

  /** One value for each parameter. */
  public TypedSql(String sql, List<SqlType<?>> types) {
    this(sql, types, false);
  }

  /** One parameter, which takes the columns of all rows as a list. */
  public static TypedSql ofRows(String sql, SqlType<Object> rows) {
    return new TypedSql(sql, List.of(rows), true);
  }
}
