package org.aludel.dialect.postgresql;

import java.util.Locale;
import java.util.Set;

/**
 * Default expressions in column definitions. There the grammar takes a restricted expression, so
 * that {@code DEFAULT now() AT TIME ZONE 'utc'} is a syntax error while the same behind SET DEFAULT
 * is none. Source: PostgreSQL's gram.y, ColConstraintElem takes b_expr.
 */
final class PostgresDefaultSql {
  /** What begins an operator that only a full expression has. */
  private static final Set<String> FULL_EXPRESSION_WORDS =
      Set.of(
          "and",
          "or",
          "not",
          "at",
          "in",
          "like",
          "ilike",
          "similar",
          "is",
          "isnull",
          "notnull",
          "between",
          "overlaps",
          "collate",
          "operator",
          "any",
          "all",
          "some");

  private PostgresDefaultSql() {}

  /** The text itself where that is safe, else in parentheses. */
  static String operand(String sql) {
    return hasFullExpressionWord(sql) ? "(" + sql + ")" : sql;
  }

  private static boolean hasFullExpressionWord(String sql) {
    int depth = 0;
    int index = 0;
    while (index < sql.length()) {
      char one = sql.charAt(index);
      if (one == '\'' || one == '"') {
        index = skipQuoted(sql, index);
      } else if (Character.isJavaIdentifierStart(one)) {
        int end = wordEnd(sql, index);
        if (depth == 0 && isFull(sql.substring(index, end))) {
          return true;
        }
        index = end;
      } else {
        depth += nesting(one);
        index++;
      }
    }
    return false;
  }

  private static int nesting(char one) {
    return switch (one) {
      case '(', '[' -> 1;
      case ')', ']' -> -1;
      default -> 0;
    };
  }

  private static boolean isFull(String word) {
    return FULL_EXPRESSION_WORDS.contains(word.toLowerCase(Locale.ROOT));
  }

  private static int wordEnd(String sql, int start) {
    int end = start;
    while (end < sql.length() && Character.isJavaIdentifierPart(sql.charAt(end))) {
      end++;
    }
    return end;
  }

  /** Behind the closing quote; a doubled quote reads as the end of one text and the next one. */
  private static int skipQuoted(String sql, int start) {
    int end = sql.indexOf(sql.charAt(start), start + 1);
    return end < 0 ? sql.length() : end + 1;
  }
}
