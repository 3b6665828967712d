package org.aludel.compile;

import org.aludel.error.CompileException;
import org.aludel.error.Problem;
import org.aludel.error.SqlCode;
import org.aludel.type.SqlType;

/**
 * Text values inside SQL, for statements that take no bind parameters. Source: SQL:2016 §5.3,
 * character string literal; PostgreSQL with {@code standard_conforming_strings} on.
 */
public final class SqlLiteral {
  private SqlLiteral() {}

  /**
   * A value as a literal of its type, such as a default: {@code '{1,2}'::integer[]}.
   *
   * @throws CompileException UNSUPPORTED_STATEMENT for text with the NUL character
   */
  public static <J> String value(SqlType<J> type, J value) {
    return text(type.codec().text(value)) + "::" + type.name();
  }

  /**
   * The text in single quotes, inner quotes doubled; backslashes are ordinary characters.
   *
   * @throws CompileException UNSUPPORTED_STATEMENT for text with the NUL character
   */
  public static String text(String value) {
    if (value.indexOf('\0') >= 0) {
      throw new CompileException(
          Problem.of(
                  SqlCode.UNSUPPORTED_STATEMENT,
                  "cannot write \"" + value.replace('\0', '\uFFFD') + "\" as a text literal")
              .found("the NUL character at index " + value.indexOf('\0'))
              .expected("text without the NUL character, which no text value can hold")
              .fix("remove the character from the comment, label or value"));
    }
    return "'" + value.replace("'", "''") + "'";
  }
}
