package org.aludel.migrations.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.aludel.migrations.plan.Evolution;
import org.aludel.migrations.plan.MigrationPlan;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables that only a copy of their rows turns into what the model has, both ways. */
@PostgresTest(perMethod = true)
final class RebuildTest {
  private static final String PLAIN =
      "CREATE TABLE event (id bigint GENERATED ALWAYS AS IDENTITY, at date NOT NULL, note text,"
          + " twice bigint GENERATED ALWAYS AS (id * 2) STORED,"
          + " CONSTRAINT event_pkey PRIMARY KEY (id, at));"
          + "CREATE INDEX ix_event_note ON event (note);";
  private static final String DIVIDED =
      "CREATE TABLE event (id bigint GENERATED ALWAYS AS IDENTITY, at date NOT NULL, note text,"
          + " twice bigint GENERATED ALWAYS AS (id * 2) STORED,"
          + " CONSTRAINT event_pkey PRIMARY KEY (id, at)) PARTITION BY RANGE (at);"
          + "CREATE INDEX ix_event_note ON event (note);"
          + "CREATE TABLE event_2025 PARTITION OF event"
          + " FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');"
          + "CREATE TABLE event_2026 PARTITION OF event"
          + " FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');";
  private static final String ROWS =
      "INSERT INTO event (at, note) VALUES ('2025-05-05', 'a'), ('2026-06-06', 'b');";

  private static final String EVENTS = "SELECT id, at, note, twice FROM event ORDER BY id";
  private static final List<List<String>> MOVED =
      List.of(List.of("1", "2025-05-05", "a", "2"), List.of("2", "2026-06-06", "b", "4"));

  @Test
  void plainTableIsDividedWithItsRows(TestDatabase database) {
    Evolution evolution = Evolution.on(database).before(PLAIN + ROWS).after(DIVIDED);
    MigrationPlan plan = evolution.plan();

    evolution.apply(plan);

    assertThat(plan.operations())
        .extracting(each -> each.operation().describe())
        .containsExactly("rebuild table  event: not divided -> by RANGE (at)");
    assertThat(plan.upgrade())
        .contains(
            "LOCK TABLE event IN ACCESS EXCLUSIVE MODE",
            "ALTER INDEX event_pkey RENAME TO event_pkey__old",
            "ALTER INDEX ix_event_note RENAME TO ix_event_note__old",
            "ALTER TABLE event RENAME TO event__old",
            "INSERT INTO event (id, at, note) OVERRIDING SYSTEM VALUE"
                + " SELECT id, at, note FROM ONLY event__old",
            "SELECT setval(pg_get_serial_sequence('event', 'id'), last_value, is_called)"
                + " FROM event__old_id_seq")
        .endsWith("DROP TABLE event__old");
    assertThat(evolution.live().query(EVENTS)).isEqualTo(MOVED);
    assertThat(evolution.live().query("SELECT at FROM ONLY event_2025"))
        .containsExactly(List.of("2025-05-05"));
  }

  @Test
  void theWayBackKeepsTheRows(TestDatabase database) {
    Evolution evolution = Evolution.on(database).before(PLAIN + ROWS).after(DIVIDED);

    MigrationPlan plan = evolution.check();

    assertThat(plan.lossy()).isEmpty();
    assertThat(plan.downgrade())
        .contains(
            "INSERT INTO event (id, at, note) OVERRIDING SYSTEM VALUE"
                + " SELECT id, at, note FROM event__old")
        .endsWith("DROP TABLE event__old");
    assertThat(evolution.live().query(EVENTS)).isEqualTo(MOVED);
  }

  @Test
  void partitionedTableBecomesPlain(TestDatabase database) {
    Evolution evolution = Evolution.on(database).before(DIVIDED + ROWS).after(PLAIN);

    evolution.check();

    assertThat(evolution.live().query(EVENTS)).isEqualTo(MOVED);
    assertThat(evolution.live().query("SELECT at FROM ONLY event_2026"))
        .containsExactly(List.of("2026-06-06"));
  }

  @Test
  void staysSilentWhereTheTableIsDividedAlike(TestDatabase database) {
    Evolution evolution =
        Evolution.on(database)
            .before(DIVIDED + ROWS)
            .after(DIVIDED.replace("'2026-01-01'", "DATE '2026-1-1'"));

    assertThat(evolution.plan().upgrade()).isEmpty();
  }

