package org.aludel.migrations.seed;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text of values separated by commas, with a header. Source: RFC 4180; as in PostgreSQL's COPY, a
 * field without quotes and without characters is NULL, and {@code ""} is the empty text.
 *
 * @param header names of columns
 * @param rows each as wide as the header
 */
record CsvText(List<String> header, List<List<@Nullable String>> rows) {
  /**
   * @param file what messages call it
   * @throws org.aludel.error.RevisionException SEED_FAILED with the line
   */
  static CsvText of(String file, String text) {
    List<List<@Nullable String>> lines = new Parser(file, text).lines();
    if (lines.isEmpty()) {
      throw SeedFault.in(file + ":1", "no header", "the names of the columns in the first line");
    }
    List<String> header = lines.get(0).stream().map(String::valueOf).toList();
    return new CsvText(header, lines.subList(1, lines.size()));
  }

  /** The values of one column from one row to another, for an array of the server. */
  @Nullable String[] column(int at, int from, int to) {
    @Nullable String[] values = new @Nullable String[to - from];
    for (int row = from; row < to; row++) {
      values[row - from] = rows.get(row).get(at);
    }
    return values;
  }

  /** Reads a text from its beginning to its end, once. */
  private static final class Parser {
    private final String file;
    private final String text;
    private int at;
    private int line = 1;

    Parser(String file, String text) {
      this.file = file;
      this.text = text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    List<List<@Nullable String>> lines() {
      List<List<@Nullable String>> lines = new ArrayList<>();
      while (at < text.length()) {
        int begin = line;
        List<@Nullable String> fields = fields();
        if (fields.size() == 1 && fields.get(0) == null) {
          continue;
        }
        if (!lines.isEmpty() && fields.size() != lines.get(0).size()) {
          throw SeedFault.in(
              file + ":" + begin,
              fields.size() + " fields",
              lines.get(0).size() + " fields, as the header has names");
        }
        lines.add(fields);
      }
      return lines;
    }

    private List<@Nullable String> fields() {
      List<@Nullable String> fields = new ArrayList<>();
      fields.add(field());
      while (at < text.length() && text.charAt(at) == ',') {
        at++;
        fields.add(field());
      }
      if (at < text.length() && text.charAt(at) == '\r') {
        at++;
      }
      if (at < text.length() && text.charAt(at) != '\n') {
        throw SeedFault.in(
            file + ":" + line, "text behind a quoted field", "a comma or the end of the line");
      }
      at++;
      line++;
      return fields;
    }

    private @Nullable String field() {
      if (at < text.length() && text.charAt(at) == '"') {
        return quoted();
      }
      int begin = at;
      while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
        at++;
      }
      return begin == at ? null : text.substring(begin, at);
    }

    private String quoted() {
      int begin = line;
      StringBuilder field = new StringBuilder();
      at++;
      while (at < text.length()) {
        char each = text.charAt(at++);
        boolean doubled = each == '"' && at < text.length() && text.charAt(at) == '"';
        if (each == '"' && !doubled) {
          return field.toString();
        }
        at += doubled ? 1 : 0;
        line += each == '\n' ? 1 : 0;
        field.append(each);
      }
      throw SeedFault.in(file + ":" + begin, "a quoted field without an end", "a quote behind it");
    }
  }
}
