package org.aludel.migrations.yaml;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a value that stands on one line: a plain or quoted scalar, a list, a mapping. */
final class SubsetFlow {
  private static final int DEEPEST = 20;
  private final String file;
  private final String text;
  private final SubsetLines lines;
  private int position;
  private int depth;

  SubsetFlow(String file, String text, SubsetLines lines) {
    this.file = file;
    this.text = text;
    this.lines = lines;
  }

  /** The value that begins here, or null where it goes beyond the subset. */
  @Nullable YamlNode value(int start) {
    position = start;
    return value();
  }

  /** Where the value ended. */
  int end() {
    return position;
  }

  private @Nullable YamlNode value() {
    char first = here();
    if (first == '"') {
      return quoted();
    }
    if (first != '[' && first != '{') {
      return plain();
    }
    String at = lines.at(file, position);
    position++;
    if (++depth > DEEPEST) {
      return null;
    }
    YamlNode node = first == '[' ? sequence(at) : mapping(at);
    depth--;
    return node;
  }

  /** The character, or a line break behind the last one. */
  private char here() {
    return position < lines.end() ? text.charAt(position) : '\n';
  }

  private @Nullable YamlNode plain() {
    int start = position;
    if (!SubsetScalars.first(here())) {
      return null;
    }
    while (position < lines.end() && SubsetScalars.plain(text.charAt(position))) {
      position++;
    }
    return text.charAt(position - 1) == ' '
        ? null
        : new YamlNode.Scalar(text.substring(start, position), true, lines.at(file, start));
  }

  private @Nullable YamlNode quoted() {
    String at = lines.at(file, position);
    StringBuilder content = new StringBuilder();
    position++;
    int from = position;
    while (here() != '"') {
      if (here() == '\\') {
        content.append(text, from, position);
        position++;
        int escape = "\"\\nrt".indexOf(here());
        if (escape < 0) {
          return null;
        }
        content.append("\"\\\n\r\t".charAt(escape));
        from = position + 1;
      } else if (here() == '\n') {
        return null;
      }
      position++;
    }
    content.append(text, from, position);
    position++;
    return new YamlNode.Scalar(content.toString(), false, at);
  }

  private @Nullable YamlNode sequence(String at) {
    List<YamlNode> items = new ArrayList<>();
    boolean more = !closed(']');
    while (more) {
      YamlNode item = value();
      if (item == null) {
        return null;
      }
      items.add(item);
      if (closed(']')) {
        more = false;
      } else if (!comma()) {
        return null;
      }
    }
    return new YamlNode.Sequence(items, at);
  }

  private @Nullable YamlNode mapping(String at) {
    List<YamlNode.Entry> entries = new ArrayList<>();
    boolean more = !closed('}');
    while (more) {
      YamlNode.Entry entry = entry();
      if (entry == null || SubsetScalars.holds(entries, entry.key())) {
        return null;
      }
      entries.add(entry);
      if (closed('}')) {
        more = false;
      } else if (!comma()) {
        return null;
      }
    }
    return new YamlNode.Mapping(entries, at);
  }

  private YamlNode.@Nullable Entry entry() {
    int start = position;
    while (SubsetScalars.ofKey(here())) {
      position++;
    }
    if (position == start || !text.startsWith(": ", position)) {
      return null;
    }
    String key = text.substring(start, position);
    position += 2;
    YamlNode value = value();
    return value == null ? null : new YamlNode.Entry(key, lines.at(file, start), value);
  }

  private boolean closed(char bracket) {
    boolean closed = here() == bracket;
    position += closed ? 1 : 0;
    return closed;
  }

  private boolean comma() {
    boolean comma = here() == ',';
    position += comma ? 1 : 0;
    position += comma && here() == ' ' ? 1 : 0;
    return comma;
  }
}
