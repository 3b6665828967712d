package org.aludel.migrations.revision;

import static org.aludel.migrations.revision.Graphs.map;
import static org.aludel.migrations.revision.RevisionMapTest.assertCode;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.aludel.error.MigrationCode;
import org.junit.jupiter.api.Test;

class SymbolResolverTest {
  private static final RevisionMap LINE =
      map("aaaa1111", "bbbb1111 < aaaa1111", "bbbb2222 < bbbb1111", "1e12 < bbbb2222");
  private static final RevisionMap FORK =
      map("base1", "left1 < base1 # left", "left2 < left1", "right1 < base1 # release-2");

  @Test
  void headIsTheOnlyHead() {
    assertThat(resolve(LINE, "head")).containsExactly("1e12");
  }

  @Test
  void headIsRefusedWhereThereAreTwoAndTheForkIsNamed() {
    assertCode(MigrationCode.MULTIPLE_HEADS, () -> resolve(FORK, "head"))
        .hasMessageContaining("left2 \"add left2\", right1 \"add right1\"; they branch from base1");
  }

  @Test
  void headsAreAllHeads() {
    assertThat(resolve(FORK, "heads")).containsExactly("left2", "right1");
  }

  @Test
  void headOfALabelIsTheHeadOfItsBranch() {
    assertThat(resolve(FORK, "left@head")).containsExactly("left2");
    assertThat(resolve(FORK, "release-2@head")).containsExactly("right1");
    assertThat(resolve(FORK, "left1@head")).containsExactly("left2");
  }

  @Test
  void aLabelAloneIsTheRevisionThatCarriesIt() {
    assertThat(resolve(FORK, "left")).containsExactly("left1");
    assertThat(resolve(FORK, "release-2")).containsExactly("right1");
  }

  @Test
  void baseIsNothing() {
    assertThat(LINE.resolve("base", List.of()).base()).isTrue();
  }

  @Test
  void anExactIdWinsAtAnyLength() {
    assertThat(resolve(map("ab", "abcd < ab", "abcdef < abcd"), "ab")).containsExactly("ab");
    assertThat(resolve(map("ab", "abcd < ab", "abcdef < abcd"), "abcd")).containsExactly("abcd");
  }

  @Test
  void aUniquePrefixOfFourCharactersIsEnough() {
    assertThat(resolve(LINE, "aaaa")).containsExactly("aaaa1111");
  }

  @Test
  void aPrefixOfThreeCharactersIsNot() {
    assertCode(MigrationCode.UNKNOWN_REVISION, () -> resolve(LINE, "aaa"))
        .hasMessageContaining("at least 4 characters");
  }

  @Test
  void anAmbiguousPrefixListsItsRevisions() {
    assertCode(MigrationCode.AMBIGUOUS_REVISION, () -> resolve(LINE, "bbbb"))
        .hasMessageContaining("bbbb1111 \"add bbbb1111\", bbbb2222 \"add bbbb2222\"");
  }

  @Test
  void aBranchMakesAPrefixUnique() {
    RevisionMap map = map("root", "same1 < root # one", "same2 < root # two");

    assertThat(resolve(map, "two@same")).containsExactly("same2");
  }

  @Test
  void anUnknownSymbolSuggestsTheNearest() {
    assertCode(MigrationCode.UNKNOWN_REVISION, () -> resolve(LINE, "aaaa1112"))
        .hasMessageContaining("did you mean \"aaaa1111\"?");
    assertCode(MigrationCode.UNKNOWN_REVISION, () -> resolve(LINE, "haed"))
        .hasMessageContaining("did you mean \"head\"?");
  }

  @Test
  void plusCountsUpFromTheCurrentHead() {
    assertThat(resolve(LINE, "+1")).containsExactly("aaaa1111");
    assertThat(resolve(LINE, "+2", "aaaa1111")).containsExactly("bbbb2222");
    assertThat(resolve(LINE, "aaaa+1")).containsExactly("bbbb1111");
  }

  @Test
  void minusCountsDownToTheBase() {
    assertThat(resolve(LINE, "-1", "bbbb1111")).containsExactly("aaaa1111");
    assertThat(resolve(LINE, "-2", "bbbb1111")).isEmpty();
    assertThat(resolve(LINE, "head-1")).containsExactly("bbbb2222");
  }

  @Test
  void countingPastTheEndSaysHowManyThereAre() {
    assertCode(MigrationCode.UNKNOWN_REVISION, () -> resolve(LINE, "+3", "bbbb1111"))
        .hasMessageContaining("only 2 revisions above");
    assertCode(MigrationCode.UNKNOWN_REVISION, () -> resolve(LINE, "-3", "bbbb1111"))
        .hasMessageContaining("only 2 revisions below");
  }

  @Test
  void plusAtAForkIsAmbiguousUnlessABranchIsNamed() {
    assertCode(MigrationCode.AMBIGUOUS_REVISION, () -> resolve(FORK, "+1", "base1"));
    assertThat(resolve(FORK, "left@+1", "base1")).containsExactly("left1");
    assertThat(resolve(FORK, "left@+1", "left1", "right1")).containsExactly("left2");
  }

  @Test
  void minusWithTwoCurrentHeadsIsAmbiguousUnlessABranchIsNamed() {
    assertCode(MigrationCode.AMBIGUOUS_REVISION, () -> resolve(FORK, "-1", "left2", "right1"));
    assertThat(resolve(FORK, "left@-1", "left2", "right1")).containsExactly("left1");
  }

  @Test
  void minusOneAtAMergeLeavesBothParents() {
    RevisionMap map = map("root", "one1 < root", "two1 < root", "join < one1 two1");

    assertThat(resolve(map, "-1", "join")).containsExactly("one1", "two1");
    assertCode(MigrationCode.AMBIGUOUS_REVISION, () -> resolve(map, "-2", "join"));
  }

  private static List<String> resolve(RevisionMap map, String symbol, String... currentHeads) {
    return map.resolve(symbol, List.of(currentHeads)).revisions();
  }
}
