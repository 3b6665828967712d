package org.aludel.migrations.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Cuts SQL into statements and these into tokens: literals, quoted names, dollar quotes, and
 * comments, which nest, are each one thing whatever stands in them. Source: PostgreSQL 18 §4.1. Not
 * thread-safe.
 */
final class SqlTokens {
  private final String sql;
  private final List<SqlStatement> statements = new ArrayList<>();
  private final List<SqlStatement.Token> tokens = new ArrayList<>();
  private int at;
  private int begin;
  private int depth;

  private SqlTokens(String sql) {
    this.sql = sql;
  }

  /** The statements of a text in order; empty ones are left out. */
  static List<SqlStatement> of(String sql) {
    SqlTokens tokens = new SqlTokens(sql);
    tokens.run();
    return List.copyOf(tokens.statements);
  }

  private void run() {
    while (at < sql.length()) {
      char first = sql.charAt(at);
      if (Character.isWhitespace(first)) {
        at++;
      } else if (sql.startsWith("--", at)) {
        at = orEnd(sql.indexOf('\n', at));
      } else if (sql.startsWith("/*", at)) {
        comment();
      } else if (first == '\'') {
        literal(false);
      } else if (first == '"') {
        quoted();
      } else if (first == '$' && dollarQuoted()) {
        add("'", false);
      } else if (isWord(first)) {
        word();
      } else {
        sign(first);
      }
    }
    end();
  }

  private int orEnd(int position) {
    return position < 0 ? sql.length() : position;
  }

  private void add(String text, boolean keyword) {
    tokens.add(new SqlStatement.Token(text, keyword, depth));
  }

  private void comment() {
    int open = 0;
    do {
      if (sql.startsWith("/*", at)) {
        open++;
        at += 2;
      } else if (sql.startsWith("*/", at)) {
        open--;
        at += 2;
      } else {
        at++;
      }
    } while (open > 0 && at < sql.length());
  }

  /**
   * @param escapes whether a backslash takes the next character along, as in {@code E''}
   */
  private void literal(boolean escapes) {
    at++;
    while (at < sql.length()) {
      char each = sql.charAt(at++);
      if (escapes && each == '\\') {
        at++;
      } else if (each == '\'') {
        if (at < sql.length() && sql.charAt(at) == '\'') {
          at++;
        } else {
          break;
        }
      }
    }
    add("'", false);
  }

  private void quoted() {
    StringBuilder name = new StringBuilder();
    at++;
    while (at < sql.length()) {
      char each = sql.charAt(at++);
      if (each == '"') {
        if (at < sql.length() && sql.charAt(at) == '"') {
          at++;
        } else {
          break;
        }
      }
      name.append(each);
    }
    add(name.toString(), false);
  }

  private boolean dollarQuoted() {
    int end = at + 1;
    while (end < sql.length() && sql.charAt(end) != '$' && isWord(sql.charAt(end))) {
      end++;
    }
    boolean digit = end > at + 1 && Character.isDigit(sql.charAt(at + 1));
    if (end >= sql.length() || sql.charAt(end) != '$' || digit) {
      return false;
    }
    String tag = sql.substring(at, end + 1);
    int close = sql.indexOf(tag, end + 1);
    at = close < 0 ? sql.length() : close + tag.length();
    return true;
  }

  private static boolean isWord(char each) {
    return Character.isLetterOrDigit(each) || each == '_';
  }

  private void word() {
    int start = at;
    while (at < sql.length() && (isWord(sql.charAt(at)) || sql.charAt(at) == '$')) {
      at++;
    }
    String word = sql.substring(start, at).toLowerCase(Locale.ROOT);
    if (at < sql.length() && sql.charAt(at) == '\'' && word.equals("e")) {
      literal(true);
    } else {
      add(word, true);
    }
  }

  private void sign(char first) {
    at++;
    if (first == ';' && depth == 0) {
      end();
      return;
    }
    if (first == ')') {
      depth = Math.max(0, depth - 1);
    }
    add(String.valueOf(first), true);
    if (first == '(') {
      depth++;
    }
  }

  private void end() {
    if (!tokens.isEmpty()) {
      String text = sql.substring(begin, at);
      statements.add(new SqlStatement(text.replaceFirst(";\\s*$", ""), tokens));
    }
    tokens.clear();
    depth = 0;
    begin = at;
  }
}
