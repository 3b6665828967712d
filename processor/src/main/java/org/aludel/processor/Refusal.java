package org.aludel.processor;

import java.util.Locale;
import javax.annotation.processing.Messager;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic;

/**
 * A fault in a mapped class, reported as a compile error at its element, under the code that the
 * mapping would give it at run time.
 *
 * @param element where
 * @param place class and member, as messages quote them
 */
record Refusal(
    Element element, Code code, String place, String found, String expected, String fix) {

  /** As {@code org.aludel.error.MappingCode} names them. */
  enum Code {
    NO_ID,
    UNSUPPORTED_ANNOTATION,
    INVALID_MAPPING;

    /** As messages print it. */
    String id() {
      return "ORM-MAP-" + name().replace('_', '-');
    }
  }

  /** A class that cannot be used as declared, for a reason that only generated code has. */
  static Refusal of(Element element, String place, String found, String expected, String fix) {
    return new Refusal(element, Code.INVALID_MAPPING, place, found, expected, fix);
  }

  /** The text in the form of all messages. */
  String message() {
    return code.id()
        + ": cannot map \""
        + place
        + "\"\n  Found:    "
        + found
        + "\n  Expected: "
        + expected
        + "\n  Fix:      "
        + fix
        + "\n  More:     docs/errors.md#"
        + code.id().toLowerCase(Locale.ROOT);
  }

  /** Makes it an error of the compilation, at the place where the fault was written. */
  void report(Messager messager) {
    messager.printMessage(Diagnostic.Kind.ERROR, message(), OverriddenField.origin(element));
  }
}
