package org.aludel.dialect.postgresql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.aludel.compile.IdentifierQuoter;
import org.aludel.compile.SqlLiteral;
import org.aludel.schema.IndexElement;

/** The clauses that indexes and exclusion constraints share. */
final class PostgresIndexSql {
  private static final IdentifierQuoter QUOTER = PostgresIdentifiers.quoter();
  private static final Pattern CALL = Pattern.compile("[a-z_][a-z0-9_]*(\\.[a-z_][a-z0-9_]*)?\\(");
  private static final Pattern BARE_VALUE = Pattern.compile("[A-Za-z0-9_.+-]+");

  private PostgresIndexSql() {}

  /** One key; ASC and the place of nulls that follows from the direction are left out. */
  static String element(IndexElement element) {
    StringBuilder sql = new StringBuilder();
    String column = element.column();
    sql.append(
        column == null
            ? expression(Objects.requireNonNull(element.expression()))
            : QUOTER.quote(column));
    if (element.collation() != null) {
      sql.append(" COLLATE ").append(element.collation());
    }
    if (element.operatorClass() != null) {
      sql.append(' ').append(element.operatorClass());
    }
    if (element.descending()) {
      sql.append(" DESC");
    }
    if (element.nullsFirst() != element.descending()) {
      sql.append(element.nullsFirst() ? " NULLS FIRST" : " NULLS LAST");
    }
    return sql.toString();
  }

  /** {@code WITH (fillfactor=70)} with its leading blank, or nothing. */
  static String storage(Map<String, String> parameters) {
    return parameters.isEmpty() ? "" : " WITH" + parameters(parameters);
  }

  /** {@code (fillfactor=70)} with its leading blank. */
  static String parameters(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(one -> one.getKey() + "=" + value(one.getValue()))
        .collect(Collectors.joining(", ", " (", ")"));
  }

  /** {@code SET (…)} and {@code RESET (…)} of what differs. */
  static List<String> changes(Map<String, String> from, Map<String, String> to) {
    Map<String, String> set = new LinkedHashMap<>(to);
    set.entrySet().removeAll(from.entrySet());
    List<String> reset = from.keySet().stream().filter(one -> !to.containsKey(one)).toList();
    List<String> changes = new ArrayList<>();
    if (!set.isEmpty()) {
      changes.add("SET" + parameters(set));
    }
    if (!reset.isEmpty()) {
      changes.add("RESET (" + String.join(", ", reset) + ")");
    }
    return changes;
  }

  private static String value(String text) {
    return BARE_VALUE.matcher(text).matches() ? text : SqlLiteral.text(text);
  }

  /** A call of one function stands bare, anything else in parentheses. */
  private static String expression(String sql) {
    return CALL.matcher(sql).lookingAt() && closesAtEnd(sql) ? sql : "(" + sql + ")";
  }

  /** Whether the first parenthesis is closed by the last character; quoted text is passed over. */
  private static boolean closesAtEnd(String sql) {
    int depth = 0;
    char quote = 0;
    for (int i = sql.indexOf('('); i < sql.length(); i++) {
      char one = sql.charAt(i);
      if (quote != 0) {
        quote = one == quote ? 0 : quote;
      } else if (one == '\'' || one == '"') {
        quote = one;
      } else if (one == '(') {
        depth++;
      } else if (one == ')' && --depth == 0) {
        return i == sql.length() - 1;
      }
    }
    return false;
  }
}
