package org.aludel.migrations.tenant;

import java.util.List;

/**
 * A word of SQL as a lexer sees it.
 *
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

  /** All words of a text, without comments and blanks. */
  static List<SqlWord> of(String sql) {
    return new SqlLexer(sql).words();
  }

  /** Whether it is one of these key words. */
  boolean is(String... words) {
    return kind == Kind.NAME && List.of(words).contains(text);
  }

  boolean isName() {
    return kind == Kind.NAME || kind == Kind.QUOTED;
  }

  boolean isDot() {
    return kind == Kind.SIGN && text.equals(".");
  }
}
