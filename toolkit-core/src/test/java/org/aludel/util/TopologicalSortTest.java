package org.aludel.util;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TopologicalSortTest {
  @Test
  void placesEachNodeBehindItsDependencies() {
    Map<String, List<String>> dependencies =
        Map.of("line", List.of("order", "item"), "order", List.of("user"));

    TopologicalSort<String> sort =
        TopologicalSort.of(
            List.of("line", "order", "item", "user"),
            node -> dependencies.getOrDefault(node, List.of()));

    assertThat(sort.sorted()).containsExactly("item", "user", "order", "line");
    assertThat(sort.cyclic()).isEmpty();
  }

  @Test
  void keepsTheGivenOrderWhereNothingDepends() {
    assertThat(TopologicalSort.of(List.of("b", "a", "c"), node -> List.of()).sorted())
        .containsExactly("b", "a", "c");
  }

  @Test
  void namesTheNodesOnACycleAndThoseBehindIt() {
    Map<String, List<String>> dependencies =
        Map.of("a", List.of("b"), "b", List.of("a"), "c", List.of("a"));

    TopologicalSort<String> sort =
        TopologicalSort.of(
            List.of("a", "b", "c", "d"), node -> dependencies.getOrDefault(node, List.of()));

    assertThat(sort.sorted()).containsExactly("d");
    assertThat(sort.cyclic()).containsExactly("a", "b", "c");
  }

  @Test
  void aNodeOnItselfIsNoCycle() {
    assertThat(TopologicalSort.of(List.of("tree"), List::of).sorted()).containsExactly("tree");
  }

  @Test
  void aChainOfAHundredThousandNeedsNoStack() {
    List<Integer> nodes = IntStream.range(0, 100_000).boxed().toList();

    TopologicalSort<Integer> sort =
        TopologicalSort.of(nodes, node -> node == 99_999 ? List.of() : List.of(node + 1));

    assertThat(sort.sorted()).first().isEqualTo(99_999);
    assertThat(sort.sorted()).hasSize(100_000);
  }

  @Test
  void everyEdgeOfRandomGraphsPointsBackwards() {
    Random random = new Random(20261122);
    for (int round = 0; round < 200; round++) {
      int size = 1 + random.nextInt(40);
      List<List<Integer>> dependencies =
          IntStream.range(0, size)
              .mapToObj(node -> random.ints(3, 0, node + 1).boxed().distinct().toList())
              .toList();

      List<Integer> sorted =
          TopologicalSort.of(IntStream.range(0, size).boxed().toList(), dependencies::get).sorted();

      assertThat(sorted).hasSize(size);
      for (int node = 0; node < size; node++) {
        for (int dependency : dependencies.get(node)) {
          assertThat(sorted.indexOf(dependency)).isLessThanOrEqualTo(sorted.indexOf(node));
        }
      }
    }
  }
}
