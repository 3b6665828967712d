package org.aludel.migrations.tenant;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Takes SQL apart. Source: PostgreSQL 18 §4.1. One use; not thread-safe. */
final class SqlLexer {
  private static final Pattern TAG = Pattern.compile("\\$[\\p{L}_]?[\\p{L}\\p{N}_]*\\$");
  private final String sql;
  private final List<SqlWord> words = new ArrayList<>();
  private int at;

  SqlLexer(String sql) {
    this.sql = sql;
  }

  List<SqlWord> words() {
    while (at < sql.length()) {
      if (!skipped()) {
        word(sql.charAt(at));
      }
    }
    return List.copyOf(words);
  }

  /** Passes over a blank or a comment; those between slashes and stars may be nested. */
  private boolean skipped() {
    if (Character.isWhitespace(sql.charAt(at))) {
      at++;
      return true;
    }
    if (sql.startsWith("--", at)) {
      int end = sql.indexOf('\n', at);
      at = end < 0 ? sql.length() : end + 1;
      return true;
    }
    if (sql.startsWith("/*", at)) {
      comment();
      return true;
    }
    return false;
  }

  private void comment() {
    int depth = 0;
    do {
      boolean opens = sql.startsWith("/*", at);
      boolean closes = sql.startsWith("*/", at);
      depth += opens ? 1 : closes ? -1 : 0;
      at += opens || closes ? 2 : 1;
    } while (depth > 0 && at < sql.length());
  }

  private void word(char first) {
    if (first == '\'' || first == '"') {
      quoted(first);
    } else if (first == '$') {
      dollar();
    } else if (isNamePart(first) && !Character.isDigit(first)) {
      name();
    } else {
      add(SqlWord.Kind.SIGN, at, at + 1);
      at++;
    }
  }

  private void name() {
    int start = at;
    while (at < sql.length() && (isNamePart(sql.charAt(at)) || sql.charAt(at) == '$')) {
      at++;
    }
    words.add(new SqlWord(SqlWord.Kind.NAME, sql.substring(start, at).toLowerCase(Locale.ROOT)));
  }

  private static boolean isNamePart(char each) {
    return Character.isLetterOrDigit(each) || each == '_';
  }

  private void quoted(char quote) {
    boolean escapes = quote == '\'' && at > 0 && "eE".indexOf(sql.charAt(at - 1)) >= 0;
    StringBuilder text = new StringBuilder();
    at++;
    while (at < sql.length() && !closes(quote)) {
      boolean pair = sql.charAt(at) == quote || (escapes && sql.charAt(at) == '\\');
      at += pair && at + 1 < sql.length() ? 1 : 0;
      text.append(sql.charAt(at));
      at++;
    }
    at++;
    SqlWord.Kind kind = quote == '"' ? SqlWord.Kind.QUOTED : SqlWord.Kind.TEXT;
    words.add(new SqlWord(kind, text.toString()));
  }

  /** A quote that is not doubled. */
  private boolean closes(char quote) {
    boolean doubled = at + 1 < sql.length() && sql.charAt(at + 1) == quote;
    return sql.charAt(at) == quote && !doubled;
  }

  private void dollar() {
    int close = sql.indexOf('$', at + 1);
    String tag = close < 0 ? "" : sql.substring(at, close + 1);
    int end = TAG.matcher(tag).matches() ? sql.indexOf(tag, close + 1) : -1;
    if (end < 0) {
      add(SqlWord.Kind.SIGN, at, at + 1);
      at++;
    } else {
      add(SqlWord.Kind.TEXT, close + 1, end);
      at = end + tag.length();
    }
  }

  private void add(SqlWord.Kind kind, int start, int end) {
    words.add(new SqlWord(kind, sql.substring(start, end)));
  }
}
