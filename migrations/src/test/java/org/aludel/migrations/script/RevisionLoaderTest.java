package org.aludel.migrations.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Optional;
import org.aludel.error.MigrationCode;
import org.aludel.error.RevisionException;
import org.aludel.migrations.revision.Change;
import org.aludel.migrations.revision.ChangeSet;
import org.aludel.migrations.revision.Revision;
import org.junit.jupiter.api.Test;

class RevisionLoaderTest {
  private static final String HEADER =
      """
      revision:
        id: "ae1027a6acf0"
        down: []
        message: add email
        created: "2026-11-22T15:04:00Z"
      databaseChangeLog:
        - logicalFilePath: aludel/ae1027a6acf0.yaml
      """;
  private static final String STEP =
      """
        - changeSet:
            id: "ae1027a6acf0-1"
            author: aludel
            changes:
              - sql: {sql: SELECT 1}
            rollback: []
      """;

  @Test
  void readsAHandWrittenFile() {
    Revision revision = load(HEADER + STEP).revision();

    assertThat(revision.title()).isEqualTo("ae1027a6acf0 \"add email\"");
    assertThat(revision.base()).isTrue();
    ChangeSet step = revision.changeSets().get(0);
    assertThat(step.runInTransaction()).isTrue();
    assertThat(step.rollback()).isEmpty();
    assertThat(step.changes())
        .extracting(change -> change.text("sql"))
        .containsOnly(sql("SELECT 1"));
    assertThat(step.changes()).extracting(Change::source).containsExactly("x.yaml:12:11");
  }

  @Test
  void idsThatLookLikeNumbersSurvive() {
    Revision revision =
        load(HEADER.replace("\"ae1027a6acf0\"", "1e12").replace("down: []", "down: [001, 0x1F]")
                + STEP)
            .revision();

    assertThat(revision.id()).isEqualTo("1e12");
    assertThat(revision.down()).containsExactly("001", "0x1F");
  }

  @Test
  void anUnknownKeyIsRefusedWithItsPlaceAndTheNearestKey() {
    assertThat(problems(HEADER + STEP.replace("rollback:", "rolback:")))
        .contains(
            "x.yaml:13:7: unknown key \"rolback\" in \"changeSet\", did you mean \"rollback\"?")
        .contains("x.yaml:9:7: the changeSet \"ae1027a6acf0-1\" has no \"rollback\"");
  }

  @Test
  void anUnknownKeyInAChangeIsRefused() {
    String column = "{name: a, type: int, constraints: {nulable: false}}";

    assertThat(
            problems(withChange("addColumn: {tableName: t, columns: [{column: " + column + "}]}")))
        .contains("unknown key \"nulable\" in \"constraints\", did you mean \"nullable\"?");
    assertThat(problems(withChange("createIndex: {tableName: t, where: x, columns: []}")))
        .contains("unknown key \"where\" in \"createIndex\"");
    assertThat(problems(withChange("dropTable: {table: t}")))
        .contains("\"dropTable\" needs \"tableName\"");
  }

  @Test
  void anUnknownChangeTypeIsRefused() {
    assertThat(problems(withChange("addColum: {tableName: t}")))
        .contains("unknown change type \"addColum\", did you mean \"addColumn\"?");
  }

  @Test
  void aChangeTypeOfLiquibaseIsCarriedAsItIs() {
    String change = "insert: {tableName: t, columns: [{column: {name: a, value: \"1\"}}]}";

    assertThat(load(withChange(change)).revision().changeSets().get(0).changes().get(0).type())
        .isEqualTo("insert");
    assertThat(problems(withChange("insert: {tabelName: t}")))
        .contains("did you mean \"tableName\"?");
  }

  @Test
  void allProblemsOfAFileAreTold() {
    String problems =
        problems(
            """
            revison: {}
            databaseChangeLog:
              - changeset: {}
              - preConditions: []
            """);

    assertThat(problems.lines().map(line -> line.replaceAll(": .*", "")))
        .containsExactly("x.yaml:1:1", "x.yaml:1:1", "x.yaml:3:5", "x.yaml:4:5");
    assertThat(problems)
        .contains("did you mean \"revision\"?")
        .contains("did you mean \"changeSet\"?");
  }

  @Test
  void aRepeatedKeyIsRefused() {
    assertThat(problems(HEADER.replace("  message:", "  message: a\n  message:") + STEP))
        .isEqualTo("x.yaml:5:3: the key \"message\" stands already at x.yaml:4:3");
  }

