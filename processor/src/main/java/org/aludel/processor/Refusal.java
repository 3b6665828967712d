package org.aludel.processor;

import java.util.Locale;
import javax.lang.model.element.Element;

/**
 * A fault in a mapped class, reported as a compile error at its element, under the code that the
 * mapping would give it at run time.
 *
 * @param element where
 * @param heading code, class and member
 */
record Refusal(Element element, String heading, String found, String expected, String fix) {
  private static final String INVALID = "ORM-MAP-INVALID-MAPPING";
  private static final String NO_ID = "ORM-MAP-NO-ID";
  private static final String UNSUPPORTED = "ORM-MAP-UNSUPPORTED-ANNOTATION";

  /**
   * A class that cannot be stored as declared.
   *
   * @param place class and member, as messages quote them
   */
  static Refusal of(Element element, String place, String found, String expected, String fix) {
    return new Refusal(element, INVALID + ": cannot map \"" + place + "\"", found, expected, fix);
  }

  /** The same fault as that of a class without an id. */
  Refusal noId() {
    return withCode(NO_ID);
  }

  /** The same fault as that of an annotation that is not honoured. */
  Refusal unsupported() {
    return withCode(UNSUPPORTED);
  }

  private Refusal withCode(String code) {
    return new Refusal(element, heading.replace(INVALID, code), found, expected, fix);
  }

  /** The text in the form of all messages. */
  String message() {
    String code = heading.substring(0, heading.indexOf(':'));
    return heading
        + "\n  Found:    "
        + found
        + "\n  Expected: "
        + expected
        + "\n  Fix:      "
        + fix
        + "\n  More:     docs/errors.md#"
        + code.toLowerCase(Locale.ROOT);
  }
}
