package org.aludel.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/**
 * What a database holds and no object stands for is named, so that it is never ignored silently.
 */
@PostgresTest(perMethod = true)
class PostgresUncoveredTest {
  private static List<String> uncovered(TestDatabase database, String sql) {
    database.run(sql);
    return Reflection.of(database).uncovered().stream()
        .map(one -> one.kind() + " " + one.name())
        .toList();
  }

  @Test
  void whatNoObjectStandsForIsNamed(TestDatabase database) {
    assertThat(
            uncovered(
                database,
                """
                CREATE TABLE t (x int, y int);
                CREATE DOMAIN posint AS int CHECK (VALUE > 0);
                CREATE TYPE span AS RANGE (subtype = float8);
                CREATE FUNCTION f(a int, b text) RETURNS int LANGUAGE sql AS 'SELECT 1';
                CREATE PROCEDURE p() LANGUAGE sql AS 'SELECT 1';
                CREATE AGGREGATE agg(int) (SFUNC = int4pl, STYPE = int);
                CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
                CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION tf();
                CREATE RULE ru AS ON DELETE TO t DO INSTEAD NOTHING;
                CREATE POLICY po ON t USING (true);
                CREATE STATISTICS st ON x, y FROM t;
                CREATE COLLATION co FROM "C";
                CREATE OPERATOR === (LEFTARG = int, RIGHTARG = int, FUNCTION = int4eq);
                CREATE TEXT SEARCH CONFIGURATION ts (COPY = simple);
                CREATE CAST (posint AS text) WITH INOUT;
                CREATE PUBLICATION pu;
                CREATE FUNCTION et() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
                CREATE EVENT TRIGGER ev ON ddl_command_end EXECUTE FUNCTION et();
                CREATE FOREIGN DATA WRAPPER w;
                CREATE SERVER s FOREIGN DATA WRAPPER w;
                CREATE USER MAPPING FOR PUBLIC SERVER s;
                CREATE FOREIGN TABLE ft (x int) SERVER s;
                ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO PUBLIC;
                """))
        .containsExactly("foreign table ft", "user mapping s for public");
  }

  @Test
  void ofThePropertiesOfTablesHardlyAnyIsLeft(TestDatabase database) {
    assertThat(
            uncovered(
                database,
                """
                CREATE UNLOGGED TABLE u (x int);
                CREATE TABLE t (x int, y text, CONSTRAINT k UNIQUE (x) WITH (fillfactor = 50));
                ALTER TABLE t SET (fillfactor = 50);
                ALTER TABLE t ENABLE ROW LEVEL SECURITY;
                ALTER TABLE t REPLICA IDENTITY FULL;
                ALTER TABLE t CLUSTER ON k;
                ALTER TABLE t ALTER COLUMN y SET STORAGE EXTERNAL;
                ALTER TABLE t ALTER COLUMN y SET COMPRESSION pglz;
                ALTER TABLE t ALTER COLUMN x SET STATISTICS 7;
                ALTER TABLE t ALTER COLUMN x SET (n_distinct = 5);
                GRANT SELECT ON t TO PUBLIC;
                GRANT SELECT (x) ON t TO PUBLIC;
                CREATE INDEX ie ON t ((x + 1));
                ALTER INDEX ie ALTER COLUMN 1 SET STATISTICS 9;
                CREATE UNLOGGED SEQUENCE us;
                """))
        .isEmpty();
  }

  @Test
  void parametersOfKeysOfDividedTablesAreNamed(TestDatabase database) {
    assertThat(
            uncovered(
                database,
                """
                CREATE TABLE t (x int, CONSTRAINT k UNIQUE (x) WITH (fillfactor = 50))
                  PARTITION BY RANGE (x)\
                """))
        .containsExactly("index storage parameters k");
  }

  @Test
  void changedPrivilegesOnWhatAnExtensionMadeAreNamed(TestDatabase database) {
    List<String> before = uncovered(database, "CREATE EXTENSION citext");

    assertThat(before).isEmpty();
    assertThat(uncovered(database, "REVOKE EXECUTE ON FUNCTION citext_hash(citext) FROM PUBLIC"))
        .containsExactly("privileges of an extension's function public.citext_hash(public.citext)");
  }
}
