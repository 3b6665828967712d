package org.aludel.error;

import java.util.List;

/**
 * The statement that the database refused, without values unless the engine shows them. Immutable.
 *
 * @param sql the text as it was sent, not shortened
 * @param parameterTypes the SQL type names of the bind parameters, in order
 * @param parameters their values as text, shortened, in the same order; empty unless the engine was
 *     created with {@code logValues(true)}
 */
public record FailedSql(String sql, List<String> parameterTypes, List<String> parameters) {
  public FailedSql {
    parameterTypes = List.copyOf(parameterTypes);
    parameters = List.copyOf(parameters);
  }
}
