package org.aludel.migrations.yaml;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the part of YAML in which files are usually written: block mappings and lists by
 * indentation, plain and quoted scalars on one line, literal blocks, flow collections on one line.
 * What goes beyond it is left to the library, which also says what is wrong with a file; what is
 * read here is read alike there, places included. A folder holds hundreds of files, and a young
 * process spends most of its time in the library's code before that is compiled.
 */
final class SubsetReader {
  private static final int DEEPEST = 20;
  private static final int LONGEST_KEY = 100;

  private final String file;
  private final String text;
  private final SubsetLines lines;
  private int depth;

  private SubsetReader(String file, String text) {
    this.file = file;
    this.text = text;
    this.lines = new SubsetLines(text);
  }

  /** The root, or null where the text goes beyond the subset. */
  static @Nullable YamlNode read(String file, String text) {
    if (!text.endsWith("\n") || !SubsetScalars.harmless(text)) {
      return null;
    }
    SubsetReader reader = new SubsetReader(file, text);
    reader.lines.advance();
    if (reader.lines.done() || reader.lines.indent() > 0) {
      return null;
    }
    YamlNode root = reader.block(0);
    return reader.lines.done() ? root : null;
  }

  private @Nullable YamlNode block(int indent) {
    if (++depth > DEEPEST) {
      return null;
    }
    YamlNode node = item(indent) ? sequence(indent) : mapping(indent);
    depth--;
    return node;
  }

  private boolean item(int indent) {
    int dash = lines.start() + indent;
    return text.startsWith("- ", dash) && dash + 2 < lines.end();
  }

  private @Nullable YamlNode mapping(int indent) {
    String at = lines.at(file, lines.start() + indent);
    List<YamlNode.Entry> entries = new ArrayList<>();
    while (!lines.done() && lines.indent() == indent) {
      int start = lines.start() + indent;
      int colon = colon(start);
      if (colon < 0) {
        return null;
      }
      String key = text.substring(start, colon);
      String keyAt = lines.at(file, start);
      YamlNode value = valueBehind(colon, indent);
      if (value == null || SubsetScalars.holds(entries, key)) {
        return null;
      }
      entries.add(new YamlNode.Entry(key, keyAt, value));
    }
    return !lines.done() && lines.indent() > indent ? null : new YamlNode.Mapping(entries, at);
  }

  private @Nullable YamlNode valueBehind(int colon, int indent) {
    if (colon + 1 < lines.end()) {
      return inline(colon + 2, indent);
    }
    lines.advance();
    return lines.done() || lines.indent() <= indent ? null : block(lines.indent());
  }

  private @Nullable YamlNode sequence(int indent) {
    String at = lines.at(file, lines.start() + indent);
    List<YamlNode> items = new ArrayList<>();
    while (!lines.done() && lines.indent() == indent && item(indent)) {
      int start = lines.start() + indent + 2;
      YamlNode item;
      if (colon(start) < 0) {
        item = inline(start, indent);
      } else {
        lines.indentTo(indent + 2);
        item = mapping(indent + 2);
      }
      if (item == null) {
        return null;
      }
      items.add(item);
    }
    return !lines.done() && lines.indent() >= indent ? null : new YamlNode.Sequence(items, at);
  }

  /** Where a key ends that begins here, or -1. */
  private int colon(int start) {
    int end = start;
    while (end < lines.end() && SubsetScalars.ofKey(text.charAt(end))) {
      end++;
    }
    boolean named = end > start && end - start < LONGEST_KEY && end < lines.end();
    if (!named || text.charAt(end) != ':') {
      return -1;
    }
    return end + 1 == lines.end() || text.charAt(end + 1) == ' ' ? end : -1;
  }

  /** A value that begins in the line of its key or dash. */
  private @Nullable YamlNode inline(int start, int indent) {
    if (start >= lines.end()) {
      return null;
    }
    if (text.charAt(start) == '|') {
      return literal(start, indent);
    }
    SubsetFlow flow = new SubsetFlow(file, text, lines);
    YamlNode value = flow.value(start);
    if (value == null || flow.end() != lines.end()) {
      return null;
    }
    lines.advance();
    return value;
  }

  private @Nullable YamlNode literal(int start, int indent) {
    String at = lines.at(file, start);
    boolean strip = text.startsWith("|-\n", start);
    if (!strip && !text.startsWith("|\n", start)) {
      return null;
    }
    String content = content(indent);
    if (content == null) {
      return null;
    }
    lines.advance();
    return new YamlNode.Scalar(strip ? content : content + "\n", false, at);
  }

  /** The lines of a block without the breaks at its end; the last line read is one of its own. */
  private @Nullable String content(int indent) {
    lines.raw();
    int column = lines.indent();
    if (lines.done() || column <= indent) {
      return null;
    }
    StringBuilder content = new StringBuilder();
    int breaks = 0;
    while (!lines.done()) {
      if (!lines.blank()) {
        if (lines.start() + lines.indent() == lines.end()) {
          return null;
        }
        if (lines.indent() < column) {
          lines.back();
          break;
        }
        content.append("\n".repeat(breaks)).append(text, lines.start() + column, lines.end());
        breaks = 0;
      }
      breaks++;
      lines.raw();
    }
    return content.toString();
  }
}
