package org.aludel.migrations.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.aludel.schema.ConstraintName;

/**
 * Named things of two sides paired by what they are: first those with equal name and content, then
 * by content alone. Of a pair with different names the name counts where a person gave it.
 *
 * @param pairs equal but for the name, in the order of the model
 * @param databaseOnly by name
 * @param modelOnly in the order of the model
 */
record ContentMatch<T>(List<Pair<T>> pairs, List<T> databaseOnly, List<T> modelOnly) {

  /** Two things of equal content. */
  record Pair<T>(T database, T model) {}

  static <T> ContentMatch<T> of(
      List<T> database, List<T> model, Function<T, ConstraintName> name, Function<T, ?> content) {
    List<T> free =
        database.stream()
            .sorted(Comparator.comparing(each -> name.apply(each).text()))
            .collect(Collectors.toCollection(ArrayList::new));
    List<Pair<T>> pairs = new ArrayList<>();
    List<T> unnamed = new ArrayList<>();
    for (T wanted : model) {
      take(free, each -> sameName(name, each, wanted) && sameContent(content, each, wanted))
          .ifPresentOrElse(
              found -> pairs.add(new Pair<>(found, wanted)), () -> unnamed.add(wanted));
    }
    List<T> modelOnly = new ArrayList<>();
    for (T wanted : unnamed) {
      take(free, each -> sameContent(content, each, wanted))
          .ifPresentOrElse(
              found -> pairs.add(new Pair<>(found, wanted)), () -> modelOnly.add(wanted));
    }
    return new ContentMatch<>(pairs, free, modelOnly).withoutSwaps(name);
  }

  /**
   * A name that another pair gives up in the same step is not free when it is needed; such a pair
   * is dropped and created instead of renamed.
   */
  private ContentMatch<T> withoutSwaps(Function<T, ConstraintName> name) {
    Set<String> leaving = new HashSet<>();
    for (Pair<T> pair : pairs) {
      if (renamed(pair, name)) {
        leaving.add(name.apply(pair.database()).text());
      }
    }
    List<Pair<T>> kept = new ArrayList<>();
    List<T> dropped = new ArrayList<>(databaseOnly);
    List<T> created = new ArrayList<>(modelOnly);
    for (Pair<T> pair : pairs) {
      if (renamed(pair, name) && leaving.contains(name.apply(pair.model()).text())) {
        dropped.add(pair.database());
        created.add(pair.model());
      } else {
        kept.add(pair);
      }
    }
    return new ContentMatch<>(List.copyOf(kept), List.copyOf(dropped), List.copyOf(created));
  }

  /** Whether the names of a pair differ and the model's was given by a person. */
  static <T> boolean renamed(Pair<T> pair, Function<T, ConstraintName> name) {
    ConstraintName wanted = name.apply(pair.model());
    return wanted.given() && !wanted.text().equals(name.apply(pair.database()).text());
  }

  private static <T> Optional<T> take(List<T> free, Predicate<T> fits) {
    Optional<T> found = free.stream().filter(fits).findFirst();
    found.ifPresent(free::remove);
    return found;
  }

  private static <T> boolean sameName(Function<T, ConstraintName> name, T one, T other) {
    return name.apply(one).text().equals(name.apply(other).text());
  }

  private static <T> boolean sameContent(Function<T, ?> content, T one, T other) {
    return content.apply(one).equals(content.apply(other));
  }
}
