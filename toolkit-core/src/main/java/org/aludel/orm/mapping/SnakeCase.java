package org.aludel.orm.mapping;

/** Names of classes and attributes as names of tables and columns. */
final class SnakeCase {
  private SnakeCase() {}

  /**
   * Lower case with underscores between words: {@code fullName} becomes {@code full_name}, {@code
   * URLPath} becomes {@code url_path}, digits stay with the word before them.
   */
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
