package org.aludel.migrations.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.aludel.migrations.plan.Evolution;
import org.aludel.migrations.plan.MigrationPlan;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.Test;

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

  @Test
  void plainTableBecomesPartitioned(TestDatabase database) {
    Evolution evolution = Evolution.on(database).before(PLAIN + ROWS).after(DIVIDED);

    MigrationPlan plan = evolution.check();

    plan.upgrade().forEach(System.out::println);
    System.out.println("-- back");
    plan.downgrade().forEach(System.out::println);
    assertThat(evolution.live().query("SELECT id, at, note, twice FROM event ORDER BY id"))
        .containsExactly(
            List.of("1", "2025-05-05", "a", "2"), List.of("2", "2026-06-06", "b", "4"));
  }
}
