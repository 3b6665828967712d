package org.aludel.dialect.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.aludel.error.DatabaseException;
import org.aludel.error.EngineCode;
import org.aludel.error.Problem;

/**
 * The words of a statement as SQLite's parser sees them, read from left to right. Not thread-safe.
 * Source: SQLite, tokenize.c in its documentation of the grammar.
 */
final class SqliteTokens {
  /** What a word is: {@code text} is a name or value without its quotes. */
  record Token(Kind kind, String text, int start, int end) {
    /** Whether it is that keyword or symbol. */
    boolean is(String word) {
      return kind == Kind.WORD && text.equalsIgnoreCase(word);
    }
  }

  /** The kinds; symbols and numbers count as words. */
  enum Kind {
    WORD,
    /** A name in quotes or brackets. */
    NAME,
    TEXT,
    END
  }

  private final String sql;
  private final List<Token> tokens = new ArrayList<>();
  private int next;

  SqliteTokens(String sql) {
    this.sql = sql;
    int at = 0;
    while (at < sql.length()) {
      at = add(at);
    }
    tokens.add(new Token(Kind.END, "", sql.length(), sql.length()));
  }

  private int add(int at) {
    char one = sql.charAt(at);
    if (Character.isWhitespace(one)) {
      return at + 1;
    }
    if (sql.startsWith("--", at)) {
      int end = sql.indexOf('\n', at);
      return end < 0 ? sql.length() : end + 1;
    }
    if (sql.startsWith("/*", at)) {
      int end = sql.indexOf("*/", at + 2);
      return end < 0 ? sql.length() : end + 2;
    }
    return switch (one) {
      case '\'' -> quoted(at, '\'', Kind.TEXT);
      case '"', '`' -> quoted(at, one, Kind.NAME);
      case '[' -> quoted(at, ']', Kind.NAME);
      default -> word(at);
    };
  }

  private int quoted(int start, char close, Kind kind) {
    StringBuilder text = new StringBuilder();
    int at = start + 1;
    while (at < sql.length()) {
      char one = sql.charAt(at);
      boolean twice = one == close && close != ']' && sql.startsWith("" + close, at + 1);
      if (one == close && !twice) {
        break;
      }
      text.append(one);
      at += twice ? 2 : 1;
    }
    tokens.add(new Token(kind, text.toString(), start, Math.min(at + 1, sql.length())));
    return at + 1;
  }

  private int word(int start) {
    int at = start;
    while (at < sql.length() && isWord(sql.charAt(at))) {
      at++;
    }
    int end = Math.max(at, start + 1);
    tokens.add(new Token(Kind.WORD, sql.substring(start, end), start, end));
    return end;
  }

  private static boolean isWord(char one) {
    return Character.isLetterOrDigit(one) || one == '_' || one == '$' || one == '.' || one > 127;
  }

  /** Whether another statement follows the first; what a trigger does is a part of it. */
  /** The statements of the text, without semicolons; what a trigger does is a part of it. */
  List<String> statements() {
    List<String> statements = new ArrayList<>();
    while (!atEnd()) {
      int start = peek().start();
      passStatement();
      String statement = sql.substring(start, peek().start()).strip();
      if (!statement.isEmpty()) {
        statements.add(statement);
      }
      takes(";");
    }
    return statements;
  }

  private void passStatement() {
    boolean trigger =
        sees("CREATE", "TRIGGER")
            || sees("CREATE", "TEMP", "TRIGGER")
            || sees("CREATE", "TEMPORARY", "TRIGGER");
    int open = 0;
    while (!atEnd() && !(open == 0 && sees(";"))) {
      open = Math.max(0, open + depth(take(), trigger));
    }
  }

  /** A trigger is closed by END like each CASE inside it. */
  private static int depth(Token token, boolean inTrigger) {
    if (token.is("CASE") || (inTrigger && token.is("BEGIN"))) {
      return 1;
    }
    return token.is("END") ? -1 : 0;
  }

  Token peek() {
    return tokens.get(next);
  }

  Token take() {
    Token token = tokens.get(next);
    next = Math.min(next + 1, tokens.size() - 1);
    return token;
  }

  /** Where the word that was taken last ends. */
  int previousEnd() {
    return tokens.get(next - 1).end();
  }

  boolean atEnd() {
    return peek().kind() == Kind.END;
  }

  /** Whether these words come next. */
  boolean sees(String... words) {
    for (int i = 0; i < words.length; i++) {
      if (!tokens.get(Math.min(next + i, tokens.size() - 1)).is(words[i])) {
        return false;
      }
    }
    return true;
  }

  /** Whether a word stands anywhere in the text. */
  boolean hold(String word) {
    return tokens.stream().anyMatch(each -> each.is(word));
  }

  /** Takes these words if they come next. */
  boolean takes(String... words) {
    boolean there = sees(words);
    next += there ? words.length : 0;
    return there;
  }

  /** Takes a name, in quotes or not. */
  String name() {
    Token token = take();
    if (token.kind() == Kind.END) {
      throw unreadable("a name");
    }
    return token.text();
  }

  /** Takes names in parentheses; what else stands beside each is passed over. */
  List<String> names() {
    List<String> names = new ArrayList<>();
    require("(");
    do {
      names.add(name());
      while (!sees(",") && !sees(")") && !atEnd()) {
        take();
      }
    } while (takes(","));
    require(")");
    return names;
  }

  /** Takes what stands in parentheses, and gives its text without them. */
  String parenthesised() {
    require("(");
    int start = peek().start();
    int depth = 1;
    while (true) {
      Token token = take();
      if (token.kind() == Kind.END) {
        throw unreadable("\")\"");
      }
      depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
      if (depth == 0) {
        return sql.substring(start, token.start()).strip();
      }
    }
  }

  /** The rest as it is written, from the next word on. */
  String rest() {
    String rest = sql.substring(peek().start()).strip();
    next = tokens.size() - 1;
    return rest;
  }

  /** What is written between two places. */
  String between(int start, int end) {
    return sql.substring(start, end);
  }

  void require(String word) {
    if (!takes(word)) {
      throw unreadable("\"" + word.toUpperCase(Locale.ROOT) + "\"");
    }
  }

  DatabaseException unreadable(String expected) {
    return new DatabaseException(
        Problem.of(EngineCode.CATALOG_BROKEN, "cannot read the catalogue of SQLite")
            .found("\"" + peek().text() + "\" at " + (peek().start() + 1) + " of: " + sql)
            .expected(expected)
            .fix("report it with the statement: it is one that SQLite took"),
        null,
        null);
  }
}
