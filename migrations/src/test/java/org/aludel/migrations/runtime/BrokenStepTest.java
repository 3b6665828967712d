package org.aludel.migrations.runtime;

import static org.aludel.migrations.runtime.MigrationRunnerTest.refused;
import static org.aludel.migrations.runtime.Script.column;
import static org.aludel.migrations.runtime.Script.heads;
import static org.aludel.migrations.runtime.Script.ledger;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.aludel.migrations.revision.Revision;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** Steps outside a transaction that are broken off between what they do and its record. */
@PostgresTest(perMethod = true)
class BrokenStepTest {
  private static final String PARTITIONS =
      "CREATE TABLE p (id int) PARTITION BY RANGE (id);"
          + " CREATE TABLE c PARTITION OF p FOR VALUES FROM (0) TO (10)";
  private static final String INDEXES =
      "SELECT c.relname || ' ' || i.indisvalid FROM pg_index i JOIN pg_class c ON c.oid ="
          + " i.indexrelid WHERE i.indrelid = 't'::regclass ORDER BY 1";

  private static final class BrokenOff extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** Runs until the change of that number is done, and dies. */
  private static void dies(
      Script script, TestDatabase database, int change, Function<MigrationRunner, ?> work) {
    ProgressListener dying =
        new ProgressListener() {
          @Override
          public void operation(Revision revision, int done, int operations, Duration took) {
            if (done == change) {
              throw new BrokenOff();
            }
          }
        };
    assertThatThrownBy(() -> script.with(database, dying, work)).isInstanceOf(BrokenOff.class);
  }

  /** Breaks it off both ways, and each next run ends where an undisturbed one does. */
  private static void survives(String step, String query, String done, TestDatabase database) {
    Script script = new Script().revision("aaaa", step);
    List<String> before = column(database, query);

    dies(script, database, 1, runner -> runner.upgrade("head"));
    assertThat(ledger(database)).isEmpty();
    script.upgrade(database, "head");
    assertThat(column(database, query)).containsExactly(done);
    assertThat(heads(database)).containsExactly("aaaa");

    dies(script, database, 1, runner -> runner.downgrade("base"));
    assertThat(ledger(database)).containsExactly("aaaa-1");
    script.downgrade(database, "base");
    assertThat(column(database, query)).isEqualTo(before);
    assertThat(heads(database)).isEmpty();
  }

  @Test
  void aConcurrentIndexIsMadeAndDropped(TestDatabase database) {
    database.run("CREATE TABLE t (id int)");

    survives(
        "!CREATE INDEX CONCURRENTLY ix ON t (id) // DROP INDEX CONCURRENTLY ix",
        INDEXES,
        "ix true",
        database);
  }

  @Test
  void aPartitionIsDetachedAndAttached(TestDatabase database) {
    assumeTrue(database.majorVersion() >= 14);
    database.run(PARTITIONS);

    survives(
        "!ALTER TABLE p DETACH PARTITION c CONCURRENTLY // ALTER TABLE p ATTACH PARTITION c FOR"
            + " VALUES FROM (0) TO (10)",
        "SELECT count(*) FROM pg_inherits",
        "0",
        database);
  }

  @Test
  void aPartitionThatIsHalfDetachedIsFinished(TestDatabase database) throws Exception {
    assumeTrue(database.majorVersion() >= 14);
    database.run(PARTITIONS);
    Script script =
        new Script().revision("aaaa", "!ALTER TABLE p DETACH PARTITION c CONCURRENTLY // ");
    try (Connection reader = database.open()) {
      reader.setAutoCommit(false);
      try (Statement statement = reader.createStatement()) {
        statement.execute("SELECT * FROM p");
        try (Connection other = database.open();
            Statement detach = other.createStatement()) {
          detach.execute("SET lock_timeout = '200ms'");
          assertThatThrownBy(() -> detach.execute("ALTER TABLE p DETACH PARTITION c CONCURRENTLY"))
              .isInstanceOf(SQLException.class);
        }
      }
    }
    assertThat(column(database, "SELECT inhdetachpending FROM pg_inherits")).containsExactly("t");

    script.upgrade(database, "head");

    assertThat(column(database, "SELECT count(*) FROM pg_inherits")).containsExactly("0");
  }

  @Test
  void aLabelOfAnEnumIsAddedAndTakenAway(TestDatabase database) {
    database.run("CREATE TYPE mood AS ENUM ('sad', 'happy'); CREATE TABLE t (m mood)");

    survives(
        "!ALTER TYPE mood ADD VALUE 'calm' BEFORE 'happy' // ALTER TYPE mood RENAME TO mood__old ;;"
            + " CREATE TYPE mood AS ENUM ('sad', 'happy') ;; ALTER TABLE t ALTER m TYPE mood USING"
            + " m::text::mood ;; DROP TYPE mood__old",
        "SELECT enum_range(NULL::mood)::text",
        "{sad,calm,happy}",
        database);
  }

