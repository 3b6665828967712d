package org.aludel.util;

/** Text as an SQL literal that means the same whatever the session's settings are. */
public final class TextLiteral {
  private TextLiteral() {}

  /**
   * The text in single quotes, inner quotes doubled; with a backslash in the form {@code E'…'},
   * since what a backslash means in the plain form depends on {@code standard_conforming_strings}.
   * PostgreSQL's own quote_literal does the same.
   */
  public static String of(String value) {
    String quoted = "'" + value.replace("'", "''") + "'";
    return value.indexOf('\\') < 0 ? quoted : "E" + quoted.replace("\\", "\\\\");
  }
}
