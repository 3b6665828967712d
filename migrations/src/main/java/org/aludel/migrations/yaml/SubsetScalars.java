package org.aludel.migrations.yaml;

import java.util.List;

/** Which characters mean nothing to YAML where they stand. */
final class SubsetScalars {
  private static final String BESIDE_LETTERS = "_./()+=;<>$ -";
  private static final char LAST_OF_ASCII = 0x7E;
  private static final char FIRST_BEYOND = 0xA0;
  private static final char SURROGATES = 0xD800;

  private SubsetScalars() {}

  /** Whether each character is printable, counts as one and breaks no line but as itself. */
  static boolean harmless(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!harmless(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean harmless(char each) {
    if (each <= LAST_OF_ASCII) {
      return each >= ' ' || each == '\n';
    }
    return each >= FIRST_BEYOND && each < SURROGATES && each != 0x2028 && each != 0x2029;
  }

  /** Whether a plain scalar may begin with it. */
  static boolean first(char each) {
    return ofKey(each) || each == '/' || each == '(';
  }

  /** Whether it may stand inside a plain scalar. */
  static boolean plain(char each) {
    return ofKey(each) || BESIDE_LETTERS.indexOf(each) >= 0;
  }

  /** A letter, a digit or an underscore. */
  static boolean ofKey(char each) {
    return (each >= 'a' && each <= 'z')
        || (each >= 'A' && each <= 'Z')
        || (each >= '0' && each <= '9')
        || each == '_';
  }

  /** Whether a key is there already. */
  static boolean holds(List<YamlNode.Entry> entries, String key) {
    for (YamlNode.Entry entry : entries) {
      if (entry.key().equals(key)) {
        return true;
      }
    }
    return false;
  }
}
