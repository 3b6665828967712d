package org.aludel.migrations.online;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.aludel.error.RevisionException;
import org.aludel.migrations.plan.Evolution;
import org.aludel.migrations.plan.MigrationPlan;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Each case runs up and down over rows, and must end where the plain plan ends. */
@PostgresTest
@Tag("servers")
class OnlinePlanTest {
  private static final String USERS =
      "CREATE TABLE users (id bigint PRIMARY KEY, email text, age integer);"
          + "INSERT INTO users SELECT n, 'u' || n, n FROM generate_series(1, 300) AS n;";

  @Test
  void indexIsBuiltBesideTheWriters(TestDatabase database) {
    MigrationPlan plan =
        plan(database, USERS, "CREATE INDEX ix ON users (email); COMMENT ON INDEX ix IS 'mail'");

    assertThat(steps(plan))
        .containsExactly(
            "alone: CREATE INDEX CONCURRENTLY ix ON users (email)",
            "together: COMMENT ON INDEX ix IS 'mail'");
    assertThat(plan.downgrade()).containsExactly("DROP INDEX CONCURRENTLY IF EXISTS ix");
  }

  @Test
  void droppedIndexIsBuiltBesideTheWritersOnTheWayBack(TestDatabase database) {
    MigrationPlan plan =
        Evolution.on(database)
            .online()
            .before(USERS + "CREATE INDEX ix ON users (email)")
            .after(USERS)
            .check();

    assertThat(steps(plan)).containsExactly("alone: DROP INDEX CONCURRENTLY IF EXISTS ix");
    assertThat(plan.downgrade()).containsExactly("CREATE INDEX CONCURRENTLY ix ON users (email)");
  }

  @Test
  void indexOfANewTableIsBuiltInPlace(TestDatabase database) {
    MigrationPlan plan = plan(database, USERS, "CREATE TABLE t (a int); CREATE INDEX ix ON t (a)");

    assertThat(steps(plan))
        .containsExactly("together: CREATE TABLE t (\n  a integer\n); CREATE INDEX ix ON t (a)");
  }

  @Test
  void uniqueConstraintTakesOverAnIndex(TestDatabase database) {
    MigrationPlan plan =
        plan(database, USERS, "ALTER TABLE users ADD CONSTRAINT uq UNIQUE (email) DEFERRABLE");

    assertThat(steps(plan))
        .containsExactly(
            "alone: CREATE UNIQUE INDEX CONCURRENTLY uq ON users (email)",
            "together: ALTER TABLE users ADD CONSTRAINT uq UNIQUE USING INDEX uq DEFERRABLE");
    assertThat(plan.downgrade())
        .containsExactly(
            "ALTER TABLE users DROP CONSTRAINT IF EXISTS uq",
            "DROP INDEX CONCURRENTLY IF EXISTS uq");
  }

  @Test
  void primaryKeyTakesOverAnIndexOfAColumnThatIsNotNullByThen(TestDatabase database) {
    Evolution evolution =
        Evolution.on(database)
            .online()
            .before("CREATE TABLE t (a integer); INSERT INTO t SELECT generate_series(1, 9);")
            .after("CREATE TABLE t (a integer CONSTRAINT t_pk PRIMARY KEY)");

    assertThat(steps(evolution.check()))
        .containsExactly(
            "together: ALTER TABLE t ADD CONSTRAINT a__not_null CHECK (a IS NOT NULL) NOT VALID",
            "apart: ALTER TABLE t VALIDATE CONSTRAINT a__not_null",
            "together: ALTER TABLE t ALTER COLUMN a SET NOT NULL;"
                + " ALTER TABLE t DROP CONSTRAINT a__not_null",
            "alone: CREATE UNIQUE INDEX CONCURRENTLY t_pk ON t (a)",
            "together: ALTER TABLE t ADD CONSTRAINT t_pk PRIMARY KEY USING INDEX t_pk");
  }

  @Test
  void checkAndForeignKeyAreValidatedApart(TestDatabase database) {
    String old = USERS + "CREATE TABLE address (id bigint, user_id bigint);";
    MigrationPlan plan =
        plan(
            database,
            old,
            "ALTER TABLE users ADD CONSTRAINT grown CHECK (age > 0);"
                + "ALTER TABLE address ADD CONSTRAINT fk FOREIGN KEY (user_id) REFERENCES users;");

    assertThat(steps(plan))
        .containsExactly(
            "together: ALTER TABLE users ADD CONSTRAINT grown CHECK (age > 0) NOT VALID",
            "apart: ALTER TABLE users VALIDATE CONSTRAINT grown",
            "together: ALTER TABLE address ADD CONSTRAINT fk FOREIGN KEY (user_id)"
                + " REFERENCES users (id) NOT VALID",
            "apart: ALTER TABLE address VALIDATE CONSTRAINT fk");
  }

  @Test
  void eachTableIsLockedInATransactionOfItsOwn(TestDatabase database) {
    String old = "CREATE TABLE a (id int); CREATE TABLE b (id int);";
    MigrationPlan plan =
        plan(
            database,
            old,
            "ALTER TABLE a ADD x int, ADD y int; ALTER TABLE b ADD x int; CREATE TABLE c (id int)");

    assertThat(plan.steps()).hasSize(2).allMatch(MigrationPlan.Step::transactional);
    assertThat(plan.atomic()).isFalse();
  }

