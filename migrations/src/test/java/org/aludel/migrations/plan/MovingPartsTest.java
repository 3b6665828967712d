package org.aludel.migrations.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.SchemaDump;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * What happens beside a part that leaves its table, and beside a column that loses its long type.
 */
@PostgresTest(judge = true)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MovingPartsTest {
  private static final SchemaDump DUMP = SchemaDump.standard().ignoringColumnOrder();

  private static final String WHOLE =
      "CREATE TABLE w (k int %s, r int %s) PARTITION BY RANGE (k);"
          + "CREATE TABLE w1 (k int NOT NULL, r int);";
  private static final String ATTACHED =
      "ALTER TABLE w ATTACH PARTITION w1 FOR VALUES FROM (1) TO (9);";

  private Evolution evolution;

  @BeforeAll
  void open(TestDatabase database) {
    evolution = Evolution.on(database);
  }

  @BeforeEach
  void empty() {
    evolution.reset();
  }

  @AfterAll
  void close() {
    evolution.live().close();
    evolution.wanted().close();
  }

  @Test
  void aPartLeavesATableThatNoLongerRefersToItself() {
    String key = WHOLE.formatted("PRIMARY KEY", "CONSTRAINT own REFERENCES w");

    bothWays(key + ATTACHED + "INSERT INTO w VALUES (2, 2);", WHOLE.formatted("PRIMARY KEY", ""));
  }

  @Test
  void aPartLeavesATableThatLosesTheKeyToWhichItRefers() {
    String key = WHOLE.formatted("PRIMARY KEY", "CONSTRAINT own REFERENCES w");

    bothWays(key + ATTACHED, WHOLE.formatted("NOT NULL", ""));
  }

  @Test
  void aPartLeavesATableThatRefersToAnotherKeyOfItself() {
    String table =
        "CREATE TABLE w (k int NOT NULL, r int, CONSTRAINT wu UNIQUE (k)%s,"
            + " CONSTRAINT own FOREIGN KEY (r) REFERENCES w (k)) PARTITION BY RANGE (k);"
            + "CREATE TABLE w1 (k int NOT NULL, r int);";

    bothWays(
        table.formatted(", CONSTRAINT wp PRIMARY KEY (k) DEFERRABLE") + ATTACHED,
        table.formatted(""));
  }

  @Test
  void aPartLeavesAReferencedTableThatGetsAColumn() {
    String before =
        WHOLE.formatted("PRIMARY KEY", "")
            + ATTACHED
            + "CREATE TABLE x (k int CONSTRAINT xk REFERENCES w); INSERT INTO w VALUES (2, 2);";
    String after = WHOLE.formatted("PRIMARY KEY", "").replace("r int", "r int, n int");

    bothWays(before, after);
    evolution.reset();
    bothWays(after, before);
  }

  @Test
  void aPartLeavesAReferencedTableThatGetsCheckIndexAndDefault() {
    String before =
        WHOLE.formatted("PRIMARY KEY", "")
            + ATTACHED
            + "CREATE TABLE x (k int CONSTRAINT xk REFERENCES w); INSERT INTO w VALUES (2, 2);";
    String after =
        WHOLE.formatted("PRIMARY KEY", "DEFAULT 5 NOT NULL CONSTRAINT few CHECK (r IN (1, 2))")
            + "CREATE INDEX wr ON w (r);";

    bothWays(before, after);
    evolution.reset();
    bothWays(after, before);
  }

  @Test
  void aPartLeavesAReferencedTableThatLosesAColumn() {
    String before =
        WHOLE.formatted("PRIMARY KEY", "")
            + ATTACHED
            + "CREATE TABLE x (k int CONSTRAINT xk REFERENCES w); INSERT INTO w VALUES (2, 2);";
    String after = WHOLE.formatted("PRIMARY KEY", "").replace(", r int", "");

    bothWays(before, after);
    evolution.reset();
    bothWays(after, before);
  }

  @Test
  void aPartLeavesATableUnderItsNewName() {
    evolution.renames("w:v");

    bothWays(
        WHOLE.formatted("NOT NULL", "") + ATTACHED,
        WHOLE.formatted("NOT NULL", "").replace("TABLE w ", "TABLE v "));
  }

  @Test
  void aPartComesBackWithItsTablesCheckOfAList() {
    String table =
        "CREATE TABLE w (k int NOT NULL, s varchar(9), CONSTRAINT few CHECK (s IN ('a', 'b')))"
            + " PARTITION BY RANGE (k); CREATE TABLE w1 (k int NOT NULL, s varchar(9)%s);";

    bothWays(
        table.formatted(", CONSTRAINT few CHECK (s IN ('a', 'b'))") + ATTACHED,
        table.formatted(""));
  }

  @Test
  void anExtensionMovesBesideAColumnThatChanges() {
    bothWays(
        "CREATE SCHEMA s2; CREATE EXTENSION citext; CREATE TABLE t (a timestamp, b timestamp);",
        "CREATE SCHEMA s2; CREATE EXTENSION citext SCHEMA s2; CREATE TABLE t (a date, b date);");
  }

  @Test
  void parametersForLongValuesGoWithTheLastLongColumnAndComeBack() {
    String table =
        "CREATE TABLE t (a %s) WITH (fillfactor = 50, toast.autovacuum_enabled = false);";

    bothWays(table.formatted("text"), table.formatted("varchar(50)"));
    evolution.reset();
    bothWays(table.formatted("varchar(50)"), table.formatted("text"));
  }

  @Test
  void anHeirsColumnIsStoredAsBeforeWhenItsParentsTypeChanges() {
    String tables =
        "CREATE TABLE p (x %1$s, y %1$s); CREATE TABLE h () INHERITS (p);"
            + "ALTER TABLE h ALTER x SET COMPRESSION pglz, ALTER y SET STORAGE external;";

    bothWays(tables.formatted("varchar(9)"), tables.formatted("text"));
  }

  @Test
  void keysOfPartsFollowARenamedColumnBesideAnotherType() {
    String table =
        "CREATE TABLE w (%1$s bigint NOT NULL, r %2$s%3$s, CONSTRAINT u UNIQUE (%1$s, r))"
            + " PARTITION BY LIST (%1$s); CREATE TABLE w1 PARTITION OF w FOR VALUES IN (1);";
    evolution.renames("w.id:key");

    bothWays(
        table.formatted("id", "smallint", ", g numeric GENERATED ALWAYS AS (id * 2) STORED"),
        table.formatted("key", "bigint", ""));
  }

  private void bothWays(String before, String after) {
    SchemaDump.assumeAvailable();
    evolution.before(before).after(after);
    String old = DUMP.of(evolution.live());

    MigrationPlan plan = evolution.check();
    evolution.apply(plan);

    assertThat(DUMP.of(evolution.live())).isEqualTo(DUMP.of(evolution.wanted()));
    evolution.revert(plan);
    assertThat(List.of(DUMP.of(evolution.live()))).isEqualTo(List.of(old));
  }
}
