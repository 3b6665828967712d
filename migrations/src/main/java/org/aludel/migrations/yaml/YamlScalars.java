package org.aludel.migrations.yaml;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * How a text is written as a YAML scalar so that each reader gives back the same text. Quoting is
 * generous: a plain scalar holds letters, digits and a few signs that mean nothing to YAML.
 */
public final class YamlScalars {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z_/(][A-Za-z0-9_./()+=;<>$ -]*");

  /** What each reader reads as it stands, without a reader being asked. */
  private static final Pattern STANDS = Pattern.compile("true|false|0|[1-9][0-9]{0,8}");

  /** What no word or number begins with that YAML 1.1 reads as something else. */
  private static final Pattern TEXT_BY_ITS_FIRST = Pattern.compile("[^-+.0-9~<=!&* yntfoYNTFO]");

  private YamlScalars() {}

  /** The scalar without quotes where YAML 1.1 reads the same text from it, else in quotes. */
  public static String write(String text) {
    return PLAIN.matcher(text).matches() && !text.endsWith(" ") && isText(text)
        ? text
        : quoted(text);
  }

  /** The scalar in double quotes, always on one line. */
  public static String quoted(String text) {
    StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      i += Character.charCount(codePoint);
      switch (codePoint) {
        case '"' -> quoted.append("\\\"");
        case '\\' -> quoted.append("\\\\");
        case '\n' -> quoted.append("\\n");
        case '\r' -> quoted.append("\\r");
        case '\t' -> quoted.append("\\t");
        default -> append(quoted, codePoint);
      }
    }
    return quoted.append('"').toString();
  }

  private static void append(StringBuilder quoted, int codePoint) {
    if (safe(codePoint)) {
      quoted.appendCodePoint(codePoint);
    } else {
      quoted.append(String.format("\\u%04x", codePoint));
    }
  }

  /** Printable, and no line break of YAML 1.1 (which counts U+0085, U+2028 and U+2029). */
  private static boolean safe(int codePoint) {
    return StreamReader.isPrintable(codePoint)
        && codePoint != 0x85
        && codePoint != 0x2028
        && codePoint != 0x2029
        && codePoint != 0xFEFF;
  }

  /**
   * The lines of a literal block (the header such as {@code |-} first, the content indented), or
   * empty when only quotes keep the text: it is empty, or holds characters that a block cannot.
   *
   * @param indent spaces before each line of content
   */
  public static Optional<String> literal(String text, int indent) {
    String body = text.stripTrailing();
    String trailing = text.substring(body.length());
    boolean lineBreaksOnly = trailing.equals("\n".repeat(trailing.length()));
    if (body.isEmpty() || !lineBreaksOnly || !body.codePoints().allMatch(YamlScalars::inBlock)) {
      return Optional.empty();
    }
    StringBuilder block = new StringBuilder("|").append(hint(text)).append(chomping(trailing));
    for (String line : (body + trailing.replaceFirst("\n", "")).split("\n", -1)) {
      block.append('\n').append(line.isEmpty() ? "" : " ".repeat(indent) + line);
    }
    return Optional.of(block.toString());
  }

  private static boolean inBlock(int codePoint) {
    return codePoint == '\n' || (safe(codePoint) && codePoint != '\r');
  }

  /** What tells a reader how many line breaks end the text. */
  private static String chomping(String trailing) {
    if (trailing.isEmpty()) {
      return "-";
    }
    return trailing.length() == 1 ? "" : "+";
  }

  /** A first line that begins with a space or is empty hides the indentation; say it. */
  private static String hint(String text) {
    return text.startsWith(" ") || text.startsWith("\n") || text.startsWith("\t") ? "2" : "";
  }

  /** The text in a comment: control characters and odd line breaks are written out. */
  public static List<String> comment(String text) {
    StringBuilder lines = new StringBuilder();
    text.codePoints()
        .forEach(
            each -> {
              if (each == '\n' || each == '\t') {
                lines.appendCodePoint(each);
              } else {
                append(lines, each);
              }
            });
    return lines.toString().lines().map(String::stripTrailing).toList();
  }

  /**
   * What a reader that types plain scalars makes of one, where that differs from what was written:
   * {@code 7} for {@code 007}, {@code false} for {@code no}.
   */
  public static Optional<String> retyped(YamlNode.Scalar scalar) {
    if (!scalar.plain() || STANDS.matcher(scalar.text()).matches() || isText(scalar.text())) {
      return Optional.empty();
    }
    String read = typed(scalar.text());
    return read.equals(scalar.text()) ? Optional.empty() : Optional.of(read);
  }

  private static String typed(String plain) {
    try {
      Object value = new Yaml(new SafeConstructor(new LoaderOptions())).load(plain);
      return value == null ? "nothing" : value.toString();
    } catch (YAMLException e) {
      return "an error (" + e.getMessage() + ")";
    }
  }

  /** Whether YAML 1.1 reads a plain scalar as text. */
  static boolean isText(String plain) {
    return TEXT_BY_ITS_FIRST.matcher(plain).lookingAt() || isTextToTheLibrary(plain);
  }

  static boolean isTextToTheLibrary(String plain) {
    return Typing.YAML_1_1.resolve(NodeId.scalar, plain, true).equals(Tag.STR);
  }

  /** Made where it is needed, for most scalars need no look. */
  private static final class Typing {
    private static final Resolver YAML_1_1 = new Resolver();
  }
}
