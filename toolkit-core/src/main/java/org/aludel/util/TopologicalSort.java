package org.aludel.util;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Function;

/**
 * Orders nodes so that each stands behind those it depends on. Among nodes that are free, the one
 * given first comes first, so equal input gives equal output. Iterative: a chain may be as long as
 * memory allows.
 *
 * @param sorted the nodes in order, without those on or behind a cycle
 * @param cyclic the nodes that could not be placed, in the order given; empty when there is no
 *     cycle
 */
public record TopologicalSort<T>(List<T> sorted, List<T> cyclic) {

  /**
   * Sorts {@code nodes}; dependencies that are not among the nodes, and a node on itself, count as
   * met.
   */
  public static <T> TopologicalSort<T> of(
      Collection<T> nodes, Function<? super T, ? extends Collection<T>> dependenciesOf) {
    List<T> all = List.copyOf(nodes);
    Map<T, Integer> positions = new LinkedHashMap<>();
    for (T node : all) {
      positions.putIfAbsent(node, positions.size());
    }
    List<T> distinct = List.copyOf(positions.keySet());
    int[] waitingFor = new int[distinct.size()];
    List<List<Integer>> dependants = new ArrayList<>();
    distinct.forEach(node -> dependants.add(new ArrayList<>()));
    for (int i = 0; i < distinct.size(); i++) {
      for (T dependency : List.copyOf(dependenciesOf.apply(distinct.get(i)))) {
        Integer position = positions.get(dependency);
        if (position != null && position != i) {
          dependants.get(position).add(i);
          waitingFor[i]++;
        }
      }
    }
    return place(distinct, waitingFor, dependants);
  }

  private static <T> TopologicalSort<T> place(
      List<T> nodes, int[] waitingFor, List<List<Integer>> dependants) {
    PriorityQueue<Integer> free = new PriorityQueue<>();
    for (int i = 0; i < waitingFor.length; i++) {
      if (waitingFor[i] == 0) {
        free.add(i);
      }
    }
    List<T> sorted = new ArrayList<>();
    while (!free.isEmpty()) {
      int next = free.remove();
      sorted.add(nodes.get(next));
      for (int dependant : dependants.get(next)) {
        if (--waitingFor[dependant] == 0) {
          free.add(dependant);
        }
      }
    }
    List<T> cyclic = new ArrayList<>();
    for (int i = 0; i < waitingFor.length; i++) {
      if (waitingFor[i] > 0) {
        cyclic.add(nodes.get(i));
      }
    }
    return new TopologicalSort<>(List.copyOf(sorted), List.copyOf(cyclic));
  }
}
