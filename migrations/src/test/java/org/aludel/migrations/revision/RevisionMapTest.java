package org.aludel.migrations.revision;

import static org.aludel.migrations.revision.Graphs.ids;
import static org.aludel.migrations.revision.Graphs.map;
import static org.aludel.migrations.revision.Graphs.revisions;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.aludel.error.AludelException;
import org.aludel.error.ErrorCode;
import org.aludel.error.MigrationCode;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class RevisionMapTest {
  private static final String[] DIAMOND = {"a1", "b1 < a1", "c1 < a1", "m1 < b1 c1"};

  @Test
  void anEmptyMapHasNoHeadsAndNothingToUpgrade() {
    RevisionMap map = map();

    assertThat(map.heads()).isEmpty();
    assertThat(map.upgradePath(List.of(), "head")).isEmpty();
  }

  @Test
  void headsAreRevisionsThatNoneFollows() {
    assertThat(ids(map("a1", "b1 < a1", "c1 < a1").heads())).containsExactly("b1", "c1");
  }

  @Test
  void aDependencyDoesNotTakeTheHeadFromAnotherBranch() {
    RevisionMap map = map("a1", "b1 ! a1");

    assertThat(ids(map.heads())).containsExactly("a1", "b1");
    assertThat(map.maximal(Set.of("a1", "b1"))).containsExactly("b1");
  }

  @Test
  void basesBranchPointsAndMergePointsAreFound() {
    RevisionMap map = map(DIAMOND);

    assertThat(ids(map.bases())).containsExactly("a1");
    assertThat(ids(map.branchPoints())).containsExactly("a1");
    assertThat(ids(map.mergePoints())).containsExactly("m1");
  }

  @Test
  void orderPutsParentsFirstThenTheEarlierCreated() {
    assertThat(ids(map("z9", "c1 < b1", "b1 < z9", "a1 < z9").revisions()))
        .containsExactly("z9", "b1", "c1", "a1");
  }

  @Test
  void orderIsIndependentOfTheOrderGiven() {
    List<Revision> backwards = new ArrayList<>(revisions(DIAMOND));
    Collections.reverse(backwards);

    assertThat(ids(RevisionMap.of(backwards).revisions())).isEqualTo(ids(map(DIAMOND).revisions()));
  }

  @Test
  void upgradeRunsOnlyWhatIsNotApplied() {
    RevisionMap map = map("a1", "b1 < a1", "c1 < b1");

    assertThat(ids(map.upgradePath(List.of("a1"), "head"))).containsExactly("b1", "c1");
    assertThat(map.upgradePath(List.of("c1"), "head")).isEmpty();
    assertThat(map.upgradePath(List.of("c1"), new Target("a1", List.of("a1"), null))).isEmpty();
  }

  @Test
  void upgradeOfOneBranchLeavesTheOtherAlone() {
    RevisionMap map = map("a1", "b1 < a1", "c1 < a1");

    assertThat(ids(map.upgradePath(List.of(), new Target("b1", List.of("b1"), null))))
        .containsExactly("a1", "b1");
  }

  @Test
  void upgradeBringsTheDependenciesOfTheTarget() {
    RevisionMap map = map("a1", "a2 < a1", "b1", "b2 < b1 ! a2");

    assertThat(ids(map.upgradePath(List.of("b1"), new Target("b2", List.of("b2"), null))))
        .containsExactly("a1", "a2", "b2");
  }

  @Test
  void downgradeUndoesTheLastAppliedFirst() {
    assertThat(ids(map(DIAMOND).downgradePath(List.of("m1"), "base")))
        .containsExactly("m1", "c1", "b1", "a1");
  }

  @Test
  void downgradeToOneParentOfAMergeUndoesTheMergeOnly() {
    Target target = new Target("b1", List.of("b1"), null);

    assertThat(ids(map(DIAMOND).downgradePath(List.of("m1"), target))).containsExactly("m1");
  }

  @Test
  void downgradeLeavesOtherLinesAlone() {
    RevisionMap map = map("a1", "a2 < a1", "b1", "b2 < b1");
    Target target = new Target("a1", List.of("a1"), null);

    assertThat(ids(map.downgradePath(List.of("a2", "b2"), target))).containsExactly("a2");
  }

  @Test
  void downgradeUndoesWhatDependsOnTheBranch() {
    RevisionMap map = map("a1 # left", "a2 < a1", "b1", "b2 < b1 ! a2");

    assertThat(ids(map.downgradePath(List.of("b2"), "left@base")))
        .containsExactly("b2", "a2", "a1");
  }

  @Test
  void downgradeOfABranchStopsAtItsBranchPoint() {
    RevisionMap map = map("a1", "b1 < a1 # left", "c1 < a1 # right");

    assertThat(ids(map.downgradePath(List.of("b1", "c1"), "left@a1"))).containsExactly("b1");
    assertThat(ids(map.downgradePath(List.of("b1", "c1"), "left@base"))).containsExactly("b1");
  }

  @Test
  void downgradeToARevisionThatIsNotAppliedIsRefused() {
    RevisionMap map = map("a1", "b1 < a1", "c1 < b1");
    Target target = new Target("c1", List.of("c1"), null);

    assertCode(MigrationCode.NOT_APPLIED, () -> map.downgradePath(List.of("b1"), target));
  }

  @Test
  void aDatabaseAtAnUnknownRevisionIsNamed() {
    RevisionMap map = map("a1", "b1 < a1");

    assertCode(MigrationCode.UNKNOWN_REVISION, () -> map.upgradePath(List.of("zz99"), "head"))
        .hasMessageContaining("it is at revision \"zz99\"");
  }

  @Test
  void labelsHoldAlongTheirLineUpToTheBranchPoint() {
    RevisionMap map = map("a1", "b1 < a1", "b2 < b1 # left", "b3 < b2", "c1 < a1");

    assertThat(map.labels("b1")).containsExactly("left");
    assertThat(map.labels("b3")).containsExactly("left");
    assertThat(map.labels("a1")).isEmpty();
    assertThat(map.labels("c1")).isEmpty();
  }

  @Test
  void aCycleIsNamedWithoutWhatIsBehindIt() {
    assertCode(MigrationCode.CYCLE, () -> map("a1 < c1", "b1 < a1", "c1 < b1", "d1 < c1"))
        .hasMessageContaining("a1 -> c1 -> b1 -> a1")
        .hasMessageNotContaining("d1");
  }

  @Test
  void aRevisionThatBuildsOnItselfIsACycle() {
    assertCode(MigrationCode.CYCLE, () -> map("a1 < a1"))
        .hasMessageContaining("a1 \"add a1\" builds on itself");
  }

  @Test
  void aCycleThroughDependenciesIsFound() {
    assertCode(MigrationCode.CYCLE, () -> map("a1 ! b1", "b1 ! a1"))
        .hasMessageContaining("a1 -> b1 -> a1");
  }

  @Test
  void missingDownRevisionsAreListedWithASuggestion() {
    assertCode(MigrationCode.MISSING_DOWN_REVISION, () -> map("aaaa", "bbbb < aaab", "cccc ! dddd"))
        .hasMessageContaining("names \"aaab\" in down, did you mean \"aaaa\"?")
        .hasMessageContaining("names \"dddd\" in dependsOn");
  }

  @Test
  void duplicateIdsAreListed() {
    assertCode(MigrationCode.DUPLICATE_REVISION, () -> map("a1", "a1")).hasMessageContaining("a1");
  }

  @Test
  void aLabelThatIsUsedTwiceIsRefused() {
    assertCode(MigrationCode.DUPLICATE_LABEL, () -> map("a1 # left", "b1 # left"))
        .hasMessageContaining("label \"left\" in a1 \"add a1\" and b1 \"add b1\"");
  }

  @Test
  void aChainOfTenThousandRevisionsNeedsNoStack() {
    List<Revision> chain = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      List<String> down = i == 0 ? List.of() : List.of("r" + (i - 1));
      chain.add(Revision.of("r" + i, down, "", Graphs.START.plusSeconds(i)));
    }
    RevisionMap map = RevisionMap.of(chain);

    assertThat(map.upgradePath(List.of("r0"), "head")).hasSize(9_999);
    assertThat(map.downgradePath(List.of("r9999"), "-9999")).hasSize(9_999);
  }

  static org.assertj.core.api.AbstractThrowableAssert<?, ?> assertCode(
      ErrorCode code, ThrowingCallable call) {
    return assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            AludelException.class, thrown -> assertThat(thrown.code()).isEqualTo(code));
  }
}
