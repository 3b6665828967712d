package org.aludel.migrations.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The things of two sides paired by name, sorted by it.
 *
 * @param databaseOnly without a counterpart in the model
 * @param modelOnly without a counterpart in the database
 */
record Matched<T>(List<Pair<T>> pairs, List<T> databaseOnly, List<T> modelOnly) {

  /** Two things of one name. */
  record Pair<T>(T database, T model) {}

  static <T, N extends Comparable<N>> Matched<T> byName(
      List<T> database, List<T> model, Function<T, N> name) {
    Map<N, T> found = index(database, name);
    Map<N, T> wanted = index(model, name);
    List<Pair<T>> pairs = new ArrayList<>();
    List<T> modelOnly = new ArrayList<>();
    wanted.forEach(
        (key, each) -> {
          T counterpart = found.remove(key);
          if (counterpart == null) {
            modelOnly.add(each);
          } else {
            pairs.add(new Pair<>(counterpart, each));
          }
        });
    return new Matched<>(pairs, List.copyOf(found.values()), modelOnly);
  }

  private static <T, N extends Comparable<N>> Map<N, T> index(List<T> things, Function<T, N> name) {
    Map<N, T> sorted = new TreeMap<>();
    things.forEach(each -> sorted.putIfAbsent(name.apply(each), each));
    return new LinkedHashMap<>(sorted);
  }
}
