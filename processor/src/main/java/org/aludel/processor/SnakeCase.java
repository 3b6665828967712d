package org.aludel.processor;

import java.util.Locale;

/**
 * Names of classes and attributes as names of tables and columns; the same rule as the mapping has
 * at run time, which a test of the core compares.
 */
final class SnakeCase {
  private SnakeCase() {}

  static String of(String name) {
    StringBuilder snake = new StringBuilder();
    for (int index = 0; index < name.length(); index++) {
      char letter = name.charAt(index);
      if (index > 0 && Character.isUpperCase(letter) && startsWord(name, index)) {
        snake.append('_');
      }
      snake.append(Character.toLowerCase(letter));
    }
    return snake.toString();
  }

  /** The name of a constant: {@code UserAccount} becomes {@code USER_ACCOUNT}. */
  static String constant(String name) {
    return of(name).toUpperCase(Locale.ROOT);
  }

  private static boolean startsWord(String name, int index) {
    char before = name.charAt(index - 1);
    if (before == '_') {
      return false;
    }
    boolean nextIsLower =
        index + 1 < name.length() && Character.isLowerCase(name.charAt(index + 1));
    return !Character.isUpperCase(before) || nextIsLower;
  }
}
