package org.aludel.processor;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/**
 * What is honoured, and how refusals are worded: the lines of the file {@code mapping-rules.txt},
 * which the mapping reads too at run time, so that both say the same of the same fault.
 */
final class MappingRules {
  private static final Map<String, String> LINES = lines();

  private MappingRules() {}

  private static Map<String, String> lines() {
    Map<String, String> lines = new HashMap<>();
    for (String line : text().split("\n")) {
      int colon = line.indexOf(':');
      if (colon > 0 && !line.startsWith("#")) {
        lines.put(line.substring(0, colon), line.substring(colon + 1).strip());
      }
    }
    return Map.copyOf(lines);
  }

  private static String text() {
    try (InputStream input = MappingRules.class.getResourceAsStream("mapping-rules.txt")) {
      return new String(Objects.requireNonNull(input).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException error) {
      throw new UncheckedIOException(error);
    }
  }

  /** The members that may differ from their default; null for what is not honoured at all. */
  static @Nullable Set<String> members(String annotation) {
    String members = LINES.get("honour " + annotation);
    return members == null ? null : Set.copyOf(Arrays.asList(members.split(" ")));
  }

  /** The annotations that mean something on an attribute of that kind. */
  static Set<String> placed(String kind) {
    return Set.copyOf(Arrays.asList(line("place " + kind).split(" ")));
  }

  /** The way out for an annotation that is refused as a whole. */
  static String remedy(String annotation) {
    return annotation.startsWith("javax.")
        ? line("refuse javax.*")
        : LINES.getOrDefault("refuse " + simple(annotation), line("refuse *"));
  }

  /** The way out for a member of an annotation that is honoured otherwise. */
  static String remedy(String annotation, String member) {
    String known = LINES.get("member " + member);
    return known == null ? filled(line("member *"), member, "@" + simple(annotation)) : known;
  }

  /** The way out for one value of a member that is honoured otherwise; null for a good value. */
  static @Nullable String remedy(String annotation, String member, String value) {
    return LINES.get("value " + simple(annotation) + "." + member + "=" + value);
  }

  /**
   * A fault of the file by name.
   *
   * @param place class and member, as messages quote them
   * @param values for the places in braces
   */
  static Refusal fault(String name, Element element, String place, String... values) {
    for (Refusal.Code code : Refusal.Code.values()) {
      String text = LINES.get("fault " + name + " " + code.name());
      if (text != null) {
        String[] parts = filled(text, values).split(" \\| ");
        return new Refusal(element, code, place, parts[0], parts[1], parts[2]);
      }
    }
    throw new IllegalArgumentException(name);
  }

  /** The name without package or outer class. */
  static String simple(String annotation) {
    return annotation.substring(annotation.lastIndexOf('.') + 1);
  }

  private static String line(String key) {
    return Objects.requireNonNull(LINES.get(key), key);
  }

  private static String filled(String text, String... values) {
    String filled = text;
    for (int index = 0; index < values.length; index++) {
      filled = filled.replace("{" + index + "}", values[index]);
    }
    return filled;
  }
}