  @Test
  void identityGoesOnWhereItWas(TestDatabase database) {
    Evolution evolution =
        Evolution.on(database)
            .before(PLAIN + ROWS + "ALTER TABLE event ALTER COLUMN id RESTART WITH 70;")
            .after(DIVIDED);

    evolution.apply(evolution.plan());

    assertThat(evolution.live().query("INSERT INTO event (at) VALUES ('2026-07-07') RETURNING id"))
        .containsExactly(List.of("70"));
  }

  @Test
  void rowsThatFitNoPartitionAreCountedBeforeAnythingIsDone(TestDatabase database) {
    Evolution evolution =
        Evolution.on(database)
            .before(PLAIN + ROWS + "INSERT INTO event (at) VALUES ('2031-01-01'), ('1999-01-01');")
            .after(DIVIDED);
    MigrationPlan plan = evolution.plan();

    assertThat(plan.upgrade().get(1)).contains("ROWS-FIT-NO-PARTITION");
    assertThatThrownBy(() -> evolution.apply(plan))
        .hasMessageContaining(
            "ORM-MIG-ROWS-FIT-NO-PARTITION: cannot divide table \"event\":"
                + " 2 rows fit no partition");
    assertThat(evolution.live().query("SELECT count(*) FROM event")).containsExactly(List.of("4"));
  }

  @Test
  void rowsOfTheDefaultPartitionAreWelcome(TestDatabase database) {
    Evolution evolution =
        Evolution.on(database)
            .before(PLAIN + ROWS + "INSERT INTO event (at) VALUES ('2031-01-01');")
            .after(DIVIDED + "CREATE TABLE event_rest PARTITION OF event DEFAULT;");

    evolution.check();

    assertThat(evolution.live().query("SELECT count(*) FROM event")).containsExactly(List.of("3"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PARTITION BY HASH (id); CREATE TABLE p0 PARTITION OF t FOR VALUES WITH (MODULUS 2,"
            + " REMAINDER 0); CREATE TABLE p1 PARTITION OF t FOR VALUES WITH (MODULUS 2,"
            + " REMAINDER 1);",
        "PARTITION BY LIST (kind); CREATE TABLE p0 PARTITION OF t FOR VALUES IN ('a', NULL);"
            + " CREATE TABLE p1 PARTITION OF t DEFAULT;",
        "PARTITION BY RANGE (id, kind); CREATE TABLE p0 PARTITION OF t FOR VALUES FROM (MINVALUE,"
            + " MINVALUE) TO (2, 'b'); CREATE TABLE p1 PARTITION OF t FOR VALUES FROM (2, 'b') TO"
            + " (MAXVALUE, MAXVALUE) PARTITION BY LIST (kind); CREATE TABLE p2 PARTITION OF p1"
            + " DEFAULT;",
        ";"
      })
  void aTableIsDividedOtherwise(String division, TestDatabase database) {
    String table = "CREATE TABLE t (id integer NOT NULL, kind text) ";
    String rows = "INSERT INTO t VALUES (1, 'a'), (2, 'b'), (3, 'a');";
    String range =
        "PARTITION BY RANGE (id); CREATE TABLE p0 PARTITION OF t FOR VALUES FROM (0) TO (2);"
            + "CREATE TABLE p1 PARTITION OF t FOR VALUES FROM (2) TO (9);";
    Evolution evolution =
        Evolution.on(database).before(table + range + rows).after(table + division);

    evolution.check();

    assertThat(evolution.live().query("SELECT id, kind FROM t ORDER BY id"))
        .containsExactly(List.of("1", "a"), List.of("2", "b"), List.of("3", "a"));
  }

  @Test
  void rowsOfHeirsGoIntoThePartitions(TestDatabase database) {
    Evolution evolution =
        Evolution.on(database)
            .before(
                "CREATE TABLE t (id integer NOT NULL, kind text);"
                    + "CREATE TABLE t_a (CHECK (kind = 'a')) INHERITS (t);"
                    + "CREATE TABLE t_b (CHECK (kind = 'b')) INHERITS (t);"
                    + "INSERT INTO t_a VALUES (1, 'a'); INSERT INTO t_b VALUES (2, 'b');"
                    + "INSERT INTO t VALUES (3, 'a');")
            .after(
                "CREATE TABLE t (id integer NOT NULL, kind text) PARTITION BY LIST (kind);"
                    + "CREATE TABLE t_a PARTITION OF t FOR VALUES IN ('a');"
                    + "CREATE TABLE t_b PARTITION OF t FOR VALUES IN ('b');");

    evolution.check();

    assertThat(evolution.live().query("SELECT id FROM ONLY t_a ORDER BY id"))
        .containsExactly(List.of("1"), List.of("3"));
    assertThat(evolution.live().query("SELECT count(*) FROM t")).containsExactly(List.of("3"));
  }
}
