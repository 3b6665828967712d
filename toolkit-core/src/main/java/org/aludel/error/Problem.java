package org.aludel.error;

import org.jspecify.annotations.Nullable;

/**
 * One failure as a person should read it: what could not be done to which object, what was found,
 * what was expected, and the way out.
 *
 * <pre>{@code
 * Problem.of(MigrationCode.MULTIPLE_HEADS, "cannot upgrade to \"head\": there are 2 heads")
 *     .found("4f1c2a \"add orders\", 9be07d \"add invoices\"")
 *     .expected("one head, or a target that names one")
 *     .fix("mvn orm:upgrade -Dorm.to=4f1c2a")
 * }</pre>
 *
 * Immutable. Parts that were not given are left out of {@link #message()}.
 */
public record Problem(
    ErrorCode code,
    String what,
    @Nullable String found,
    @Nullable String expected,
    @Nullable String fix) {

  /** A problem without details; {@code what} names the object in double quotes. */
  public static Problem of(ErrorCode code, String what) {
    return new Problem(code, what, null, null, null);
  }

  /** The same problem, saying what is there. */
  public Problem found(String text) {
    return new Problem(code, what, text, expected, fix);
  }

  /** The same problem, saying what should be there. */
  public Problem expected(String text) {
    return new Problem(code, what, found, text, fix);
  }

  /** The same problem, saying what to do. */
  public Problem fix(String text) {
    return new Problem(code, what, found, expected, text);
  }

  /** The whole text, several lines, without a line break at the end. */
  public String message() {
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
