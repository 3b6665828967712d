package org.aludel.migrations.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** Storage parameters of the indexes behind constraints. */
@PostgresTest(perMethod = true)
final class KeyStorageTest {
  private static final String REST =
      "CREATE TABLE u (id integer REFERENCES t); INSERT INTO t VALUES (1);";

  private static String table(String key) {
    return "CREATE TABLE t (id integer, code text, CONSTRAINT " + key + ");";
  }

  @Test
  void areChangedInTheirPlace(TestDatabase database) {
    Evolution evolution =
        Evolution.on(database)
            .before(table("t_pkey PRIMARY KEY (id) WITH (fillfactor = 50)") + REST)
            .after(table("t_pkey PRIMARY KEY (id) WITH (deduplicate_items = off)") + REST);

    MigrationPlan plan = evolution.check();

    assertThat(plan.upgrade())
        .containsExactly("ALTER INDEX t_pkey SET (deduplicate_items=off), RESET (fillfactor)");
  }

  @Test
  void staySilentWhereTheyAreEqual(TestDatabase database) {
    Evolution evolution =
        Evolution.on(database)
            .before(table("t_pkey PRIMARY KEY (id) WITH (fillfactor = 50)") + REST)
            .after(table("t_pkey PRIMARY KEY (id) WITH (FILLFACTOR = '50')") + REST);

    assertThat(evolution.plan().upgrade()).isEmpty();
  }

  @Test
  void goAndComeWithTheKey(TestDatabase database) {
    Evolution evolution =
        Evolution.on(database)
            .before(table("k UNIQUE (id) WITH (fillfactor = 50)"))
            .after(table("k UNIQUE (id, code) WITH (fillfactor = 70)"));

    evolution.check();
  }

  @Test
  void followARenamedKey(TestDatabase database) {
    Evolution evolution =
        Evolution.on(database)
            .before(table("k UNIQUE (id) WITH (fillfactor = 50)"))
            .after(table("l UNIQUE (id) WITH (fillfactor = 50)"));

    assertThat(evolution.check().upgrade())
        .containsExactly("ALTER TABLE t RENAME CONSTRAINT k TO l");
  }
}
