package org.aludel.migrations.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.UncoveredObject;

/**
 * What the diff does not look at, on either side: a kind and a pattern, held against the name and
 * against the name with its schema or table; {@code *} and {@code ?} are wild. An excluded table
 * takes its columns, constraints, indexes and owned sequences with it. Immutable.
 */
public final class Exclusions {
  private final List<Rule> rules;

  private Exclusions(List<Rule> rules) {
    this.rules = List.copyOf(rules);
  }

  /** Nothing is left out. */
  public static Exclusions none() {
    return new Exclusions(List.of());
  }

  /**
   * The same and more.
   *
   * @param kind as the setting {@code exclude} has it, where {@code type} is any kind of type
   * @param glob such as {@code qrtz_*}
   */
  public Exclusions and(String kind, String glob) {
    List<Rule> more = new ArrayList<>(rules);
    more.add(new Rule(kind, glob(glob)));
    return new Exclusions(more);
  }

  /**
   * Whether the object is left out by its own name.
   *
   * @param defaultSchema of names without a schema
   */
  boolean excludes(ObjectName object, String defaultSchema) {
    List<String> owners = spellings(object.object(), defaultSchema);
    if (object.part().isEmpty()) {
      return excludes(object.word(), owners);
    }
    boolean overloaded = object.kind().isOverloaded();
    return excludes(
        object.word(),
        Stream.concat(
                overloaded ? owners.stream() : Stream.of(object.part()),
                owners.stream()
                    .map(
                        each ->
                            overloaded
                                ? each + "(" + object.part() + ")"
                                : each + "." + object.part()))
            .toList());
  }

  /** Whether an object that is only mentioned is left out; a materialized view is a view here. */
  boolean excludes(UncoveredObject object, String defaultSchema) {
    String kind = object.kind().substring(object.kind().lastIndexOf(' ') + 1);
    return excludes(kind, spellings(object.name(), defaultSchema));
  }

  /** Whether a table is left out by its own name. */
  public boolean excludesTable(QualifiedName table, String defaultSchema) {
    return excludes("table", spellings(table, defaultSchema));
  }

  private boolean excludes(String kind, List<String> spellings) {
    return rules.stream()
        .filter(rule -> rule.kind().equals(kind))
        .anyMatch(
            rule -> spellings.stream().anyMatch(each -> rule.pattern().matcher(each).matches()));
  }

  private static List<String> spellings(QualifiedName name, String defaultSchema) {
    String schema = name.schema() == null ? defaultSchema : name.schema();
    return List.of(name.name(), schema + "." + name.name());
  }

  private static Pattern glob(String text) {
    StringBuilder regex = new StringBuilder();
    for (int at = 0; at < text.length(); at++) {
      char each = text.charAt(at);
      regex.append(each == '*' ? ".*" : each == '?' ? "." : Pattern.quote(String.valueOf(each)));
    }
    return Pattern.compile(regex.toString(), Pattern.DOTALL);
  }

  private record Rule(String kind, Pattern pattern) {}
}
