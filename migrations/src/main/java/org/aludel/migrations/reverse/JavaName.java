package org.aludel.migrations.reverse;

import java.util.Locale;
import java.util.Set;
import javax.lang.model.SourceVersion;

/** Names of the database as names of Java. */
final class JavaName {
  /** Getters of every object; an attribute named so would override one. */
  private static final Set<String> OF_OBJECTS = Set.of("class");

  private JavaName() {}

  /** Camel case with a small first letter: {@code user_account} becomes {@code userAccount}. */
  static String ofAttribute(String name) {
    String camel = camel(name);
    String small = camel.substring(0, 1).toLowerCase(Locale.ROOT) + camel.substring(1);
    return usable(small) && !OF_OBJECTS.contains(small) ? small : small + "Value";
  }

  /** Camel case with a capital: {@code user_account} becomes {@code UserAccount}. */
  static String ofClass(String name) {
    return capital(camel(name));
  }

  static String capital(String name) {
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  /** Whether it can stand as a name in Java. */
  static boolean usable(String name) {
    return SourceVersion.isIdentifier(name) && !SourceVersion.isKeyword(name) && !name.equals("_");
  }

  /** Each word with a capital; what is no part of an identifier separates words. */
  private static String camel(String name) {
    StringBuilder camel = new StringBuilder();
    boolean start = false;
    for (int at = 0; at < name.length(); at++) {
      char letter = name.charAt(at);
      boolean separates = letter == '_' || !Character.isJavaIdentifierPart(letter);
      if (!separates) {
        camel.append(start ? Character.toUpperCase(letter) : letter);
      }
      start = separates && camel.length() > 0;
    }
    String text = camel.toString();
    return text.isEmpty() || !Character.isJavaIdentifierStart(text.charAt(0)) ? "x" + text : text;
  }

  /** The column or table that the mapping derives from a name, in its rule of snake case. */
  static String snake(String name) {
    StringBuilder snake = new StringBuilder();
    for (int at = 0; at < name.length(); at++) {
      char letter = name.charAt(at);
      if (at > 0 && Character.isUpperCase(letter) && startsWord(name, at)) {
        snake.append('_');
      }
      snake.append(Character.toLowerCase(letter));
    }
    return snake.toString();
  }

  private static boolean startsWord(String name, int at) {
    char before = name.charAt(at - 1);
    boolean small = at + 1 < name.length() && Character.isLowerCase(name.charAt(at + 1));
    return before != '_' && (!Character.isUpperCase(before) || small);
  }

  /** A text as a literal of Java. */
  static String literal(String text) {
    StringBuilder literal = new StringBuilder("\"");
    for (int at = 0; at < text.length(); at++) {
      char letter = text.charAt(at);
      switch (letter) {
        case '"' -> literal.append("\\\"");
        case '\\' -> literal.append("\\\\");
        case '\n' -> literal.append("\\n");
        case '\r' -> literal.append("\\r");
        case '\t' -> literal.append("\\t");
        default -> {
          if (letter < ' ' || letter > '~') {
            literal.append(String.format(Locale.ROOT, "\\u%04x", (int) letter));
          } else {
            literal.append(letter);
          }
        }
      }
    }
    return literal.append('"').toString();
  }
}
