package org.aludel.compile;

import org.aludel.error.CompileException;
import org.aludel.error.Problem;
import org.aludel.error.SqlCode;
import org.aludel.type.SqlType;
import org.aludel.util.TextLiteral;
import org.aludel.util.WholeText;

/** Values inside SQL, for statements that take no bind parameters. Source: PostgreSQL 18 §4.1.2. */
public final class SqlLiteral {
  private SqlLiteral() {}

  /**
   * A value as a literal of its type, such as a default: {@code '{1,2}'::integer[]}.
   *
   * @throws CompileException UNSUPPORTED_STATEMENT for text with the NUL character or half a
   *     surrogate pair
   */
  public static <J> String value(SqlType<J> type, J value) {
    return text(type.codec().text(value)) + "::" + type.castName();
  }

  /**
   * The text as a literal that no setting of the session changes.
   *
   * @throws CompileException UNSUPPORTED_STATEMENT for text with the NUL character or half a
   *     surrogate pair
   */
  public static String text(String value) {
    int flaw = WholeText.flaw(value);
    if (flaw != WholeText.NONE) {
      throw new CompileException(
          Problem.of(
                  SqlCode.UNSUPPORTED_STATEMENT,
                  "cannot write \"" + WholeText.shown(value) + "\" as a text literal")
              .found(WholeText.describe(value, flaw))
              .expected("whole characters other than NUL, which no text value can hold")
              .fix("remove the character from the comment, label or value"));
    }
    return TextLiteral.of(value);
  }
}
