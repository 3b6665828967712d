package org.aludel.migrations.revision;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One change of a changeset as neutral data, in Liquibase's vocabulary: {@code addColumn} with
 * {@code tableName} and {@code columns}, or {@code sql} with the statement.
 *
 * @param type the change type, such as {@code sql} or {@code createTable}
 * @param parameters in the order written
 * @param source {@code file:line:column} for messages, or empty when it comes from no file
 */
public record Change(String type, Map<String, Value> parameters, String source) {
  /** The type whose {@code sql} parameter is one statement, sent as it is. */
  public static final String SQL = "sql";

  /** The type that does nothing but leave a row in the ledger. */
  public static final String EMPTY = "empty";

  public Change {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
  }

  /** A change that comes from no file. */
  public static Change of(String type, Map<String, Value> parameters) {
    return new Change(type, parameters, "");
  }

  /** One SQL statement, which neither we nor Liquibase split or strip. */
  public static Change sql(String statement) {
    Map<String, Value> parameters = new LinkedHashMap<>();
    parameters.put("splitStatements", Value.of("false"));
    parameters.put("stripComments", Value.of("false"));
    parameters.put("sql", Value.of(statement));
    return of(SQL, parameters);
  }

  /** The change that does nothing. */
  public static Change empty() {
    return of(EMPTY, Map.of());
  }

  /** A scalar parameter, or empty when it is absent or no scalar. */
  public Optional<String> text(String parameter) {
    return parameters.get(parameter) instanceof Value.Text value
        ? Optional.of(value.text())
        : Optional.empty();
  }
}
