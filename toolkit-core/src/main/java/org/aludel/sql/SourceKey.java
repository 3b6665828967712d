package org.aludel.sql;

import org.jspecify.annotations.Nullable;

/**
 * What makes a source the same source within one statement: two objects for one table and alias
 * mean the same rows.
 *
 * @param table null for a subquery
 * @param alias null where the table's own name is used
 */
public record SourceKey(@Nullable TableName table, @Nullable String alias) {
  /** As people write it in messages; never SQL. */
  @Override
  public String toString() {
    if (table == null) {
      return "(subquery) " + alias;
    }
    return alias == null ? table.toString() : table + " " + alias;
  }
}
