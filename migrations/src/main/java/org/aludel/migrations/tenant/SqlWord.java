package org.aludel.migrations.tenant;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A word of SQL as a lexer sees it. Source: PostgreSQL 18 §4.1.
 *
 * @param kind what it is
 * @param text a name as the server knows it, folded unless quoted; the content of a text; a sign
 */
record SqlWord(Kind kind, String text) {
  enum Kind {
    NAME,
    /** A name in quotes, which is never a key word. */
    QUOTED,
    /** A literal, or the body between dollar signs. */
    TEXT,
    SIGN
  }

  /** Whether it is a name that equals, or one of these key words. */
  boolean is(String... words) {
    return kind == Kind.NAME && List.of(words).contains(text);
  }

  boolean isName() {
    return kind == Kind.NAME || kind == Kind.QUOTED;
  }

  boolean isDot() {
    return kind == Kind.SIGN && text.equals(".");
  }

  /** All words of a text, without comments and blanks. */
  static List<SqlWord> of(String sql) {
    List<SqlWord> words = new ArrayList<>();
    int at = 0;
    while (at < sql.length()) {
      at = next(sql, at, words);
    }
    return words;
  }

  private static int next(String sql, int at, List<SqlWord> words) {
    char first = sql.charAt(at);
    if (Character.isWhitespace(first)) {
      return at + 1;
    }
    if (sql.startsWith("--", at)) {
      int end = sql.indexOf('\n', at);
      return end < 0 ? sql.length() : end + 1;
    }
    if (sql.startsWith("/*", at)) {
      return comment(sql, at);
    }
    if (first == '\'' || first == '"') {
      return quoted(sql, at, first, words);
    }
    if (first == '$') {
      return dollar(sql, at, words);
    }
    if (Character.isLetter(first) || first == '_') {
      int end = at + 1;
      while (end < sql.length()
          && (Character.isLetterOrDigit(sql.charAt(end))
              || sql.charAt(end) == '_'
              || sql.charAt(end) == '$')) {
        end++;
      }
      words.add(new SqlWord(Kind.NAME, sql.substring(at, end).toLowerCase(Locale.ROOT)));
      return end;
    }
    words.add(new SqlWord(Kind.SIGN, String.valueOf(first)));
    return at + 1;
  }

  private static int comment(String sql, int at) {
    int depth = 1;
    int end = at + 2;
    while (end < sql.length() && depth > 0) {
      if (sql.startsWith("/*", end)) {
        depth++;
        end += 2;
      } else if (sql.startsWith("*/", end)) {
        depth--;
        end += 2;
      } else {
        end++;
      }
    }
    return end;
  }

  private static int quoted(String sql, int at, char quote, List<SqlWord> words) {
    boolean escapes = quote == '\'' && at > 0 && "eE".indexOf(sql.charAt(at - 1)) >= 0;
    StringBuilder text = new StringBuilder();
    int end = at + 1;
    while (end < sql.length()) {
      char each = sql.charAt(end);
      if (each == quote && end + 1 < sql.length() && sql.charAt(end + 1) == quote) {
        end++;
      } else if (each == quote) {
        break;
      } else if (escapes && each == '\\' && end + 1 < sql.length()) {
        end++;
      }
      text.append(sql.charAt(end));
      end++;
    }
    words.add(new SqlWord(quote == '"' ? Kind.QUOTED : Kind.TEXT, text.toString()));
    return end + 1;
  }

  private static int dollar(String sql, int at, List<SqlWord> words) {
    int close = sql.indexOf('$', at + 1);
    String tag = close < 0 ? "" : sql.substring(at, close + 1);
    int end = tag.matches("\\$[\\p{L}_]?[\\p{L}\\p{N}_]*\\$") ? sql.indexOf(tag, close + 1) : -1;
    if (end < 0) {
      words.add(new SqlWord(Kind.SIGN, "$"));
      return at + 1;
    }
    words.add(new SqlWord(Kind.TEXT, sql.substring(close + 1, end)));
    return end + tag.length();
  }
}
