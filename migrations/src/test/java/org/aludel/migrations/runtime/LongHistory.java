package org.aludel.migrations.runtime;

/**
 * Thirty revisions over most kinds of objects, with rows that a second run would change again, and
 * a step outside a transaction in every third of them: what is killed in the tests.
 */
final class LongHistory {
  private static final int TABLES = 8;

  private LongHistory() {}

  static Script script() {
    Script script = new Script();
    tables(script);
    concurrentIndexes(script);
    types(script);
    partitions(script);
    objects(script);
    rows(script);
    return script;
  }

  /** Eight revisions: a table, its rows and a comment; the lone step of every third is a VACUUM. */
  private static void tables(Script script) {
    for (int i = 0; i < TABLES; i++) {
      String table = "t" + i;
      String create =
          ("CREATE TABLE %s (id int PRIMARY KEY, x int NOT NULL DEFAULT %d, note text) ;;"
                  + " INSERT INTO %s (id) SELECT generate_series(1, 50) // DROP TABLE %s")
              .formatted(table, i, table, table);
      String comment =
          "COMMENT ON TABLE %s IS 'number %d' // COMMENT ON TABLE %s IS NULL"
              .formatted(table, i, table);
      if (i % 3 == 2) {
        script.revision("table" + i, create, "!VACUUM " + table + " // ", comment);
      } else {
        script.revision("table" + i, create, comment);
      }
    }
  }

  /**
   * Six revisions: indexes built, rebuilt and dropped outside transactions, between steps in one.
   */
  private static void concurrentIndexes(Script script) {
    for (int i = 0; i < 4; i++) {
      String unique = i % 2 == 0 ? "UNIQUE " : "";
      script.revision(
          "index" + i,
          "UPDATE t%d SET x = x + id // UPDATE t%d SET x = x - id".formatted(i, i),
          "!CREATE %sINDEX CONCURRENTLY ix%d ON t%d (x) // DROP INDEX CONCURRENTLY ix%d"
              .formatted(unique, i, i, i),
          "COMMENT ON INDEX ix%d IS 'built' // COMMENT ON INDEX ix%d IS NULL".formatted(i, i));
    }
    script.revision("rebuilt", "!REINDEX INDEX CONCURRENTLY ix1 // ");
    script.revision(
        "dropped",
        "UPDATE t3 SET x = x * 2 // UPDATE t3 SET x = x / 2",
        "!DROP INDEX CONCURRENTLY ix3 // CREATE INDEX CONCURRENTLY ix3 ON t3 (x)",
        "ALTER TABLE t3 ADD CONSTRAINT positive CHECK (x > 0) // ALTER TABLE t3 DROP CONSTRAINT"
            + " positive");
  }

  /** Four revisions: an enum that grows outside transactions, and a column that uses it. */
  private static void types(Script script) {
    script.revision("mood", "CREATE TYPE mood AS ENUM ('sad', 'ok') // DROP TYPE mood");
    script.revision("happy", "!ALTER TYPE mood ADD VALUE 'happy' // ");
    script.revision(
        "moods",
        "ALTER TABLE t4 ADD COLUMN mood mood // ALTER TABLE t4 DROP COLUMN mood",
        "!ALTER TYPE mood ADD VALUE 'calm' BEFORE 'ok' // ",
        "UPDATE t4 SET mood = 'calm', x = x + 1 // UPDATE t4 SET mood = NULL, x = x - 1");
    script.revision(
        "domain",
        "CREATE DOMAIN posint AS int CHECK (VALUE > 0) // DROP DOMAIN posint",
        "ALTER TABLE t5 ALTER COLUMN x TYPE posint // ALTER TABLE t5 ALTER COLUMN x TYPE int");
  }

  /** Three revisions: a partitioned table whose indexes and partitions change. */
  private static void partitions(Script script) {
    script.revision(
        "parted",
        "CREATE TABLE parted (id int, day date) PARTITION BY RANGE (day) // DROP TABLE parted",
        "CREATE TABLE parted_1 PARTITION OF parted FOR VALUES FROM ('2026-01-01') TO ('2026-07-01')"
            + " // DROP TABLE parted_1",
        "CREATE TABLE parted_2 PARTITION OF parted FOR VALUES FROM ('2026-07-01') TO ('2027-01-01')"
            + " // DROP TABLE parted_2");
    script.revision(
        "filled",
        "INSERT INTO parted SELECT n, date '2026-01-01' + n FROM generate_series(0, 300) n"
            + " // DELETE FROM parted",
        "!CREATE INDEX CONCURRENTLY parted_1_day ON parted_1 (day)"
            + " // DROP INDEX CONCURRENTLY parted_1_day");
    script.revision(
        "detached",
        "!ALTER TABLE parted DETACH PARTITION parted_1 CONCURRENTLY // ALTER TABLE parted ATTACH"
            + " PARTITION parted_1 FOR VALUES FROM ('2026-01-01') TO ('2026-07-01')",
        "UPDATE parted SET id = id + 1000 // UPDATE parted SET id = id - 1000");
  }

  /** Five revisions: views, routines, triggers, policies. */
  private static void objects(Script script) {
    script.revision("view", "CREATE VIEW sums AS SELECT sum(x) AS s FROM t0 // DROP VIEW sums");
    script.revision(
        "materialized",
        "CREATE MATERIALIZED VIEW kept AS SELECT id, x FROM t1 // DROP MATERIALIZED VIEW kept",
        "!CREATE UNIQUE INDEX CONCURRENTLY kept_id ON kept (id) // DROP INDEX CONCURRENTLY kept_id",
        "REFRESH MATERIALIZED VIEW CONCURRENTLY kept // ");
    script.revision(
        "function",
        "CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.note ="
            + " coalesce(NEW.note, '') || '+'; RETURN NEW; END $$ // DROP FUNCTION touch()");
    script.revision(
        "trigger",
        "CREATE TRIGGER touched BEFORE UPDATE ON t6 FOR EACH ROW EXECUTE FUNCTION touch()"
            + " // DROP TRIGGER touched ON t6",
        "UPDATE t6 SET x = x + 1 // UPDATE t6 SET x = x - 1");
    script.revision(
        "policy",
        "ALTER TABLE t7 ENABLE ROW LEVEL SECURITY // ALTER TABLE t7 DISABLE ROW LEVEL SECURITY",
        "CREATE POLICY own ON t7 USING (x > 0) // DROP POLICY own ON t7");
  }

  /** Four revisions that change rows again and again. */
  private static void rows(Script script) {
    for (int i = 0; i < 4; i++) {
      script.revision(
          "rows" + i,
          "UPDATE t5 SET x = x + %d // UPDATE t5 SET x = x - %d".formatted(i + 1, i + 1),
          "INSERT INTO t7 (id, note) VALUES (%d, 'once') // DELETE FROM t7 WHERE id = %d"
              .formatted(100 + i, 100 + i));
    }
  }
}
