package org.aludel.util;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RecentlyUsedTest {
  @Test
  void whatWasAskedForLongestAgoLeavesFirst() {
    Map<String, Integer> map = new RecentlyUsed<>(2);
    map.put("a", 1);
    map.put("b", 2);

    map.get("a");
    map.computeIfAbsent("c", any -> 3);

    assertThat(map).containsOnlyKeys("a", "c");
  }
}
