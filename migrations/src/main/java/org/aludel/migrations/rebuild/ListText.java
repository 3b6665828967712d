package org.aludel.migrations.rebuild;

import java.util.ArrayList;
import java.util.List;

/** A list as the server prints it: divided by commas that stand in no quotes and parentheses. */
final class ListText {
  private final List<String> parts = new ArrayList<>();
  private final StringBuilder part = new StringBuilder();
  private int depth;
  private char quote;

  private ListText() {}

  static List<String> split(String text) {
    ListText list = new ListText();
    text.chars().forEach(letter -> list.read((char) letter));
    list.end();
    return list.parts;
  }

  private void read(char letter) {
    if (letter == ',' && depth == 0 && quote == 0) {
      end();
      return;
    }
    part.append(letter);
    if (quote != 0) {
      quote = letter == quote ? 0 : quote;
    } else if (letter == '\'' || letter == '"') {
      quote = letter;
    } else {
      depth += letter == '(' ? 1 : letter == ')' ? -1 : 0;
    }
  }

  private void end() {
    parts.add(part.toString().strip());
    part.setLength(0);
  }
}
