package org.aludel.migrations.runtime;

import static org.aludel.migrations.runtime.MigrationRunnerTest.refused;
import static org.aludel.migrations.runtime.Script.column;
import static org.aludel.migrations.runtime.Script.heads;
import static org.aludel.migrations.runtime.Script.ledger;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.aludel.error.MigrationCode;
import org.aludel.error.RevisionException;
import org.aludel.migrations.contention.StepLimits;
import org.aludel.migrations.revision.Revision;
import org.aludel.migrations.step.Backfill;
import org.aludel.migrations.step.StepProgress;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Large tables are filled in parts that are committed one by one. */
@PostgresTest(perMethod = true)
class BackfillTest {
  private static final String TABLE =
      "CREATE TABLE t (id bigint PRIMARY KEY, n int NOT NULL DEFAULT 0);"
          + " INSERT INTO t SELECT g * 3 FROM generate_series(1, 100) g;";
  private static final String LEFT = "SELECT count(*) FROM aludel_backfill";

  private static Script script(Map<String, String> parameters, String rollback) {
    return new Script()
        .revision(
            StepFile.revision("aaaa", true, StepFile.custom(Backfill.class, parameters), rollback));
  }

  private static Map<String, String> parameters(String... more) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("table", "t");
    all.put("set", "n = t.n + 1");
    all.put("batch", "7");
    for (int i = 0; i < more.length; i += 2) {
      all.put(more[i], more[i + 1]);
    }
    return all;
  }

  private static final class BrokenOff extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** Ends the run after as many parts, as if its machine had died. */
  private static void broken(Script script, TestDatabase database, int parts) {
    List<StepProgress> told = new ArrayList<>();
    ProgressListener breaking =
        new ProgressListener() {
          @Override
          public void progress(Revision revision, StepProgress progress) {
            told.add(progress);
            if (told.size() == parts) {
              throw new BrokenOff();
            }
          }
        };
    // Arrives as the failure of the step, since it was thrown while the step ran.
    RevisionException thrown =
        catchThrowableOfType(
            RevisionException.class,
            () -> script.with(database, breaking, runner -> runner.upgrade("head")));
    assertThat(thrown).hasCauseInstanceOf(BrokenOff.class);
  }

  @Test
  void changesEachRowOnceInPartsAndTellsHowFarItIs(TestDatabase database) {
    database.run(TABLE);
    List<StepProgress> told = new ArrayList<>();
    ProgressListener listener =
        new ProgressListener() {
          @Override
          public void progress(Revision revision, StepProgress progress) {
            told.add(progress);
          }
        };

    script(parameters(), "").with(database, listener, runner -> runner.upgrade("head"));

    assertThat(column(database, "SELECT DISTINCT n FROM t")).containsExactly("1");
    assertThat(told).hasSize(15);
    assertThat(told.get(14).rows()).isEqualTo(100);
    assertThat(told).allMatch(each -> each.rowsPerSecond() > 0 && each.what().equals("t"));
    assertThat(heads(database)).containsExactly("aaaa");
    assertThat(column(database, LEFT)).containsExactly("0");
  }

  @Test
  void goesOnWhereItWasBrokenOffAndChangesNoRowTwice(TestDatabase database) {
    database.run(TABLE);
    Script script = script(parameters(), "");

    broken(script, database, 3);
    assertThat(column(database, "SELECT sum(n) FROM t")).containsExactly("21");
    assertThat(column(database, "SELECT position::text || ' ' || rows FROM aludel_backfill"))
        .containsExactly("{63} 21");
    assertThat(ledger(database)).isEmpty();
    script.upgrade(database, "head");

    assertThat(column(database, "SELECT DISTINCT n FROM t")).containsExactly("1");
    assertThat(column(database, LEFT)).containsExactly("0");
  }

  @Test
  void whatWasDoneBeforeTheRecordIsNotDoneAgain(TestDatabase database) {
    database.run(TABLE);
    Script script = script(parameters("batch", "100"), "");
    broken(script, database, 1);
    database.run("UPDATE aludel_backfill SET finished = true");

    script.upgrade(database, "head");

    assertThat(column(database, "SELECT DISTINCT n FROM t")).containsExactly("1");
  }

  @Test
  void anotherDefinitionBeginsAnew(TestDatabase database) {
    database.run(TABLE);
    broken(script(parameters(), ""), database, 3);

    script(parameters("set", "n = 5"), "").upgrade(database, "head");

    assertThat(column(database, "SELECT DISTINCT n FROM t")).containsExactly("5");
  }

  @Test
  void onlyRowsThatNeedItAreChanged(TestDatabase database) {
    database.run(TABLE + "CREATE TABLE other (id bigint); INSERT INTO other VALUES (30), (300)");
    String where = "EXISTS (SELECT FROM other WHERE other.id = t.id) -- so";

    script(parameters("where", where), "").upgrade(database, "head");

    assertThat(column(database, "SELECT id FROM t WHERE n = 1 ORDER BY 1"))
        .containsExactly("30", "300");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "int ; g",
        "bigint ; g * 10000000000",
        "uuid ; md5(g::text)::uuid",
        "text ; chr(64 + g % 26) || ' \"x\" ''y'' ' || g || '\\'",
        "varchar(40) ; 'ä' || g",
        "char(12) ; g::text",
        "numeric(20,4) ; g / 7.0",
        "double precision ; g / 7.0",
        "date ; date '2000-01-01' + g",
        "timestamptz ; timestamptz '2000-01-01 12:00+02' + g * interval '1.000001 s'",
        "interval ; g * interval '1 hour'",
        "bytea ; decode(lpad(to_hex(g), 8, '0'), 'hex')",
        "inet ; '10.0.0.0'::inet + g"
      })
  void keysOfAnyOrderedType(String type, String value, TestDatabase database) {
    database.run("ALTER DATABASE " + database.name() + " SET IntervalStyle = 'sql_standard'");
    database.run(
        "CREATE TABLE t (id "
            + type
            + " PRIMARY KEY, n int DEFAULT 0); INSERT INTO t SELECT "
            + value
            + " FROM generate_series(1, 50) g");
    Script script = script(parameters(), "");

    broken(script, database, 3);
    script.upgrade(database, "head");

    assertThat(column(database, "SELECT DISTINCT n FROM t")).containsExactly("1");
  }

  @Test
  void compositeAndQuotedKeys(TestDatabase database) {
    database.run(
        "CREATE TABLE \"My T\" (\"a B\" text, c int, n int DEFAULT 0, PRIMARY KEY (\"a B\", c));"
            + " INSERT INTO \"My T\" SELECT chr(65 + g % 4), g FROM generate_series(1, 90) g");
    Map<String, String> parameters =
        Map.of("table", "\"My T\"", "set", "n = n + 1", "key", "\"a B\", C", "batch", "11");
    Script script = script(parameters, "");

    broken(script, database, 4);
    script.upgrade(database, "head");

    assertThat(column(database, "SELECT DISTINCT n FROM \"My T\"")).containsExactly("1");
  }

  @Test
  void aPartWithLockedRowsIsTriedAgain(TestDatabase database) throws Exception {
    database.run(TABLE);
    RunnerOptions options =
        RunnerOptions.defaults().withLimits(new StepLimits(Duration.ofMillis(200), 4, null));
    List<List<String>> seen = new ArrayList<>();
    try (Connection holder = database.open()) {
      holder.setAutoCommit(false);
      try (Statement statement = holder.createStatement()) {
        statement.execute("UPDATE t SET n = 0 WHERE id = 150");
      }
      ProgressListener releasing =
          new ProgressListener() {
            @Override
            public void retrying(Revision revision, int tries, Duration pause, List<String> who) {
              seen.add(who);
              commit(holder);
            }
          };

      script(parameters(), "").with(database, options, releasing, r -> r.upgrade("head"));
    }

    assertThat(seen).hasSize(1);
    assertThat(seen.get(0)).isNotEmpty();
    assertThat(column(database, "SELECT DISTINCT n FROM t")).containsExactly("1");
  }

  private static void commit(Connection holder) {
    try {
      holder.commit();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aLostLockStopsItBeforeTheNextPart(TestDatabase database) {
    database.run(TABLE);
    ProgressListener killer =
        new ProgressListener() {
          @Override
          public void progress(Revision revision, StepProgress progress) {
            if (progress.rows() == 14) {
              LostLockTest.cutLock(database);
            }
          }
        };
    Script script = script(parameters(), "");

    RevisionException thrown =
        refused(() -> script.with(database, killer, runner -> runner.upgrade("head")));

    assertThat(thrown.code()).isEqualTo(MigrationCode.LOCKED);
    assertThat(column(database, "SELECT sum(n) FROM t")).containsExactly("14");
    script.upgrade(database, "head");
    assertThat(column(database, "SELECT DISTINCT n FROM t")).containsExactly("1");
  }

  @Test
  void theWayBackIsABackfillOfItsOwn(TestDatabase database) {
    database.run(TABLE);
    String back = StepFile.custom(Backfill.class, parameters("set", "n = t.n - 1"));
    Script script = script(parameters(), back);
    script.upgrade(database, "head");

    script.downgrade(database, "base");
    assertThat(column(database, "SELECT DISTINCT n FROM t")).containsExactly("0");

    script.upgrade(database, "head");
    assertThat(column(database, "SELECT DISTINCT n FROM t")).containsExactly("1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nowhere | id | no table of that name",
        "t | nothing | no column \"nothing\"",
        "t | maybe | column \"maybe\", which may be null",
        "t | bare | no valid index that begins with bare"
      })
  void whatHasNoOrderIsRefused(String table, String key, String found, TestDatabase database) {
    database.run(TABLE + "ALTER TABLE t ADD maybe int, ADD bare int NOT NULL DEFAULT 0");
    Script script = script(parameters("table", table, "key", key), "");

    RevisionException thrown = refused(() -> script.upgrade(database, "head"));

    assertThat(thrown.code()).isEqualTo(MigrationCode.BACKFILL);
    assertThat(thrown).hasMessageContaining(found);
    assertThat(column(database, "SELECT DISTINCT n FROM t")).containsExactly("0");
  }

  @Test
  void rowsThatAreGivenAKeyAheadAreRefused(TestDatabase database) {
    database.run(TABLE);
    Script script = script(parameters("set", "id = id + 1"), "");

    RevisionException thrown = refused(() -> script.upgrade(database, "head"));

    assertThat(thrown.code()).isEqualTo(MigrationCode.BACKFILL);
    assertThat(thrown).hasMessageContaining("the key (id)").hasMessageContaining("id = id + 1");
    assertThat(column(database, "SELECT min(id) FROM t")).containsExactly("3");
  }

  @Test
  void rowsThatAreGivenAKeyBehindAreNot(TestDatabase database) {
    database.run(TABLE);

    script(parameters("set", "id = id - 1"), "").upgrade(database, "head");

    assertThat(column(database, "SELECT min(id) || ' ' || max(id) FROM t"))
        .containsExactly("2 299");
  }
}
