package org.aludel.migrations.online;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.aludel.migrations.plan.Evolution;
import org.aludel.migrations.plan.MigrationPlan;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** A column gets another type while others write, by a second column that takes its place. */
@PostgresTest(perMethod = true)
final class TypeExchangeOnlineTest {
  private static final String ACCOUNT =
      "CREATE TABLE account (id bigint PRIMARY KEY, amount %s NOT NULL DEFAULT 0, note text);"
          + "CREATE INDEX ix_amount ON account (amount DESC, note);"
          + "COMMENT ON COLUMN account.amount IS 'in cents'; COMMENT ON INDEX ix_amount IS 'top';";
  private static final String ROWS =
      "INSERT INTO account SELECT n, n, 'n' || n FROM generate_series(1, 500) AS n;";

  private static Evolution evolution(TestDatabase database) {
    return Evolution.on(database)
        .online()
        .before(ACCOUNT.formatted("integer") + ROWS)
        .after(ACCOUNT.formatted("bigint"));
  }

  @Test
  void anotherColumnTakesThePlaceWithItsIndexDefaultAndComments(TestDatabase database) {
    MigrationPlan plan = evolution(database).check();

    assertThat(plan.upgrade())
        .contains(
            "ALTER TABLE account ADD COLUMN amount__new bigint",
            "ALTER TABLE account ADD CONSTRAINT amount__new_not_null"
                + " CHECK (amount__new IS NOT NULL) NOT VALID",
            "ALTER TABLE account VALIDATE CONSTRAINT amount__new_not_null",
            "CREATE INDEX CONCURRENTLY ix_amount__new ON account (amount__new DESC, note)",
            "ALTER TABLE account DROP COLUMN amount",
            "ALTER TABLE account RENAME COLUMN amount__new TO amount",
            "ALTER INDEX ix_amount__new RENAME TO ix_amount")
        .noneMatch(each -> each.contains("ALTER COLUMN amount TYPE"));
  }

  @Test
  void writersAreNeverRefusedAndNoRowIsLost(TestDatabase database) throws Exception {
    Evolution evolution = evolution(database);
    MigrationPlan plan = evolution.plan();
    AtomicBoolean done = new AtomicBoolean();
    ExecutorService writer = Executors.newSingleThreadExecutor();
    try {
      Future<Integer> written = writer.submit(() -> write(evolution.live(), done));

      evolution.apply(plan);
      done.set(true);

      assertThat(written.get()).isPositive();
    } finally {
      done.set(true);
      writer.shutdown();
    }
    assertThat(evolution.plan().upgrade()).isEmpty();
    assertThat(evolution.live().query("SELECT count(*) FROM account WHERE amount <> id"))
        .containsExactly(List.of("0"));
  }

  /** Old code: inserts by name, moves a row away from its value, and back. */
  private static int write(TestDatabase database, AtomicBoolean done) throws Exception {
    int id = 1_000;
    try (Connection connection = database.open();
        PreparedStatement insert =
            connection.prepareStatement("INSERT INTO account (id, amount) VALUES (?, ?)");
        Statement update = connection.createStatement()) {
      do {
        id++;
        insert.setInt(1, id);
        insert.setInt(2, 0);
        insert.executeUpdate();
        update.executeUpdate("UPDATE account SET amount = id WHERE id IN (7, " + id + ")");
      } while (!done.get());
    }
    return id - 1_000;
  }

  @Test
  void nullsStayNullsAndTheValuesAreConverted(TestDatabase database) {
    Evolution evolution =
        Evolution.on(database)
            .online()
            .before(
                "CREATE TABLE event (id int, day text);"
                    + "INSERT INTO event VALUES (1, '2026-01-31'), (2, NULL);")
            .after("CREATE TABLE event (id int, day date);");
    MigrationPlan plan = evolution.plan();

    evolution.apply(plan);

    assertThat(evolution.live().query("SELECT id, day FROM event ORDER BY id"))
        .hasToString("[[1, 2026-01-31], [2, null]]");
    evolution.revert(plan);
    assertThat(evolution.live().query("SELECT id, day FROM event ORDER BY id"))
        .hasToString("[[1, 2026-01-31], [2, null]]");
  }

  @Test
  void eachStepCanBeUndoneWithTheOnesBehindItLeftOut(TestDatabase database) {
    Evolution evolution = evolution(database);
    MigrationPlan plan = evolution.plan();
    List<String> whole = plan.upgrade();

    for (int count = 1; count < plan.steps().size(); count++) {
      MigrationPlan begun = new MigrationPlan(plan.steps().subList(0, count));
      evolution.apply(begun);
      evolution.revert(begun);

      assertThat(evolution.plan().upgrade()).isEqualTo(whole);
    }
  }

  @Test
  void whatAKeyOrAViewStandsOnIsChangedInItsPlace(TestDatabase database) {
    String tables =
        "CREATE TABLE account (id %1$s PRIMARY KEY); CREATE TABLE t (n %1$s);"
            + "CREATE VIEW v AS SELECT n FROM t;";
    Evolution evolution =
        Evolution.on(database)
            .online()
            .before(tables.formatted("integer"))
            .after(tables.formatted("bigint"));

    assertThat(evolution.check().upgrade())
        .contains(
            "ALTER TABLE account ALTER COLUMN id TYPE bigint",
            "ALTER TABLE t ALTER COLUMN n TYPE bigint");
  }

  @Test
  void aColumnWhoseRowsStayAsTheyAreKeepsItsPlace(TestDatabase database) {
    Evolution evolution =
        Evolution.on(database)
            .online()
            .before("CREATE TABLE t (s varchar(9));")
            .after("CREATE TABLE t (s text);");

    assertThat(evolution.check().upgrade())
        .containsExactly("ALTER TABLE t ALTER COLUMN s TYPE text");
  }

  @Test
  void aColumnWhoseNameLeavesNoRoomIsChangedInItsPlace(TestDatabase database) {
    String column = "n".repeat(60);
    Evolution evolution =
        Evolution.on(database)
            .online()
            .before("CREATE TABLE t (" + column + " integer);")
            .after("CREATE TABLE t (" + column + " bigint);");

    assertThat(evolution.check().upgrade())
        .containsExactly("ALTER TABLE t ALTER COLUMN " + column + " TYPE bigint");
  }
}
