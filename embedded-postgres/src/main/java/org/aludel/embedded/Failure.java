package org.aludel.embedded;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * One failure in the form that the toolkit uses everywhere (code, what, found, expected, fix,
 * page), as an SQLException because this module knows JDBC only.
 */
record Failure(
    EmbeddedCode code,
    String what,
    @Nullable String found,
    @Nullable String expected,
    @Nullable String fix) {

  static Failure of(EmbeddedCode code, String what) {
    return new Failure(code, what, null, null, null);
  }

  Failure found(String text) {
    return new Failure(code, what, text, expected, fix);
  }

  Failure expected(String text) {
    return new Failure(code, what, found, text, fix);
  }

  Failure fix(String text) {
    return new Failure(code, what, found, expected, text);
  }

  SQLException toException() {
    return toException(null);
  }

  SQLException toException(@Nullable Throwable cause) {
    return new SQLException(message(), code.sqlState(), cause);
  }

  private String message() {
    StringBuilder text = new StringBuilder(code.id()).append(": ").append(what);
    line(text, "Found:    ", found);
    line(text, "Expected: ", expected);
    line(text, "Fix:      ", fix);
    line(text, "More:     ", code.page());
    return text.toString();
  }

  private static void line(StringBuilder text, String label, @Nullable String part) {
    if (part != null) {
      text.append("\n  ").append(label).append(part.replace("\n", "\n            "));
    }
  }
}
