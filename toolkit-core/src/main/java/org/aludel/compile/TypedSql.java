package org.aludel.compile;

import java.util.List;
import org.aludel.type.SqlType;

/**
 * SQL as it is sent, with the types of its {@code ?} parameters in order. Immutable; it holds no
 * values, so it can be kept and used again.
 */
public record TypedSql(String sql, List<SqlType<?>> types) {
  public TypedSql {
    types = List.copyOf(types);
  }
}
