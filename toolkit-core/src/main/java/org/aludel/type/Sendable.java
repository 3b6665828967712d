package org.aludel.type;

import org.aludel.error.MappingException;
import org.aludel.error.Problem;
import org.aludel.error.TypeCode;
import org.aludel.util.WholeText;

/** Looks at texts before a driver gets them. */
final class Sendable {
  private Sendable() {}

  /**
   * The text itself.
   *
   * @throws MappingException UNSENDABLE_TEXT for what the server refuses or the driver changes
   */
  static String text(String value) {
    int flaw = WholeText.flaw(value);
    if (flaw != WholeText.NONE) {
      throw new MappingException(
          Problem.of(
                  TypeCode.UNSENDABLE_TEXT,
                  "cannot write a text of " + value.length() + " characters")
              .found(WholeText.describe(value, flaw))
              .expected("whole characters other than NUL, as the server's texts have")
              .fix("remove the character, or store bytes in a bytea"));
    }
    return value;
  }
}
