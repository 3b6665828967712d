package org.aludel.migrations.rebuild;

import java.util.ArrayList;
import java.util.List;

/** A list as the server prints it: divided by commas that stand in no quotes and parentheses. */
final class ListText {
  private ListText() {}

  static List<String> split(String text) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    int depth = 0;
    char quote = 0;
    for (int at = 0; at < text.length(); at++) {
      char letter = text.charAt(at);
      if (quote != 0) {
        quote = letter == quote ? 0 : quote;
      } else if (letter == '\'' || letter == '"') {
        quote = letter;
      } else if (letter == '(' || letter == ')') {
        depth += letter == '(' ? 1 : -1;
      } else if (letter == ',' && depth == 0) {
        parts.add(part.toString().strip());
        part.setLength(0);
        continue;
      }
      part.append(letter);
    }
    parts.add(part.toString().strip());
    return parts;
  }
}
