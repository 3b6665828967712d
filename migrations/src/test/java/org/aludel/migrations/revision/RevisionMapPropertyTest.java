package org.aludel.migrations.revision;

import static org.aludel.migrations.revision.Graphs.ids;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Random graphs against a reference that knows only "repeat until nothing changes". */
class RevisionMapPropertyTest {
  private static final long SEED = 20261122;
  private static final int GRAPHS = 300;

  @Test
  void randomGraphsAgreeWithANaiveReference() {
    Random random = new Random(SEED);
    for (int graph = 0; graph < GRAPHS; graph++) {
      List<Revision> revisions = graph(random, 1 + random.nextInt(14));
      RevisionMap map = RevisionMap.of(revisions);
      Set<String> applied = appliedSet(random, revisions);
      List<String> currentHeads = map.maximal(applied);

      assertThat(ids(map.heads())).as("graph %s", graph).containsExactlyElementsOf(heads(map));
      assertThat(map.applied(currentHeads)).as("graph %s", graph).isEqualTo(applied);
      upgradesLikeTheReference(map, applied, pick(random, revisions));
      if (!applied.isEmpty()) {
        downgradesLikeTheReference(map, applied, pick(random, List.copyOf(applied)));
      }
    }
  }

  private static void upgradesLikeTheReference(
      RevisionMap map, Set<String> applied, Revision target) {
    List<String> path =
        ids(map.upgradePath(map.maximal(applied), new Target("t", List.of(target.id()), null)));

    Set<String> wanted = naiveAncestors(map, target.id());
    wanted.removeAll(applied);
    assertThat(path).containsExactlyInAnyOrderElementsOf(wanted);
    Set<String> done = new HashSet<>(applied);
    for (String id : path) {
      assertThat(done).as("parents of %s", id).containsAll(map.get(id).parents());
      done.add(id);
    }
  }

  private static void downgradesLikeTheReference(
      RevisionMap map, Set<String> applied, String target) {
    List<String> path =
        ids(map.downgradePath(map.maximal(applied), new Target("t", List.of(target), null)));

    Set<String> left = new TreeSet<>(applied);
    path.forEach(left::remove);
    for (String id : left) {
      assertThat(left).as("parents of %s", id).containsAll(map.get(id).parents());
      assertThat(id.equals(target) || !naiveAncestors(map, id).contains(target))
          .as("%s needs %s", id, target)
          .isTrue();
    }
    for (String id : path) {
      assertThat(naiveAncestors(map, id)).as("%s is undone", id).contains(target);
    }
    Set<String> standing = new TreeSet<>(applied);
    for (String id : path) {
      standing.remove(id);
      assertThat(standing).as("undone too early: %s", id).noneMatch(each -> needs(map, each, id));
    }
  }

  private static boolean needs(RevisionMap map, String id, String parent) {
    return map.get(id).parents().contains(parent);
  }

  private static List<String> heads(RevisionMap map) {
    Set<String> followed = new HashSet<>();
    map.revisions().forEach(revision -> followed.addAll(revision.down()));
    return ids(map.revisions()).stream().filter(id -> !followed.contains(id)).toList();
  }

  private static Set<String> naiveAncestors(RevisionMap map, String id) {
    Set<String> reached = new TreeSet<>(Set.of(id));
    boolean grew = true;
    while (grew) {
      Set<String> next = new TreeSet<>(reached);
      reached.forEach(each -> next.addAll(map.get(each).parents()));
      grew = reached.addAll(next);
    }
    return reached;
  }

  private static List<Revision> graph(Random random, int size) {
    List<Revision> revisions = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      List<String> earlier = new ArrayList<>(ids(revisions));
      Collections.shuffle(earlier, random);
      int downs = Math.min(earlier.size(), random.nextInt(3));
      int depends = Math.min(earlier.size() - downs, random.nextInt(4) / 3);
      revisions.add(
          Revision.of(
                  "rev" + random.nextInt(1_000_000) + "x" + i,
                  earlier.subList(0, downs),
                  "",
                  Graphs.START.plusSeconds(random.nextInt(3)))
              .withDependsOn(earlier.subList(downs, downs + depends)));
    }
    Collections.shuffle(revisions, random);
    return revisions;
  }

  private static Set<String> appliedSet(Random random, List<Revision> revisions) {
    Map<String, Revision> byId = new HashMap<>();
    revisions.forEach(revision -> byId.put(revision.id(), revision));
    Set<String> applied = new TreeSet<>();
    for (Revision revision : RevisionMap.of(revisions).revisions()) {
      if (applied.containsAll(revision.parents()) && random.nextInt(3) > 0) {
        applied.add(revision.id());
      }
    }
    return applied;
  }

  private static <T> T pick(Random random, List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