  @Test
  void anchorsTagsAndSeveralDocumentsAreRefused() {
    assertThat(problems(HEADER.replace("down: []", "down: &a []\n  branches: *a") + STEP))
        .contains("a YAML anchor is used more than once");
    assertThat(problems(HEADER.replace("down: []", "down: !!set {}") + STEP))
        .contains("x.yaml:3:9: the YAML tag tag:yaml.org,2002:set is not allowed");
    assertThat(problems(HEADER + STEP + "---\na: b\n")).contains("no YAML:");
  }

  @Test
  void brokenYamlNamesLineAndColumn() {
    assertThat(problems("revision: {id: [}\n")).startsWith("x.yaml:1:17: no YAML:");
    assertThat(problems("a: b\nc: \u0007\n"))
        .isEqualTo("x.yaml:2:4: no YAML: the character U+0007 cannot stand here");
    assertThat(problems("")).isEqualTo("x.yaml: the file is empty");
  }

  @Test
  void aStepThatCannotBeUndoneNeedsAReason() {
    String step = STEP.replace("      rollback: []\n", "");

    assertThat(problems(HEADER + step)).contains("or say \"irreversible: why\" in \"revision\"");
    Revision revision =
        load(HEADER.replace("  message:", "  irreversible: data is gone\n  message:") + step)
            .revision();
    assertThat(revision.irreversible()).isEqualTo("data is gone");
    assertThat(revision.reversible()).isFalse();
  }

  @Test
  void whatLiquibaseKnowsAndWeDoNotRunIsRefused() {
    assertThat(
            problems(
                HEADER + STEP.replace("author: aludel", "author: aludel\n      runAlways: true")))
        .isEqualTo("x.yaml:11:7: \"runAlways\" is a key of Liquibase that Aludel does not run");
  }

  @Test
  void valuesAreChecked() {
    assertThat(problems(withChange("dropTable: {tableName: t, cascadeConstraints: yes}")))
        .endsWith("\"cascadeConstraints\" must be true or false, found \"yes\"");
    assertThat(problems(withChange("createSequence: {sequenceName: s, startValue: 1.5}")))
        .endsWith("\"startValue\" must be a whole number, found \"1.5\"");
    assertThat(problems(HEADER.replace("2026-11-22T15:04:00Z", "yesterday") + STEP))
        .contains("\"created\" must be a time");
    assertThat(problems(HEADER.replace("ae1027a6acf0\"", "a-1\"") + STEP))
        .contains("\"a-1\" cannot stand in \"id\"");
    assertThat(problems(HEADER.replace("revision:", "revision:\n  format: 2") + STEP))
        .contains("format 2 is newer");
  }

  @Test
  void aTextThatLiquibaseWouldReadDifferentlyIsAWarning() {
    assertThat(load(withChange("dropTable: {tableName: 007}")).warnings())
        .containsExactly("x.yaml:12:34: plain Liquibase reads 7 from 007; put it in quotes");
    assertThat(load(withChange("dropTable: {tableName: \"007\"}")).warnings()).isEmpty();
  }

  @Test
  void aPropertyInSqlIsAWarning() {
    assertThat(load(withChange("sql: {sql: \"SELECT '${user.name}'\"}")).warnings())
        .singleElement()
        .asString()
        .startsWith("x.yaml:12:22: plain Liquibase replaces ${...}");
    assertThat(load(withChange("sql: {sql: \"SELECT '$' || '{x}'\"}")).warnings()).isEmpty();
  }

  @Test
  void layoutAndCommentsDoNotChangeTheDigest() {
    RevisionFile file = load(HEADER + STEP);
    RevisionFile other =
        load(
            "# hello\n"
                + HEADER
                + STEP.replace("{sql: SELECT 1}", "\n            sql: 'SELECT 1'"));

    assertThat(other.digest()).isEqualTo(file.digest());
    assertThat(load(HEADER + STEP.replace("SELECT 1", "SELECT 2")).digest())
        .isNotEqualTo(file.digest());
  }

  private static String withChange(String change) {
    return HEADER + STEP.replace("sql: {sql: SELECT 1}", change);
  }

  private static Optional<String> sql(String text) {
    return Optional.of(text);
  }

  private static RevisionFile load(String text) {
    return new RevisionLoader().load("x.yaml", text);
  }

  private static String problems(String text) {
    RevisionException thrown = catchThrowableOfType(RevisionException.class, () -> load(text));
    assertThat(thrown.code()).isEqualTo(MigrationCode.INVALID_FILE);
    return String.valueOf(thrown.problem().found());
  }
}
