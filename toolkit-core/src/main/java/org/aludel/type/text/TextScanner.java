package org.aludel.type.text;

import org.aludel.error.MappingException;
import org.aludel.error.Problem;
import org.aludel.error.TypeCode;
import org.jspecify.annotations.Nullable;

/** Walks over the text of an array, a range, a row or an hstore. Not thread-safe. */
final class TextScanner {
  private final String text;
  private final String what;
  private int at;

  /**
   * @param what is being read, for messages: {@code an array}
   */
  TextScanner(String text, String what) {
    this.text = text;
    this.what = what;
  }

  boolean atEnd() {
    return at >= text.length();
  }

  /** The next character, or NUL at the end, which no text of the server holds. */
  char peek() {
    return atEnd() ? '\0' : text.charAt(at);
  }

  char next() {
    if (atEnd()) {
      throw unreadable(what, text);
    }
    return text.charAt(at++);
  }

  boolean take(char one) {
    boolean there = peek() == one;
    if (there) {
      at++;
    }
    return there;
  }

  void expect(char one) {
    if (!take(one)) {
      throw unreadable(what, text);
    }
  }

  void skipSpaces() {
    while (peek() == ' ') {
      at++;
    }
  }

  void requireEnd() {
    if (!atEnd()) {
      throw unreadable(what, text);
    }
  }

  /** What stands before one of the stops, as it is. */
  String until(String stops) {
    int start = at;
    while (!atEnd() && stops.indexOf(peek()) < 0) {
      at++;
    }
    return text.substring(start, at);
  }

  /** A text in double quotes; inside, a backslash or a second quote keeps what follows. */
  String quoted() {
    expect('"');
    int start = at;
    int end = start;
    while (end < text.length() && text.charAt(end) != '"' && text.charAt(end) != '\\') {
      end++;
    }
    at = end;
    StringBuilder value = new StringBuilder().append(text, start, end);
    while (true) {
      char one = next();
      if (one == '\\') {
        value.append(next());
      } else if (one == '"' && !take('"')) {
        return value.toString();
      } else {
        value.append(one);
      }
    }
  }

  static void quote(StringBuilder text, String value) {
    text.append('"');
    for (int index = 0; index < value.length(); index++) {
      char one = value.charAt(index);
      if (one == '"' || one == '\\') {
        text.append('\\');
      }
      text.append(one);
    }
    text.append('"');
  }

  static MappingException unreadable(String what, String text) {
    return unreadable(what, text, null);
  }

  static MappingException unreadable(String what, String text, @Nullable Throwable cause) {
    return new MappingException(
        Problem.of(TypeCode.UNREADABLE_VALUE, "cannot read " + what)
            .found("\"" + text + "\"")
            .expected("the text that the server writes for it, with DateStyle ISO")
            .fix("read the column as text: cast it in SQL, or map it as a String"),
        cause);
  }
}