  @Test
  void volatileDefaultIsFilledInByPages(TestDatabase database) {
    Evolution evolution =
        Evolution.on(database)
            .online()
            .before(USERS)
            .after(
                "CREATE TABLE users (id bigint PRIMARY KEY, email text, age integer,"
                    + " token double precision NOT NULL DEFAULT random())");
    MigrationPlan plan = evolution.check();
    evolution.apply(plan);

    assertThat(steps(plan)).hasSize(4).element(1).asString().startsWith("alone: DO $aludel$");
    assertThat(steps(plan).get(0))
        .isEqualTo(
            "together: ALTER TABLE users ADD COLUMN token double precision;"
                + " ALTER TABLE users ALTER COLUMN token SET DEFAULT random();"
                + " ALTER TABLE users ADD CONSTRAINT token__not_null"
                + " CHECK (token IS NOT NULL) NOT VALID");
    assertThat(evolution.live().query("SELECT count(DISTINCT token) FROM users").toString())
        .contains("300");
  }

  @Test
  void indexOfADividedTableIsBuiltPartByPart(TestDatabase database) {
    String old =
        "CREATE TABLE log (id int, at int, note text) PARTITION BY RANGE (at);"
            + "CREATE TABLE log_1 PARTITION OF log FOR VALUES FROM (0) TO (100);"
            + "CREATE TABLE log_2 PARTITION OF log FOR VALUES FROM (100) TO (200)"
            + " PARTITION BY RANGE (id);"
            + "CREATE TABLE log_2_1 PARTITION OF log_2 FOR VALUES FROM (0) TO (1000);"
            + "INSERT INTO log SELECT n, n, 'x' FROM generate_series(1, 199) AS n;";
    MigrationPlan plan = plan(database, old, "CREATE INDEX log_note ON log (note)");

    assertThat(steps(plan))
        .containsExactly(
            "alone: CREATE INDEX CONCURRENTLY log_1_note_idx ON log_1 (note)",
            "alone: CREATE INDEX CONCURRENTLY log_2_1_note_idx ON log_2_1 (note)",
            "together: CREATE INDEX log_2_note_idx ON log_2 (note)",
            "together: CREATE INDEX log_note ON log (note)");
    assertThat(plan.downgrade()).startsWith("DROP INDEX log_note");
  }

  @Test
  void whatIsDroppedAndCreatedAgainStaysInOneTransaction(TestDatabase database) {
    MigrationPlan plan =
        Evolution.on(database)
            .online()
            .before(USERS + "CREATE VIEW v AS SELECT id, age FROM users;")
            .after(
                "CREATE TABLE users (id bigint PRIMARY KEY, email text, age bigint);"
                    + "CREATE VIEW v AS SELECT id, age FROM users; CREATE INDEX ix ON users (age)")
            .check();

    assertThat(plan.steps()).hasSize(2);
    assertThat(plan.steps().get(0).upgrade()).hasSize(3);
    assertThat(plan.steps().get(1).upgrade())
        .containsExactly("CREATE INDEX CONCURRENTLY ix ON users (age)");
  }

  /** Found in the corpus: as long as the part is attached, its index cannot be dropped. */
  @Test
  void indexOfAPartIsDroppedOnceThePartIsAlone(TestDatabase database) {
    String whole =
        "CREATE TABLE log (id int, note text) PARTITION BY RANGE (id);"
            + "CREATE INDEX log_note ON log (note);";
    MigrationPlan plan =
        Evolution.on(database)
            .online()
            .before(
                whole
                    + "CREATE TABLE log_1 PARTITION OF log FOR VALUES FROM (0) TO (100);"
                    + "CREATE VIEW v AS SELECT id, note FROM log;")
            .after(
                whole
                    + "CREATE TABLE log_1 (id int, note text);"
                    + "CREATE VIEW v AS SELECT id AS key, note FROM log;")
            .check();

    assertThat(plan.upgrade()).anyMatch(each -> each.contains("DETACH PARTITION log_1"));
  }

  /** As a process that is killed behind any statement: what is left can be undone by its parts. */
  @Test
  void eachBeginningOfThePlanCanBeUndone(TestDatabase database) {
    Evolution evolution =
        Evolution.on(database)
            .online()
            .before(USERS)
            .after(
                "CREATE TABLE users (id bigint PRIMARY KEY, email text UNIQUE, age integer NOT NULL"
                    + " CHECK (age > 0), token uuid NOT NULL DEFAULT gen_random_uuid())");
    List<MigrationPlan.Step> steps = evolution.plan().steps();

    for (int done = 1; done <= steps.size(); done++) {
      MigrationPlan beginning = new MigrationPlan(steps.subList(0, done));
      evolution.apply(beginning);
      evolution.revert(beginning);

      assertThat(evolution.plan().upgrade())
          .as("after %d steps and back", done)
          .isEqualTo(new MigrationPlan(steps).upgrade());
    }
  }

  @Test
  void aRenameIsRefused(TestDatabase database) {
    Evolution evolution =
        Evolution.on(database)
            .online()
            .before(USERS)
            .after("CREATE TABLE users (id bigint PRIMARY KEY, mail text, age integer)")
            .renames("users.email:mail");

    assertThatThrownBy(evolution::plan)
        .isInstanceOf(RevisionException.class)
        .hasMessageContaining("ORM-MIG-RENAME-NOT-ONLINE")
        .hasMessageContaining("rename column");
  }

  private static MigrationPlan plan(TestDatabase database, String before, String more) {
    Evolution evolution =
        Evolution.on(database)
            .online()
            .before(before)
            .after(before.replaceAll("INSERT INTO [^;]+;", "") + more);
    return evolution.check();
  }

  private static List<String> steps(MigrationPlan plan) {
    List<String> lines = new ArrayList<>();
    for (MigrationPlan.Step step : plan.steps()) {
      String sql = String.join("; ", step.upgrade());
      boolean apart = step.transactional() && sql.contains("VALIDATE");
      lines.add((apart ? "apart: " : step.transactional() ? "together: " : "alone: ") + sql);
    }
    return lines;
  }
}
