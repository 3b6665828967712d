package org.aludel.migrations.command;

import static org.aludel.migrations.command.Workshop.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.aludel.error.AludelException;
import org.aludel.error.MigrationCode;
import org.aludel.error.Problem;
import org.aludel.schema.Column;
import org.aludel.schema.ConstraintName;
import org.aludel.schema.PrimaryKey;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.Table;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.aludel.type.SqlTypes;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Wrong files and databases in a bad state, as a program or a goal meets them. Each is refused with
 * all parts of a message, by every command that reads it, and nothing is changed by that.
 */
@PostgresTest(perMethod = true, judge = true)
@Isolated("counts the databases of the server")
class BadInputTest {
  private static final String ONE = "20261122_0900_aaaaaaaaaa01_one.yaml";
  private static final String TWO = "20261122_0910_aaaaaaaaaa02_two.yaml";
  private final TestDatabase database;
  @TempDir Path directory;
  private Workshop workshop;
  private Migrations migrations;
  private @Nullable Witness before;

  BadInputTest(TestDatabase database) {
    this.database = database;
    this.workshop = new Workshop(database, Path.of(""));
    this.migrations = workshop.model();
  }

  /** One revision is applied, with a row. */
  @BeforeEach
  void applyOne() throws IOException {
    workshop = new Workshop(database, directory);
    migrations = workshop.model(table("one"), table("two"));
    write(ONE, "aaaaaaaaaa01", "", "CREATE TABLE one (id bigint PRIMARY KEY)", "DROP TABLE one");
    migrations.upgrade();
    database.run("INSERT INTO one VALUES (1)");
  }

  @AfterEach
  void close() {
    workshop.close();
  }

  @Test
  void aTypoInARevisionFile() throws IOException {
    write(TWO, "aaaaaaaaaa02", "aaaaaaaaaa01", "CREATE TABLE two ()", "DROP TABLE two");
    change(TWO, "rollback:", "rolback:");

    everyCommandRefuses(
        MigrationCode.INVALID_FILE,
        path(TWO) + ":16:7: unknown key \"rolback\" in \"changeSet\", did you mean \"rollback\"?");
  }

  @Test
  void brokenYaml() throws IOException {
    write(TWO, "aaaaaaaaaa02", "aaaaaaaaaa01", "CREATE TABLE two ()", "DROP TABLE two");
    change(TWO, "  id:", "\tid:");

    everyCommandRefuses(MigrationCode.INVALID_FILE, path(TWO) + ":3:1");
  }

  @Test
  void aDuplicateId() throws IOException {
    write(TWO, "aaaaaaaaaa01", "", "CREATE TABLE two ()", "DROP TABLE two");

    everyCommandRefuses(
        MigrationCode.DUPLICATE_REVISION, "aaaaaaaaaa01", path(ONE) + ":3:7", path(TWO) + ":3:7");
  }

  @Test
  void aCycle() throws IOException {
    write(TWO, "aaaaaaaaaa02", "aaaaaaaaaa01", "CREATE TABLE two ()", "DROP TABLE two");
    change(ONE, "down: []", "down: [\"aaaaaaaaaa02\"]");

    everyCommandRefuses(
        MigrationCode.CYCLE,
        "aaaaaaaaaa01 -> aaaaaaaaaa02 -> aaaaaaaaaa01",
        path(ONE) + ":3:7",
        path(TWO) + ":3:7");
  }

  @Test
  void aMissingDownRevision() throws IOException {
    write(TWO, "aaaaaaaaaa02", "aaaaaaaaaa91", "CREATE TABLE two ()", "DROP TABLE two");

    everyCommandRefuses(
        MigrationCode.MISSING_DOWN_REVISION,
        path(TWO) + ":3:7",
        "names \"aaaaaaaaaa91\" in down, did you mean \"aaaaaaaaaa01\"?");
  }

