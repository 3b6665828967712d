package org.aludel.error;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rule that a row broke, by the names that the server gave. Source: PostgreSQL 18 §54.8.
 *
 * @param constraint the constraint's or unique index's name; null for NOT NULL before PostgreSQL 18
 * @param schema of the table, or null where the server named none
 * @param table the table, or null for a rule of a domain
 * @param columns the columns of the rule, in its order; empty where the server names none, as for
 *     checks and exclusions
 */
public record ViolatedRule(
    @Nullable String constraint,
    @Nullable String schema,
    @Nullable String table,
    List<String> columns) {
  /** Nothing known: a driver that names neither. */
  public static final ViolatedRule UNKNOWN = new ViolatedRule(null, null, null, List.of());

  public ViolatedRule {
    columns = List.copyOf(columns);
  }
}
