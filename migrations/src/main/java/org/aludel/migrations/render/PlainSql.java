package org.aludel.migrations.render;

import org.aludel.migrations.lexer.SqlWord;

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
    int copied = 0;
    for (SqlWord word : SqlWord.of(sql)) {
      String part = sql.substring(word.start(), word.end());
      if (part.contains(PARAMETER)) {
        plain.append(sql, copied, word.start()).append(rewritten(part));
        copied = word.end();
      }
    }
    return plain.append(sql, copied, sql.length()).toString();
  }

  private static String rewritten(String quoted) {
    return switch (quoted.charAt(0)) {
      case '\'', '"' -> "U&" + quoted.replace("\\", "\\\\").replace(PARAMETER, "\\0024{");
      case 'E', 'e' -> quoted.replace(PARAMETER, "\\x24{");
      default -> quoted;
    };
  }
}