  @Test
  void twoHeads() throws IOException {
    write(TWO, "aaaaaaaaaa02", "aaaaaaaaaa01", "CREATE TABLE two ()", "DROP TABLE two");
    write(
        "20261122_0920_aaaaaaaaaa03_three.yaml",
        "aaaaaaaaaa03",
        "aaaaaaaaaa01",
        "CREATE TABLE three ()",
        "DROP TABLE three");

    for (ThrowingCallable command :
        List.<ThrowingCallable>of(
            () -> migrations.upgrade(),
            () -> migrations.stamp("head"),
            () -> migrations.autogenerate("x"))) {
      refused(MigrationCode.MULTIPLE_HEADS, command, "aaaaaaaaaa02", "aaaaaaaaaa03", "heads");
    }
  }

  @Test
  void aFileChangedAfterItWasApplied() throws IOException {
    change(ONE, "bigint", "integer");

    for (ThrowingCallable command :
        List.<ThrowingCallable>of(
            () -> migrations.upgrade(),
            () -> migrations.downgrade("base"),
            () -> migrations.autogenerate("x"))) {
      refused(MigrationCode.FILE_CHANGED, command, path(ONE) + ":3:7", "aludel_revision_log");
    }
    checkAnswersNo(path(ONE) + ":3:7");
  }

  @Test
  void aFileChangedAfterItWasAppliedIsNamedByWhatOnlyShows() throws IOException {
    change(ONE, "bigint", "integer");

    CurrentResult current = migrations.current();

    assertThat(current.current()).extracting(RevisionLine::id).containsExactly("aaaaaaaaaa01");
    assertThat(current.changed())
        .singleElement(STRING)
        .startsWith(path(ONE) + ":3:7: applied as ")
        .contains(", now ");
    assertThat(migrations.history().changed()).isEqualTo(current.changed());
  }

  @Test
  void aDatabaseThatIsBehind() throws IOException {
    write(TWO, "aaaaaaaaaa02", "aaaaaaaaaa01", "CREATE TABLE two ()", "DROP TABLE two");

    refused(
        MigrationCode.NOT_AT_HEAD,
        () -> migrations.autogenerate("x"),
        "aaaaaaaaaa02",
        "mvn orm:upgrade");
  }

  @Test
  void aDatabaseThatIsAhead() throws IOException {
    write(TWO, "aaaaaaaaaa02", "aaaaaaaaaa01", "CREATE TABLE two ()", "DROP TABLE two");
    migrations.upgrade();
    Files.delete(workshop.revisions().resolve(TWO));

    for (ThrowingCallable command : commandsButDowngrade()) {
      refused(MigrationCode.UNKNOWN_REVISION, command, "aaaaaaaaaa02", "ahead");
    }
    checkAnswersNo("ORM-MIG-UNKNOWN-REVISION", "aaaaaaaaaa02");
  }

  @Test
  void aDatabaseOfAnotherProject() throws IOException {
    Files.delete(workshop.revisions().resolve(ONE));
    write(TWO, "bbbbbbbbbb01", "", "CREATE TABLE two ()", "DROP TABLE two");

    for (ThrowingCallable command : commandsButDowngrade()) {
      refused(MigrationCode.UNKNOWN_REVISION, command, "aaaaaaaaaa01");
    }
    checkAnswersNo("ORM-MIG-UNKNOWN-REVISION", "aaaaaaaaaa01");
  }

  @Test
  void aTargetThatIsNoRevision() {
    refused(
        MigrationCode.UNKNOWN_REVISION,
        () -> migrations.upgrade("aaaaaaaaab01"),
        "did you mean \"aaaaaaaaaa01\"?");
  }

  @Test
  void aStatementThatFailsInTheMiddleOfARevision() throws IOException {
    write(
        TWO,
        "aaaaaaaaaa02",
        "aaaaaaaaaa01",
        "DELETE FROM one; CREATE TABLE two (id bigint); INSERT INTO two VALUES ('x')",
        "DROP TABLE two");

    refused(
        MigrationCode.STEP_FAILED,
        () -> migrations.upgrade(),
        path(TWO) + ":14:11",
        "INSERT INTO two VALUES ('x')",
        "invalid input syntax for type bigint: \"x\"");
  }

