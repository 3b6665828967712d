package org.aludel.migrations.extension;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.aludel.error.MigrationCode;
import org.aludel.error.Problem;
import org.aludel.error.UsageException;
import org.aludel.util.Suggestion;

/**
 * Which comparators are heard: Aludel's own by their {@link Aspect} and those of users. Immutable.
 *
 * @param own in the order in which they are asked
 * @param silent names of those that are not heard
 */
public record Comparators(List<SchemaComparator> own, Set<String> silent) {
  private static final Comparator<SchemaComparator> ORDER =
      Comparator.comparingInt(SchemaComparator::priority).thenComparing(SchemaComparator::name);

  public Comparators {
    own = List.copyOf(own);
    silent = Set.copyOf(silent);
  }

  /** All of Aludel's and none besides. */
  public static Comparators standard() {
    return new Comparators(List.of(), Set.of());
  }

  /**
   * Chooses by patterns such as {@code aludel.*} and {@code ~acme.cron}: heard is what a pattern
   * matches and no pattern with {@code ~} does; with those alone, all others.
   *
   * @throws UsageException INVALID_SETTING for a pattern that matches nothing, and for two
   *     comparators of one name
   */
  public static Comparators of(List<SchemaComparator> given, List<String> patterns) {
    Set<String> known = new LinkedHashSet<>(Aspect.comparators());
    for (SchemaComparator each : given) {
      if (!known.add(each.name())) {
        throw taken(each.name());
      }
    }
    Set<String> silent = new LinkedHashSet<>();
    List<String> wanted = patterns.stream().filter(each -> !each.startsWith("~")).toList();
    if (!wanted.isEmpty()) {
      silent.addAll(known);
      wanted.forEach(each -> silent.removeAll(matches(each, known)));
    }
    patterns.stream()
        .filter(each -> each.startsWith("~"))
        .forEach(each -> silent.addAll(matches(each.substring(1), known)));
    List<SchemaComparator> heard = new ArrayList<>(given);
    heard.removeIf(each -> silent.contains(each.name()));
    heard.sort(ORDER);
    return new Comparators(heard, silent);
  }

  /** Whether Aludel's comparator of an aspect is heard. */
  public boolean hears(Aspect aspect) {
    return !silent.contains(aspect.comparator());
  }

  /** Asks a comparator about a pair. */
  public ComparatorAnswer ask(SchemaComparator comparator, ComparedPair pair) {
    return ExtensionCall.ask(comparator, pair.name(), () -> comparator.compare(pair));
  }

  private static Set<String> matches(String pattern, Set<String> known) {
    Pattern regex = Pattern.compile(Pattern.quote(pattern).replace("*", "\\E.*\\Q"));
    Set<String> matched = new LinkedHashSet<>(known);
    matched.removeIf(each -> !regex.matcher(each).matches());
    if (matched.isEmpty()) {
      throw new UsageException(
          Problem.of(
                  MigrationCode.INVALID_SETTING,
                  "cannot choose the comparators \"" + pattern + "\"")
              .found("no comparator of that name" + Suggestion.phrase(pattern, known))
              .expected("one of " + String.join(", ", known) + ", or a pattern with *")
              .fix("correct \"comparators\" in aludel.yaml, or add the plugin's jar"));
    }
    return matched;
  }

  private static UsageException taken(String name) {
    return new UsageException(
        Problem.of(MigrationCode.INVALID_SETTING, "cannot use the comparator \"" + name + "\"")
            .found("two comparators of that name")
            .expected("names of their own; those that begin with \"aludel.\" are taken")
            .fix("rename one, or add its plugin once"));
  }
}
