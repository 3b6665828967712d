package org.aludel.migrations.lexer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Takes SQL apart. Source: PostgreSQL 18 §4.1. One use; not thread-safe. */
final class SqlLexer {
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
    if (first == '\'') {
      literal(at, Escapes.NONE);
    } else if (first == '"') {
      quotedName(at, Escapes.NONE);
    } else if (first == '$' && dollarQuoted()) {
      return;
    } else if (Character.isDigit(first)) {
      number();
    } else if (isNamePart(first)) {
      nameOrPrefix();
    } else {
      add(SqlWord.Kind.SIGN, sql.substring(at, at + 1), at, at + 1);
    }
  }

  private void add(SqlWord.Kind kind, String text, int start, int end) {
    words.add(new SqlWord(kind, text, start, end));
    at = end;
  }

  private void number() {
    add(SqlWord.Kind.NUMBER, sql.substring(at, nameEnd(at)), at, nameEnd(at));
  }

  /** A name, or the letters right before a quote that say how to read what is in it. */
  private void nameOrPrefix() {
    int start = at;
    int end = nameEnd(at);
    String name = sql.substring(start, end).toLowerCase(Locale.ROOT);
    if (name.equals("u") && (sql.startsWith("&'", end) || sql.startsWith("&\"", end))) {
      at = end + 1;
      if (sql.charAt(at) == '"') {
        quotedName(start, Escapes.UNICODE);
      } else {
        literal(start, Escapes.UNICODE);
      }
    } else if (sql.startsWith("'", end) && List.of("e", "b", "x", "n").contains(name)) {
      at = end;
      literal(start, name.equals("e") ? Escapes.C : Escapes.NONE);
    } else {
      add(SqlWord.Kind.NAME, name, start, end);
    }
  }

  private int nameEnd(int from) {
    int end = from;
    while (end < sql.length() && (isNamePart(sql.charAt(end)) || sql.charAt(end) == '$')) {
      end++;
    }
    return end;
  }

  private static boolean isNamePart(char each) {
    return Character.isLetterOrDigit(each) || each == '_';
  }

  private void quotedName(int start, Escapes escapes) {
    int close = closing(at, escapes);
    String inside = sql.substring(Math.min(at + 1, close), close).replace("\"\"", "\"");
    String name = escapes.decoded(inside, sql, close + 1);
    add(SqlWord.Kind.QUOTED, name, start, Math.min(close + 1, sql.length()));
  }

  /** Literals with nothing but blanks and a new line between them are one. */
  private void literal(int start, Escapes escapes) {
    StringBuilder inside = new StringBuilder();
    int open = at;
    int close;
    do {
      close = closing(open, escapes);
      inside.append(sql, Math.min(open + 1, close), close);
      open = continued(close + 1);
    } while (open >= 0);
    String value = escapes.decoded(inside.toString().replace("''", "'"), sql, close + 1);
    add(SqlWord.Kind.TEXT, value, start, Math.min(close + 1, sql.length()));
  }

  private int continued(int from) {
    boolean lineEnds = false;
    int next = from;
    while (next < sql.length() && Character.isWhitespace(sql.charAt(next))) {
      lineEnds |= sql.charAt(next) == '\n' || sql.charAt(next) == '\r';
      next++;
    }
    return lineEnds && sql.startsWith("'", next) ? next : -1;
  }

  /** Where the quote stands that closes the one at {@code open}, or the end of the text. */
  private int closing(int open, Escapes escapes) {
    char quote = sql.charAt(open);
    int position = open + 1;
    while (position < sql.length()) {
      char each = sql.charAt(position);
      boolean doubled = each == quote && sql.startsWith(String.valueOf(quote), position + 1);
      if (each == quote && !doubled) {
        return position;
      }
      position += doubled || (escapes == Escapes.C && each == '\\') ? 2 : 1;
    }
    return sql.length();
  }

  private boolean dollarQuoted() {
    int close = at + 1;
    while (close < sql.length() && isNamePart(sql.charAt(close))) {
      close++;
    }
    boolean digit = close > at + 1 && Character.isDigit(sql.charAt(at + 1));
    if (digit || !sql.startsWith("$", close)) {
      return false;
    }
    String tag = sql.substring(at, close + 1);
    int end = sql.indexOf(tag, close + 1);
    int inside = end < 0 ? sql.length() : end;
    add(
        SqlWord.Kind.TEXT,
        sql.substring(close + 1, inside),
        at,
        Math.min(inside + tag.length(), sql.length()));
    return true;
  }
}
