package org.aludel.migrations.config;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Objects that are left out, such as {@code table:qrtz_*}.
 *
 * @param kind one of {@link #KINDS}
 * @param glob a name, or {@code schema.name}; {@code *} stands for any text, {@code ?} for one
 *     character
 */
public record ObjectPattern(String kind, String glob) {
  /** The kinds of objects that can be left out. */
  public static final List<String> KINDS =
      List.of(
          "schema",
          "extension",
          "type",
          "sequence",
          "table",
          "column",
          "constraint",
          "index",
          "view");

  /** Whether an object is meant; its name is tried alone and behind its schema. */
  public boolean matches(String objectKind, String schema, String name) {
    if (!kind.equals(objectKind)) {
      return false;
    }
    Pattern pattern = Pattern.compile(expression());
    return pattern.matcher(name).matches() || pattern.matcher(schema + "." + name).matches();
  }

  private String expression() {
    StringBuilder expression = new StringBuilder();
    glob.codePoints()
        .forEach(
            each -> {
              switch (each) {
                case '*' -> expression.append(".*");
                case '?' -> expression.append('.');
                default -> expression.append(Pattern.quote(Character.toString(each)));
              }
            });
    return expression.toString();
  }
}
