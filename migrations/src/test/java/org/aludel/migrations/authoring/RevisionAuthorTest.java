package org.aludel.migrations.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.aludel.migrations.revision.Change;
import org.aludel.migrations.revision.Revision;
import org.aludel.migrations.script.RevisionLoader;
import org.aludel.migrations.script.ScriptDirectory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RevisionAuthorTest {
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);

  @TempDir Path directory;
  private RevisionAuthor author;

  RevisionAuthorTest() {
    author = new RevisionAuthor(ScriptDirectory.of(Path.of("")), NOON, new Random(1));
  }

  @BeforeEach
  void begin() {
    author = new RevisionAuthor(ScriptDirectory.of(directory), NOON, new Random(1));
  }

  @Test
  void anEmptyRevisionFollowsTheHeadAndDoesNothing() {
    String first = create(NewRevision.of("first")).id();

    Revision second = create(NewRevision.of(" trim names "));

    assertThat(second.down()).containsExactly(first);
    assertThat(second.message()).isEqualTo("trim names");
    assertThat(second.changeSets())
        .singleElement()
        .satisfies(
            step -> {
              assertThat(step.changes()).containsExactly(Change.empty());
              assertThat(step.rollback()).isEmpty();
            });
  }

  @Test
  void theExampleInTheFileCanBeFilledIn() throws IOException {
    String text = Files.readString(author.create(NewRevision.of("trim names")).file());

    String filled =
        text.replace("      changes:\n        - empty: {}\n      rollback: []\n", "")
            .lines()
            .map(
                line ->
                    line.matches(" {6}# (changes:| .*|rollback: \\[])")
                        ? line.replaceFirst("# ", "")
                        : line)
            .collect(Collectors.joining("\n", "", "\n"));

    assertThat(text).isNotEqualTo(filled);
    Revision revision = new RevisionLoader().load("filled.yaml", filled).revision();
    assertThat(revision.changeSets().get(0).changes())
        .extracting(change -> change.text("sql").orElse(""))
        .containsExactly("UPDATE user_account SET name = trim(name)");
  }

  @Test
  void whatIsNoHeadIsFollowedOnlyOnRequest() {
    String first = create(NewRevision.of("first")).id();
    create(NewRevision.of("second"));

    assertThatThrownBy(() -> author.create(NewRevision.of("third").on(first)))
        .hasMessageContaining("ORM-MIG-NOT-A-HEAD")
        .hasMessageContaining("-Dorm.splice");
    assertThat(create(NewRevision.of("third").on(first).splicing(true)).down())
        .containsExactly(first);
  }

  @Test
  void ofTwoHeadsOneMustBeNamed() {
    String base = create(NewRevision.of("first")).id();
    create(NewRevision.of("second"));
    create(NewRevision.of("bills").on(base).splicing(true).labelled(List.of("billing")));

    assertThatThrownBy(() -> author.create(NewRevision.of("lost")))
        .hasMessageContaining("ORM-MIG-MULTIPLE-HEADS")
        .hasMessageContaining("mvn orm:merge");
    assertThat(create(NewRevision.of("found").on("billing@head")).down()).hasSize(1);
  }

  @Test
  void dependenciesAreWrittenAsFullIds() {
    String base = create(NewRevision.of("first")).id();
    Revision other = create(NewRevision.of("other").on("base"));

    Revision dependent =
        create(NewRevision.of("third").on(base).dependingOn(List.of(other.id().substring(0, 5))));

    assertThat(dependent.dependsOn()).containsExactly(other.id());
  }

  @Test
  void aTakenIdIsRefusedBeforeAnythingIsWritten() {
    String first = create(NewRevision.of("first")).id();

    assertThatThrownBy(() -> author.create(NewRevision.of("again").named(first)))
        .hasMessageContaining("ORM-MIG-DUPLICATE-REVISION");
    assertThat(directory).isDirectoryContaining("glob:**_first.yaml");
    assertThat(directory.toFile().list()).hasSize(1);
  }

  @Test
  void aMergeJoinsAllHeads() {
    String base = create(NewRevision.of("first")).id();
    String left = create(NewRevision.of("left")).id();
    String right = create(NewRevision.of("right").on(base).splicing(true)).id();

    Revision merge = author.merge(List.of(), NewRevision.of(null)).revision();

    assertThat(merge.down()).containsExactlyInAnyOrder(left, right);
    assertThat(merge.message()).contains("merge").contains(left);
    assertThat(ScriptDirectory.of(directory).revisions().heads())
        .extracting(Revision::id)
        .containsExactly(merge.id());
  }

  @Test
  void oneHeadIsNothingToMerge() {
    String first = create(NewRevision.of("first")).id();
    String second = create(NewRevision.of("second")).id();

    assertThatThrownBy(() -> author.merge(List.of(), NewRevision.of(null)))
        .hasMessageContaining("ORM-MIG-NOTHING-TO-MERGE");
    assertThatThrownBy(() -> author.merge(List.of(first, second), NewRevision.of(null)))
        .hasMessageContaining("ORM-MIG-NOTHING-TO-MERGE");
  }

  @Test
  void aBranchStaysInItsDirectory() {
    Path billing = directory.resolve("billing");
    Path shop = directory.resolve("shop");
    author = new RevisionAuthor(ScriptDirectory.of(List.of(shop, billing)), NOON, new Random(2));

    Path base = author.create(NewRevision.of("shop")).file();
    WrittenRevision bill = author.create(NewRevision.of("bills").on("base").into(billing));
    WrittenRevision more = author.create(NewRevision.of("more bills").on(bill.revision().id()));

    assertThat(base).hasParent(shop);
    assertThat(bill.file()).hasParent(billing);
    assertThat(more.file()).hasParent(billing);
    assertThatThrownBy(() -> author.create(NewRevision.of("lost").on("base").into(directory)))
        .hasMessageContaining("ORM-MIG-NOT-WRITABLE");
  }

  private Revision create(NewRevision given) {
    return author.create(given).revision();
  }
}
