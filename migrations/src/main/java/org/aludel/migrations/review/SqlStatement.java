package org.aludel.migrations.review;

import java.util.List;
import java.util.Locale;

/**
 * The words and signs of one statement. Positions out of range have the text {@code ""}.
 *
 * @param text as written
 */
record SqlStatement(String text, List<Token> tokens) {
  private static final int SHOWN = 80;

  SqlStatement {
    tokens = List.copyOf(tokens);
  }

  /**
   * A word or a sign.
   *
   * @param text a word in lower case, a quoted name without its quotes; for a literal {@code '}
   * @param keyword whether it may be a word of SQL; a quoted name may not
   * @param depth how many parentheses are open around it; a parenthesis counts as outside itself
   */
  record Token(String text, boolean keyword, int depth) {}

  /** Whether the statement begins with these words. */
  boolean begins(String... words) {
    return at(0, words);
  }

  /** Whether these words stand at a position. */
  boolean at(int position, String... words) {
    for (int i = 0; i < words.length; i++) {
      if (!keyword(position + i).equals(words[i])) {
        return false;
      }
    }
    return true;
  }

  /** The word or sign at a position. */
  String word(int position) {
    return position < 0 || position >= tokens.size() ? "" : tokens.get(position).text();
  }

  private String keyword(int position) {
    return position < 0 || position >= tokens.size() || !tokens.get(position).keyword()
        ? ""
        : tokens.get(position).text();
  }

  /** The name that begins at a position, with its schema if it has one: {@code s.t}. */
  String name(int position) {
    StringBuilder name = new StringBuilder(word(position));
    for (int at = position + 1; word(at).equals("."); at += 2) {
      name.append('.').append(word(at + 1));
    }
    return name.toString().toLowerCase(Locale.ROOT);
  }

  /** The position behind optional words. */
  int skip(int position, String... words) {
    return at(position, words) ? position + words.length : position;
  }

  /** The statement in one line, cut where it is long. */
  String shown() {
    String line = text.strip().replaceAll("\\s+", " ");
    return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + " …";
  }
}
