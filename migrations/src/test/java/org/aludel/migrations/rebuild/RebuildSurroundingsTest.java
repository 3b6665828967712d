package org.aludel.migrations.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.aludel.migrations.compare.CompareOptions;
import org.aludel.migrations.plan.Evolution;
import org.aludel.migrations.plan.MigrationPlan;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.SchemaDump;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** What stands on a table that is made anew, and what changes beside it. */
@PostgresTest(perMethod = true, judge = true)
final class RebuildSurroundingsTest {
  private static final SchemaDump DUMP =
      SchemaDump.standard().ignoringColumnOrder().withPrivileges();
  private static final String ROWS =
      "INSERT INTO account VALUES (1), (2);"
          + "INSERT INTO entry (account, at, amount) VALUES (1, '2025-02-03', 10),"
          + " (2, '2026-02-03', 20);"
          + "INSERT INTO remark SELECT id, at, 'noted' FROM entry;";

  /** All that can stand on a table or refer to it. */
  private static String surrounded(String division) {
    return "CREATE TABLE account (id integer PRIMARY KEY);"
        + "CREATE TYPE colour AS ENUM ('red', 'blue');"
        + "CREATE TABLE entry (id serial, account integer NOT NULL, at date NOT NULL,"
        + " amount numeric(9,2) DEFAULT 0, colour colour, note text,"
        + " CONSTRAINT entry_pkey PRIMARY KEY (id, at),"
        + " CONSTRAINT entry_amount_check CHECK (amount >= 0)) "
        + division
        + "ALTER TABLE entry ADD CONSTRAINT entry_account_fkey FOREIGN KEY (account)"
        + " REFERENCES account (id) ON DELETE CASCADE;"
        + "ALTER TABLE entry ALTER COLUMN note SET STORAGE external;"
        + "ALTER TABLE entry ALTER COLUMN account SET STATISTICS 500;"
        + "COMMENT ON TABLE entry IS 'what came';"
        + "COMMENT ON COLUMN entry.amount IS 'how much';"
        + "COMMENT ON CONSTRAINT entry_account_fkey ON entry IS 'whose';"
        + "CREATE INDEX ix_entry_account ON entry (account) WHERE amount > 0;"
        + "CREATE STATISTICS entry_stats ON account, at FROM entry;"
        + "CREATE TABLE remark (entry integer, at date, text text, CONSTRAINT remark_entry_fkey"
        + " FOREIGN KEY (entry, at) REFERENCES entry (id, at));"
        + "CREATE VIEW total AS SELECT account, sum(amount) AS amount FROM entry GROUP BY account;"
        + "CREATE VIEW grand AS SELECT sum(amount) AS amount FROM total;"
        + "COMMENT ON VIEW total IS 'sums';"
        + "CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS"
        + " 'BEGIN RETURN NEW; END';"
        + "CREATE TRIGGER entry_touch AFTER INSERT ON entry FOR EACH ROW"
        + " EXECUTE FUNCTION touch();"
        + "CREATE RULE entry_kept AS ON DELETE TO entry WHERE old.amount > 100"
        + " DO INSTEAD NOTHING;"
        + "ALTER TABLE entry ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;"
        + "CREATE POLICY entry_all ON entry USING (amount < 1000);"
        + "GRANT SELECT ON entry TO PUBLIC; GRANT UPDATE (note) ON entry TO PUBLIC;"
        + "GRANT SELECT ON total TO PUBLIC;"
        + "CREATE PUBLICATION entries FOR TABLE entry;";
  }

  private static final String PLAIN = surrounded(";");
  private static final String DIVIDED =
      surrounded(
          "PARTITION BY RANGE (at); CREATE TABLE entry_2025 PARTITION OF entry"
              + " FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');"
              + "CREATE TABLE entry_2026 PARTITION OF entry"
              + " FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');");

  @Test
  void allThatStandsOnATableComesAlongAndBack(TestDatabase database) {
    SchemaDump.assumeAvailable();
    Evolution evolution = Evolution.on(database).before(PLAIN).after(DIVIDED);
    evolution.live().run(ROWS);
    String before = DUMP.of(evolution.live());
    MigrationPlan plan = evolution.plan();

    evolution.apply(plan);

    assertThat(DUMP.of(evolution.live())).isEqualTo(DUMP.of(evolution.wanted()));
    assertThat(evolution.plan().upgrade()).isEmpty();
    assertThat(evolution.live().query("SELECT amount FROM grand"))
        .containsExactly(List.of("30.00"));

    evolution.revert(plan);

    assertThat(DUMP.of(evolution.live())).isEqualTo(before);
    assertThat(evolution.live().query("SELECT count(*) FROM remark JOIN entry USING (at)"))
        .containsExactly(List.of("2"));
    assertThat(evolution.live().query("SELECT nextval('entry_id_seq')"))
        .containsExactly(List.of("3"));
  }

  @Test
  void theOwnerSeesAllRowsWhileTheyMove(TestDatabase database) {
    Evolution evolution = Evolution.on(database).before(PLAIN).after(DIVIDED);

    List<String> upgrade = evolution.plan().upgrade();

    int seen =
        upgrade.indexOf("ALTER TABLE entry ENABLE ROW LEVEL SECURITY, NO FORCE ROW LEVEL SECURITY");
    int moved = upgrade.indexOf("ALTER TABLE entry RENAME TO entry__old");
    int hidden =
        upgrade.lastIndexOf(
            "ALTER TABLE entry ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY");
    assertThat(seen).isPositive().isLessThan(moved);
    assertThat(hidden).isGreaterThan(moved);
  }

  @Test
  void columnsComeAndGoAndChangeBeside(TestDatabase database) {
    Evolution evolution =
        Evolution.on(database)
            .before(
                "CREATE TABLE t (id integer NOT NULL, old text, size integer, at text);"
                    + "INSERT INTO t VALUES (1, 'kept', 5, '2025-01-01');")
            .after(
                "CREATE TABLE t (id bigint NOT NULL, size text, at date, fresh integer NOT NULL"
                    + " DEFAULT 7) PARTITION BY LIST (id);"
                    + "CREATE TABLE t_rest PARTITION OF t DEFAULT;");

    MigrationPlan plan = evolution.plan();
    evolution.apply(plan);

    assertThat(plan.operations())
        .extracting(each -> each.operation().describe())
        .containsExactly("rebuild table  t: not divided -> by LIST (id)", "drop column  t.old");
    assertThat(plan.lossy()).containsExactly("t.fresh");
    assertThat(evolution.live().query("SELECT id, size, at, fresh FROM t"))
        .containsExactly(List.of("1", "5", "2025-01-01", "7"));
    evolution.revert(plan);
    assertThat(evolution.live().query("SELECT id, size, at FROM t"))
        .containsExactly(List.of("1", "5", "2025-01-01"));
  }

  @Test
  void aColumnThatTheModelLacksIsHeldBackAsAnyDrop(TestDatabase database) {
    Evolution evolution =
        Evolution.on(database)
            .before(
                "CREATE TABLE t (id integer NOT NULL, old text);"
                    + "INSERT INTO t VALUES (1, 'kept');")
            .after(
                "CREATE TABLE t (id integer NOT NULL) PARTITION BY LIST (id);"
                    + "CREATE TABLE t_rest PARTITION OF t DEFAULT;");
    evolution.options(evolution.options().withDrops(CompareOptions.Drops.pending()));

    evolution.apply(evolution.plan());

    assertThat(evolution.differences().pending()).hasSize(1);
    assertThat(evolution.live().query("SELECT id, old FROM t"))
        .containsExactly(List.of("1", "kept"));
  }
}
