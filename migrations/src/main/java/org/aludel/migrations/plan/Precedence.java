package org.aludel.migrations.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Which operation must stand behind which others, by their footprints. */
final class Precedence {
  private final List<Footprint> footprints;
  private final List<Set<Integer>> dependencies = new ArrayList<>();

  private Precedence(List<Footprint> footprints) {
    this.footprints = footprints;
    footprints.forEach(each -> dependencies.add(new TreeSet<>()));
  }

  /** For each position the positions that come before it. */
  static List<Set<Integer>> of(List<Footprint> footprints) {
    Precedence precedence = new Precedence(footprints);
    precedence.resources();
    precedence.names();
    return precedence.dependencies;
  }

  private void resources() {
    Map<Resource, List<Integer>> creators = index(Footprint::creates);
    Map<Resource, List<Integer>> droppers = index(Footprint::drops);
    Map<Resource, List<Integer>> alterers = index(Footprint::alters);
    Map<Resource, List<Integer>> users = index(Footprint::uses);
    Map<Resource, List<Integer>> releasers = index(Footprint::releases);
    Map<Resource, List<Integer>> first = index(Footprint::precedes);
    order(creators, first);
    order(creators, alterers);
    order(creators, users);
    order(first, releasers);
    order(first, alterers);
    order(first, users);
    order(releasers, alterers);
    order(releasers, droppers);
    order(alterers, users);
    order(alterers, droppers);
    order(droppers, creators);
    chain(alterers);
    chain(first);
  }

  private void names() {
    order(index(Footprint::frees), index(Footprint::takes));
  }

  private Map<Resource, List<Integer>> index(
      Function<Footprint, ? extends Collection<Resource>> part) {
    Map<Resource, List<Integer>> index = new HashMap<>();
    for (int at = 0; at < footprints.size(); at++) {
      for (Resource resource : part.apply(footprints.get(at))) {
        index.computeIfAbsent(resource, key -> new ArrayList<>()).add(at);
      }
    }
    return index;
  }

  private void order(Map<Resource, List<Integer>> earlier, Map<Resource, List<Integer>> later) {
    later.forEach(
        (resource, positions) -> {
          for (int before : earlier.getOrDefault(resource, List.of())) {
            for (int after : positions) {
              if (before != after) {
                dependencies.get(after).add(before);
              }
            }
          }
        });
  }

  /** Those that change the same thing keep the order in which they are given. */
  private void chain(Map<Resource, List<Integer>> positions) {
    for (List<Integer> chain : positions.values()) {
      for (int at = 1; at < chain.size(); at++) {
        dependencies.get(chain.get(at)).add(chain.get(at - 1));
      }
    }
  }
}
