package org.aludel.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A script of psql as single statements. Reads strings, quoted names, dollar quotes, nested
 * comments, parentheses and the bodies of SQL-standard routines; leaves out backslash commands.
 * Source: PostgreSQL 18 §4.1, lexical structure, and the chapter on psql.
 */
final class SqlScript {
  private final SqlScanner scanner;
  private final List<String> statements = new ArrayList<>();
  private final List<String> words = new ArrayList<>();
  private int start;
  private int parentheses;
  private int blocks;

  private SqlScript(String text) {
    this.scanner = new SqlScanner(text);
  }

  /** The statements in order, each without the comments before it and with its semicolon. */
  static List<String> statements(String text) {
    return new SqlScript(text).read();
  }

  private List<String> read() {
    while (!scanner.atEnd()) {
      if (words.isEmpty()) {
        start = scanner.position();
      }
      step(scanner.next());
    }
    if (!words.isEmpty()) {
      finish();
    }
    return statements;
  }

  private void step(SqlScanner.Token token) {
    switch (token.kind()) {
      case BLANK -> {}
      case WORD -> word(token.text().toUpperCase(Locale.ROOT));
      case SYMBOL -> symbol(token.text().charAt(0));
      case QUOTED -> words.add("'");
    }
  }

  private void word(String word) {
    words.add(word);
    if (parentheses > 0 || !isRoutine()) {
      return;
    }
    if (word.equals("BEGIN") || (word.equals("CASE") && blocks > 0)) {
      blocks++;
    } else if (word.equals("END") && blocks > 0) {
      blocks--;
    }
  }

  /** CREATE [OR REPLACE] FUNCTION or PROCEDURE. */
  private boolean isRoutine() {
    List<String> head = words.subList(0, Math.min(4, words.size()));
    return head.get(0).equals("CREATE")
        && (head.contains("FUNCTION") || head.contains("PROCEDURE"));
  }

  private void symbol(char symbol) {
    if (symbol == '\\' && words.isEmpty()) {
      scanner.skipLine();
      return;
    }
    if (symbol == ';' && parentheses == 0 && blocks == 0) {
      finish();
      return;
    }
    words.add(String.valueOf(symbol));
    if (symbol == '(') {
      parentheses++;
    } else if (symbol == ')') {
      parentheses = Math.max(0, parentheses - 1);
    }
  }

  private void finish() {
    if (!words.isEmpty()) {
      statements.add(scanner.text(start, scanner.position()).strip());
    }
    words.clear();
    parentheses = 0;
    blocks = 0;
  }
}
