package org.aludel.migrations.compare;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.aludel.error.MigrationCode;
import org.aludel.error.Problem;
import org.aludel.error.UsageException;
import org.aludel.schema.QualifiedName;
import org.aludel.util.Suggestion;

/**
 * What the diff does not look at, on either side: {@code kind:glob} or {@code glob} for every kind,
 * held against the name and against the name with its schema or table; {@code *} and {@code ?} are
 * wild. An excluded table takes its columns, constraints, indexes and owned sequences with it.
 */
public final class Exclusions {
  private final List<Rule> rules;

  private Exclusions(List<Rule> rules) {
    this.rules = rules;
  }

  /** Nothing is left out. */
  public static Exclusions none() {
    return new Exclusions(List.of());
  }

  /**
   * Reads patterns such as {@code table:qrtz_*}.
   *
   * @throws UsageException MIG-INVALID-SETTING for a kind that is none
   */
  public static Exclusions of(List<String> patterns) {
    return new Exclusions(patterns.stream().map(Exclusions::rule).toList());
  }

  /** Whether the object is left out by its own name. */
  public boolean excludes(ObjectName object) {
    return rules.stream().anyMatch(rule -> rule.matches(object));
  }

  private static Rule rule(String text) {
    int colon = text.indexOf(':');
    String kind = colon < 0 ? "" : text.substring(0, colon).trim().toLowerCase(Locale.ROOT);
    Set<String> kinds =
        Arrays.stream(ObjectName.Kind.values())
            .map(ObjectName.Kind::word)
            .collect(Collectors.toSet());
    if (!kind.isEmpty() && !kinds.contains(kind) && !UNCOVERED_KINDS.contains(kind)) {
      throw new UsageException(
          Problem.of(MigrationCode.INVALID_SETTING, "cannot exclude \"" + text + "\"")
              .found("the kind \"" + kind + "\"" + Suggestion.phrase(kind, kinds))
              .expected("kind:pattern, where kind is one of " + kinds.stream().sorted().toList())
              .fix("-Dorm.exclude=table:qrtz_*"));
    }
    return new Rule(kind, glob(text.substring(colon + 1).trim()));
  }

  private static Pattern glob(String text) {
    StringBuilder regex = new StringBuilder();
    for (int at = 0; at < text.length(); at++) {
      char each = text.charAt(at);
      regex.append(each == '*' ? ".*" : each == '?' ? "." : Pattern.quote(String.valueOf(each)));
    }
    return Pattern.compile(regex.toString(), Pattern.DOTALL);
  }

  /** Kinds that the inspector reports and the diff does not treat. */
  private static final Set<String> UNCOVERED_KINDS =
      Set.of(
          "view",
          "materialized view",
          "function",
          "procedure",
          "aggregate",
          "trigger",
          "rule",
          "policy",
          "domain",
          "type",
          "statistics",
          "publication",
          "event trigger",
          "foreign table",
          "partition");

  private record Rule(String kind, Pattern pattern) {
    boolean matches(ObjectName object) {
      if (!kind.isEmpty() && !kind.equals(object.kind().word())) {
        return false;
      }
      QualifiedName name = object.object();
      return object.part().isEmpty()
          ? pattern.matcher(name.name()).matches() || pattern.matcher(name.toString()).matches()
          : pattern.matcher(object.part()).matches()
              || pattern.matcher(name.name() + "." + object.part()).matches()
              || pattern.matcher(object.text()).matches();
    }
  }
}
