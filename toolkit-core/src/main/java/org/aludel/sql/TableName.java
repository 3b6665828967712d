package org.aludel.sql;

import org.jspecify.annotations.Nullable;

/**
 * The name of a table in a statement, exact and unquoted.
 *
 * @param schema or null for the default schema of whoever runs the statement
 */
public record TableName(@Nullable String schema, String name) {
  /** As people write it in messages; never SQL. */
  @Override
  public String toString() {
    return schema == null ? name : schema + "." + name;
  }
}
