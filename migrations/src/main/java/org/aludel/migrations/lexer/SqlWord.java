package org.aludel.migrations.lexer;

import java.util.List;

/**
 * A word of SQL as the server's lexer sees it.
 *
 * @param text a name as the server knows it, folded unless quoted; the value of a literal; a figure
 *     as written; a sign
 * @param start where it begins in the text
 * @param end behind its last character
 */
public record SqlWord(Kind kind, String text, int start, int end) {
  /** What a word may be. */
  public enum Kind {
    NAME,
    /** A name in quotes, which is never a key word. */
    QUOTED,
    /** A literal, or the body between dollar signs. */
    TEXT,
    NUMBER,
    /** One character. */
    SIGN
  }

  /** All words of a text, without comments and blanks. What is not closed goes to the end. */
  public static List<SqlWord> of(String sql) {
    return new SqlLexer(sql).words();
  }

  /** Whether it is one of these key words. */
  public boolean is(String... words) {
    return kind == Kind.NAME && List.of(words).contains(text);
  }

  /** Whether it is this sign. */
  public boolean isSign(String sign) {
    return kind == Kind.SIGN && text.equals(sign);
  }

  public boolean isName() {
    return kind == Kind.NAME || kind == Kind.QUOTED;
  }

  public boolean isDot() {
    return isSign(".");
  }
}
