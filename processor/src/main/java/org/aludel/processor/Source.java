package org.aludel.processor;

/** Source text under construction: lines with indentation that follows the braces. */
final class Source {
  private final StringBuilder text = new StringBuilder();
  private int depth;

  /**
   * Adds a line; one that begins with a closing brace stands further left, after an opening one
   * further right.
   */
  Source line(String line) {
    if (line.startsWith("}")) {
      depth--;
    }
    if (!line.isEmpty()) {
      text.append("  ".repeat(depth)).append(line);
    }
    text.append('\n');
    if (line.endsWith("{")) {
      depth++;
    }
    return this;
  }

  Source blank() {
    return line("");
  }

  @Override
  public String toString() {
    return text.toString();
  }

  /** A Java string literal. */
  static String literal(String value) {
    StringBuilder literal = new StringBuilder("\"");
    for (int index = 0; index < value.length(); index++) {
      char letter = value.charAt(index);
      if (letter == '"' || letter == '\\') {
        literal.append('\\').append(letter);
      } else if (letter < ' ' || letter > '~') {
        literal.append(String.format("\\u%04x", (int) letter));
      } else {
        literal.append(letter);
      }
    }
    return literal.append('"').toString();
  }
}
