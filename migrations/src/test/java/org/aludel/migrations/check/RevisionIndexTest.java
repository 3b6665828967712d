package org.aludel.migrations.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.aludel.migrations.revision.Revision;
import org.aludel.migrations.revision.RevisionMap;
import org.aludel.migrations.runtime.VersionStore;
import org.junit.jupiter.api.Test;

class RevisionIndexTest {
  private static final Instant DAY = Instant.parse("2026-11-22T00:00:00Z");

  @Test
  void saysWhereTheDatabaseNotesItsHeads() {
    VersionStore store = new VersionStore("my meta", "shop_version");
    RevisionIndex index = new RevisionIndex(Set.of("a1"), Set.of("a1")).withStore(store);

    assertThat(RevisionIndex.parse(index.toText())).isEqualTo(index);
    assertThat(index.toText())
        .endsWith("version-schema my meta\nversion-table shop_version\nhead a1\n");
    assertThat(index.and(RevisionIndex.parse("head b2")).store()).isEqualTo(store);
    assertThatThrownBy(() -> index.and(RevisionIndex.parse("version-table other\nhead b2")))
        .hasMessageContaining("two indexes on the class path disagree");
  }

  @Test
  void holdsAllIdsInOrderAndTheHeads() {
    RevisionIndex index =
        RevisionIndex.of(
            RevisionMap.of(
                List.of(
                    Revision.of("c3", List.of("a1"), "c", DAY.plusSeconds(2)),
                    Revision.of("b2", List.of("a1"), "b", DAY.plusSeconds(1)),
                    Revision.of("a1", List.of(), "a", DAY))));

    assertThat(index.ids()).containsExactly("a1", "b2", "c3");
    assertThat(index.heads()).containsExactly("b2", "c3");
  }

  @Test
  void itsTextIsReadBackAsTheSameIndex() {
    RevisionIndex index = new RevisionIndex(Set.of("a1", "b2", "c3"), Set.of("c3"));

    assertThat(RevisionIndex.parse(index.toText())).isEqualTo(index);
  }

  @Test
  void aRevisionNamedHeadIsNotMistaken() {
    RevisionIndex index = new RevisionIndex(Set.of("head", "header"), Set.of("head"));

    assertThat(RevisionIndex.parse(index.toText())).isEqualTo(index);
  }

  @Test
  void aHeadThatAnotherPartFollowsIsNone() {
    RevisionIndex older = new RevisionIndex(Set.of("a1"), Set.of("a1"));
    RevisionIndex newer = new RevisionIndex(Set.of("a1", "b2"), Set.of("b2"));

    assertThat(older.and(newer).heads()).containsExactly("b2");
    assertThat(newer.and(older).heads()).containsExactly("b2");
  }

  @Test
  void foldersAreKeptWhereTheyAreNotTheUsualOneAndJoined() {
    RevisionIndex index =
        new RevisionIndex(Set.of("a1"), Set.of("a1")).withLocations(List.of("db/one", "db/two"));

    assertThat(index.toText()).contains("location db/one\nlocation db/two\n");
    assertThat(RevisionIndex.parse(index.toText())).isEqualTo(index);
    assertThat(index.and(RevisionIndex.parse("head b2")).locations())
        .containsExactly("db/one", "db/two", "db/migrations");
    assertThat(new RevisionIndex(Set.of("a1"), Set.of("a1")).toText()).doesNotContain("location");
  }
}