  @Test
  void aModelThatTheServerRefuses() {
    Table odd =
        new Table(
            QualifiedName.of("odd"),
            List.of(
                Column.of("id", SqlTypes.BIGINT).notNull(),
                Column.of("at", SqlTypes.TIMESTAMPTZ).withServerDefault("nowadays()")),
            List.of(PrimaryKey.of(ConstraintName.conventional("odd_pkey"), List.of("id"))),
            List.of(),
            null);

    refused(
        MigrationCode.SCRATCH_FAILED,
        () -> workshop.model(table("one"), odd).autogenerate("x"),
        "CREATE TABLE odd",
        "nowadays()");
  }

  @Test
  void aModelThatNeedsAScratchDatabaseWhichTheSettingsForbid() {
    refused(
        MigrationCode.SCRATCH_FAILED,
        () -> workshop.with("scratch", "none").model(table("one"), table("two")).autogenerate("x"),
        "the settings say scratch: none");
  }

  @Test
  void aModelFileThatTheServerRefuses() throws IOException {
    Path file = Files.writeString(directory.resolve("schema.sql"), "CREATE TABEL x ();\n");
    workshop.with("model", "sql:" + file);

    refused(
        MigrationCode.SCRATCH_FAILED,
        () -> workshop.model().autogenerate("x"),
        file.toString(),
        "syntax error at or near \"TABEL\"");
  }

  private void everyCommandRefuses(MigrationCode code, String... parts) {
    for (ThrowingCallable command : commandsButDowngrade()) {
      refused(code, command, parts);
    }
    refused(code, () -> migrations.downgrade("base"), parts);
    refused(code, () -> migrations.check(false), parts);
  }

  /**
   * What is wrong with the database is one of its answers, and keeps it from none of the others.
   */
  private void checkAnswersNo(String... parts) {
    refused(MigrationCode.DIFFERENCES, () -> migrations.check(false).orThrow(), parts);
  }

  private List<ThrowingCallable> commandsButDowngrade() {
    return List.of(
        () -> migrations.upgrade(),
        () -> migrations.current(),
        () -> migrations.history(),
        () -> migrations.stamp("head"),
        () -> migrations.autogenerate("x"));
  }

  private void refused(MigrationCode code, ThrowingCallable command, String... parts) {
    before = before == null ? Witness.of(database, directory) : before;

    Throwable failure = catchThrowable(command);

    assertThat(failure).isInstanceOf(AludelException.class).hasMessageContainingAll(parts);
    Problem problem = ((AludelException) failure).problem();
    assertThat(problem.code()).isEqualTo(code);
    assertThat(problem.found()).isNotBlank();
    assertThat(problem.expected()).isNotBlank();
    assertThat(problem.fix()).isNotBlank();
    assertThat(Witness.of(database, directory)).isEqualTo(before);
  }

  private String path(String file) {
    return workshop.revisions().resolve(file).toString();
  }

  private void change(String file, String from, String to) throws IOException {
    Path path = workshop.revisions().resolve(file);
    String text = Files.readString(path);
    assertThat(text).contains(from);
    Files.writeString(path, text.replace(from, to));
  }

  private void write(String file, String id, String down, String up, String undo)
      throws IOException {
    Files.createDirectories(workshop.revisions());
    Files.writeString(
        workshop.revisions().resolve(file),
        """
        revision:
          format: 1
          id: "%1$s"
          down: [%2$s]
          message: %5$s
          created: "2026-11-22T09:00:00Z"
        databaseChangeLog:
          - logicalFilePath: aludel/%1$s.yaml
          - changeSet:
              id: "%1$s-1"
              author: aludel
              comment: by hand
              changes:
                - sql:
                    sql: "%3$s"
              rollback:
                - sql:
                    sql: "%4$s"
        """
            .formatted(
                id,
                down.isEmpty() ? "" : '"' + down + '"',
                up,
                undo,
                file.substring(27).replace(".yaml", "")));
  }
}
