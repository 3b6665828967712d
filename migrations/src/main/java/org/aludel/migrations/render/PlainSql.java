package org.aludel.migrations.render;

/**
 * SQL without the text that Liquibase would replace: a dollar sign before a brace. Inside a literal
 * or a quoted name it is written by its code point, which is the same value to the server. Source:
 * PostgreSQL 18 §4.1.2.3; in a comment or a dollar-quoted text of our own it does not occur.
 */
final class PlainSql {
  private static final String PARAMETER = "${";

  private PlainSql() {}

  static String of(String sql) {
    if (!sql.contains(PARAMETER)) {
      return sql;
    }
    StringBuilder plain = new StringBuilder();
    int at = 0;
    while (at < sql.length()) {
      char first = sql.charAt(at);
      int end = first == '\'' || first == '"' ? closing(sql, at) : at + 1;
      String part = sql.substring(at, end);
      boolean escaped = at > 0 && (sql.charAt(at - 1) == 'E' || sql.charAt(at - 1) == 'e');
      plain.append(part.contains(PARAMETER) ? rewritten(part, escaped) : part);
      at = end;
    }
    return plain.toString();
  }

  private static String rewritten(String quoted, boolean escaped) {
    return escaped
        ? quoted.replace(PARAMETER, "\\x24{")
        : "U&" + quoted.replace("\\", "\\\\").replace(PARAMETER, "\\0024{");
  }

  private static int closing(String sql, int open) {
    char quote = sql.charAt(open);
    int at = open + 1;
    while (at < sql.length()) {
      if (sql.charAt(at) == quote) {
        if (at + 1 < sql.length() && sql.charAt(at + 1) == quote) {
          at++;
        } else {
          return at + 1;
        }
      }
      at++;
    }
    return sql.length();
  }
}
