package org.aludel.type.text;

import java.util.Map;
import java.util.TreeMap;

/**
 * JSON in one spelling: without blanks, the keys of objects in order. Numbers and the escapes of
 * strings stay as written. Source: RFC 8259.
 */
public final class JsonText {
  private final String text;
  private int at;

  private JsonText(String text) {
    this.text = text;
  }

  /**
   * The canonical spelling; the text itself where it is no JSON, since the server will say so.
   *
   * @param text of any length; objects and arrays nest at most 1,000 deep, as libraries allow
   */
  public static String canonical(String text) {
    JsonText scanner = new JsonText(text);
    try {
      String value = scanner.value(0);
      scanner.blanks();
      return scanner.at == text.length() ? value : text;
    } catch (MalformedJson malformed) {
      return text;
    }
  }

  /** Thrown inside the scanner alone. */
  private static final class MalformedJson extends RuntimeException {
    private static final long serialVersionUID = 1;

    MalformedJson() {
      super(null, null, false, false);
    }
  }

  private static final int DEEPEST = 1_000;

  private String value(int depth) {
    if (depth > DEEPEST) {
      throw new MalformedJson();
    }
    blanks();
    return switch (peek()) {
      case '{' -> object(depth);
      case '[' -> array(depth);
      case '"' -> string();
      default -> word();
    };
  }

  private String object(int depth) {
    Map<String, String> members = new TreeMap<>();
    at++;
    blanks();
    while (peek() != '}') {
      String key = string();
      expect(':');
      members.put(key, value(depth + 1));
      separator('}');
    }
    at++;
    StringBuilder object = new StringBuilder("{");
    members.forEach(
        (key, value) ->
            object.append(object.length() == 1 ? "" : ",").append(key).append(':').append(value));
    return object.append('}').toString();
  }

  private String array(int depth) {
    StringBuilder array = new StringBuilder("[");
    at++;
    blanks();
    while (peek() != ']') {
      array.append(array.length() == 1 ? "" : ",").append(value(depth + 1));
      separator(']');
    }
    at++;
    return array.append(']').toString();
  }

  /** Steps over a comma, behind which something must follow. */
  private void separator(char end) {
    blanks();
    if (peek() == end) {
      return;
    }
    expect(',');
    blanks();
    if (peek() == end) {
      throw new MalformedJson();
    }
  }

  private String string() {
    int start = at;
    expect('"');
    while (peek() != '"') {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    at++;
    return text.substring(start, at);
  }

  private String word() {
    int start = at;
    while (at < text.length() && ",]} \t\n\r:".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    if (start == at) {
      throw new MalformedJson();
    }
    return text.substring(start, at);
  }

  private void expect(char wanted) {
    blanks();
    if (peek() != wanted) {
      throw new MalformedJson();
    }
    at++;
  }

  private char peek() {
    if (at >= text.length()) {
      throw new MalformedJson();
    }
    return text.charAt(at);
  }

  private void blanks() {
    while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }
}
