package org.aludel.migrations.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.aludel.migrations.revision.Change;
import org.aludel.migrations.revision.ChangeSet;
import org.aludel.migrations.revision.Revision;
import org.aludel.migrations.revision.RevisionMap;
import org.junit.jupiter.api.Test;

class HistoryTest {
  private static final long SEED = 20261122;

  @Test
  void headsKeptStepByStepAreThoseOfTheWholeSet() {
    Random random = new Random(SEED);
    for (int graph = 0; graph < 200; graph++) {
      RevisionMap map = graph(random);
      History history = new History(map, Set.of());
      List<Revision> order = map.revisions();

      for (Revision revision : order) {
        history.record(revision, revision.changeSets());
        assertThat(history.heads()).isEqualTo(map.maximal(history.applied()));
      }
      List<Revision> backwards = new ArrayList<>(order);
      Collections.reverse(backwards);
      for (Revision revision : backwards) {
        history.forget(revision, revision.changeSets());
        assertThat(history.heads()).isEqualTo(map.maximal(history.applied()));
      }
      assertThat(history.heads()).isEmpty();
    }
  }

  private static RevisionMap graph(Random random) {
    List<Revision> revisions = new ArrayList<>();
    for (int i = 0; i < 2 + random.nextInt(10); i++) {
      List<String> earlier = new ArrayList<>(revisions.stream().map(Revision::id).toList());
      Collections.shuffle(earlier, random);
      int downs = Math.min(earlier.size(), random.nextInt(3));
      int depends = Math.min(earlier.size() - downs, random.nextInt(2));
      String id = "rev" + i;
      revisions.add(
          Revision.of(id, earlier.subList(0, downs), "", Instant.EPOCH)
              .withDependsOn(earlier.subList(downs, downs + depends))
              .withChangeSets(
                  List.of(ChangeSet.of(id + "-1", "", List.of(Change.empty()), List.of()))));
    }
    return RevisionMap.of(revisions);
  }
}
