package org.aludel.util;

/**
 * Text that a database can hold: without the NUL character, which PostgreSQL refuses, and without
 * half a surrogate pair, for which drivers silently send a question mark.
 */
public final class WholeText {
  /** What {@link #flaw} gives for text without one. */
  public static final int NONE = -1;

  private WholeText() {}

  /** The index of the first character that no database can hold, or {@link #NONE}. */
  public static int flaw(String text) {
    for (int index = 0; index < text.length(); index++) {
      char one = text.charAt(index);
      if (one == 0 || Character.isSurrogate(one)) {
        if (!isPair(text, index)) {
          return index;
        }
        index++;
      }
    }
    return NONE;
  }

  private static boolean isPair(String text, int index) {
    return index + 1 < text.length()
        && Character.isSurrogatePair(text.charAt(index), text.charAt(index + 1));
  }

  /** What is wrong at the index of a flaw, for messages. */
  public static String describe(String text, int flaw) {
    return (text.charAt(flaw) == 0 ? "the NUL character" : "half a surrogate pair")
        + " at index "
        + flaw;
  }

  /** The text with its flaws made visible, for messages. */
  public static String shown(String text) {
    StringBuilder shown = new StringBuilder(text);
    for (int flaw = flaw(text); flaw >= 0; flaw = flaw(shown.toString())) {
      shown.setCharAt(flaw, '\uFFFD');
    }
    return shown.toString();
  }
}