  @Test
  void theWayBackOfALabelIsDoneWhollyOrNotAtAll(TestDatabase database) {
    database.run("CREATE TYPE mood AS ENUM ('sad'); CREATE TABLE t (m mood)");
    Script script =
        new Script()
            .revision(
                "aaaa",
                "!ALTER TYPE mood ADD VALUE 'calm' // ALTER TYPE mood RENAME TO mood__old ;; CREATE"
                    + " TYPE mood AS ENUM ('sad') ;; ALTER TABLE t ALTER m TYPE mood USING"
                    + " m::text::mood ;; DROP TYPE mood__old");
    script.upgrade(database, "head");

    dies(script, database, 3, runner -> runner.downgrade("base"));

    assertThat(column(database, "SELECT typname FROM pg_type WHERE typtype = 'e'"))
        .containsExactly("mood");
    assertThat(column(database, "SELECT enum_range(NULL::mood)::text"))
        .containsExactly("{sad,calm}");
    assertThat(heads(database)).containsExactly("aaaa");
  }

  @Test
  void vacuumRunsAgain(TestDatabase database) {
    database.run("CREATE TABLE t (id int)");

    survives("!VACUUM t // VACUUM t", "SELECT 1", "1", database);
  }

  @Test
  void whatARebuildLeftIsDropped(TestDatabase database) throws Exception {
    database.run("CREATE TABLE t (id int); CREATE INDEX ix ON t (id)");
    Script script = new Script().revision("aaaa", "!REINDEX INDEX CONCURRENTLY ix // ");
    dies(script, database, 1, runner -> runner.upgrade("head"));
    try (Connection reader = database.open();
        Connection other = database.open();
        Statement rebuild = other.createStatement()) {
      reader.setAutoCommit(false);
      reader.createStatement().execute("SELECT * FROM t");
      rebuild.execute("SET lock_timeout = '200ms'");
      assertThatThrownBy(() -> rebuild.execute("REINDEX INDEX CONCURRENTLY ix"))
          .isInstanceOf(SQLException.class);
    }
    assertThat(column(database, INDEXES)).hasSize(2).contains("ix true");

    script.upgrade(database, "head");

    assertThat(column(database, INDEXES)).containsExactly("ix true");
  }

  @Test
  void aRebuildOfSomebodyElseIsLeftAlone(TestDatabase database) {
    database.run("CREATE TABLE t (id int); CREATE INDEX ix ON t (id)");
    database.run(
        "CREATE INDEX ix_ccnew ON t (id); UPDATE pg_index SET indisvalid = false WHERE indexrelid ="
            + " 'ix_ccnew'::regclass");

    new Script().revision("aaaa", "!REINDEX INDEX CONCURRENTLY ix // ").upgrade(database, "head");

    assertThat(column(database, INDEXES)).contains("ix_ccnew false");
  }

  @Test
  void ofSeveralChangesOnlyTheBrokenOneRunsAgain(TestDatabase database) {
    database.run("CREATE TABLE t (id int); CREATE TABLE runs (n int)");
    Script script =
        new Script()
            .revision(
                "aaaa",
                "!INSERT INTO runs VALUES (1) ;; CREATE INDEX CONCURRENTLY ix ON t (id) ;; VACUUM t"
                    + " // ");

    dies(script, database, 2, runner -> runner.upgrade("head"));
    script.upgrade(database, "head");

    assertThat(column(database, "SELECT count(*) FROM runs")).containsExactly("1");
    assertThat(column(database, INDEXES)).containsExactly("ix true");
  }

  @Test
  void whatNobodyBeganIsNotTakenForDone(TestDatabase database) {
    assumeTrue(database.majorVersion() >= 14);
    database.run("CREATE TABLE p (id int) PARTITION BY RANGE (id); CREATE TABLE c (id int)");
    Script script =
        new Script().revision("aaaa", "!ALTER TABLE p DETACH PARTITION c CONCURRENTLY // ");

    assertThat(refused(() -> script.upgrade(database, "head"))).hasMessageContaining("42P01");
  }

  @Test
  void aChangeThatIsDoneStaysDoneWhenOthersComeBetween(TestDatabase database) {
    database.run("CREATE TABLE t (id int); INSERT INTO t VALUES (1)");
    refused(
        () -> several("UPDATE t SET id = id * 100", "VACUUM nowhere").upgrade(database, "head"));

    several("UPDATE t SET id = id * 100", "SELECT 1", "VACUUM t").upgrade(database, "head");

    assertThat(column(database, "SELECT id FROM t")).containsExactly("100");
    assertThat(heads(database)).containsExactly("aaaa");
  }

  private static Script several(String... statements) {
    String changes =
        Arrays.stream(statements)
            .map(each -> "{sql: {splitStatements: false, stripComments: false, sql: " + each + "}}")
            .collect(Collectors.joining(", "));
    return new Script().revision(StepFile.revision("aaaa", true, changes, ""));
  }
}
