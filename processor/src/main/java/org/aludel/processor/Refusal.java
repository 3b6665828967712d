package org.aludel.processor;

import javax.lang.model.element.Element;

/**
 * A fault in a mapped class, reported as a compile error at its element.
 *
 * @param element where
 * @param place class and member, as messages quote them
 */
record Refusal(Element element, String place, String found, String expected, String fix) {
  /** The text in the form of all messages. */
  String message() {
    return "ORM-MAP-INVALID-MAPPING: cannot map \""
        + place
        + "\"\n  Found:    "
        + found
        + "\n  Expected: "
        + expected
        + "\n  Fix:      "
        + fix;
  }
}
