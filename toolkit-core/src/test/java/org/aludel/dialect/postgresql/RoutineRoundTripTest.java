package org.aludel.dialect.postgresql;

import static org.aludel.dialect.postgresql.RoundTrip.createsItsEqual;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Routines, and what needs or calls them. */
@Tag("servers")
@PostgresTest(judge = true, perMethod = true)
class RoutineRoundTripTest {
  @Test
  void functions(TestDatabase database) {
    createsItsEqual(
        database,
        """
        CREATE SCHEMA s;
        CREATE TABLE s.item (id int PRIMARY KEY, price numeric);
        CREATE FUNCTION total(a int, b s.item, VARIADIC c text[] DEFAULT '{x}') RETURNS numeric
          LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE LEAKPROOF COST 5 AS $$ SELECT 1.0 $$;
        CREATE FUNCTION total(a int) RETURNS int LANGUAGE sql
          RETURN a + 1; -- since 14
          AS 'SELECT a + 1'; -- before 14
        CREATE FUNCTION s."Items"() RETURNS SETOF s.item LANGUAGE sql STABLE ROWS 7
          SECURITY DEFINER SET search_path = s, pg_temp SET work_mem = '1MB'
          BEGIN ATOMIC SELECT id, price FROM s.item; END; -- since 14
          AS 'SELECT id, price FROM s.item'; -- before 14
        CREATE FUNCTION pair(OUT x int, INOUT y text) LANGUAGE plpgsql AS
          'BEGIN x := 1; -- $$ ''quoted'' \\ \n END';
        CREATE FUNCTION grid() RETURNS TABLE (a int, b text) LANGUAGE sql AS 'SELECT 1, ''x''';
        CREATE FUNCTION not_there_yet() RETURNS int LANGUAGE sql AS 'SELECT zz()';
        """
                .replace(
                    "CREATE FUNCTION not_there_yet",
                    "SET check_function_bodies = off; CREATE FUNCTION not_there_yet")
            + """
            CREATE FUNCTION zz() RETURNS int LANGUAGE sql AS 'SELECT 1';
            COMMENT ON FUNCTION total(int) IS 'it''s';
            COMMENT ON FUNCTION total(int, s.item, text[]) IS 'other';
            """);
  }

  @Test
  void proceduresAndAggregates(TestDatabase database) {
    createsItsEqual(
        database,
        """
        CREATE SCHEMA s;
        CREATE PROCEDURE work(a int, INOUT b text) LANGUAGE plpgsql AS 'BEGIN b := a; END';
        COMMENT ON PROCEDURE work(int, text) IS 'works';
        CREATE FUNCTION s.step(int, int) RETURNS int LANGUAGE sql IMMUTABLE
          RETURN $1 + $2; -- since 14
          AS 'SELECT $1 + $2'; -- before 14
        CREATE FUNCTION s.inverse(int, int) RETURNS int LANGUAGE sql IMMUTABLE
          RETURN $1 - $2; -- since 14
          AS 'SELECT $1 - $2'; -- before 14
        CREATE FUNCTION done(int) RETURNS text LANGUAGE sql IMMUTABLE
          RETURN $1::text; -- since 14
          AS 'SELECT $1::text'; -- before 14
        CREATE AGGREGATE s.sums(int) (SFUNC = s.step, STYPE = int, SSPACE = 8, FINALFUNC = done,
          COMBINEFUNC = s.step, INITCOND = '0', MSFUNC = s.step, MINVFUNC = s.inverse,
          MSTYPE = int, MFINALFUNC = done, MINITCOND = '5', PARALLEL = safe);
        CREATE AGGREGATE counts(*) (SFUNC = int8inc, STYPE = int8, INITCOND = '0');
        CREATE AGGREGATE largest(int) (SFUNC = int4larger, STYPE = int, SORTOP = >);
        CREATE AGGREGATE share(float8 ORDER BY anyelement) (SFUNC = ordered_set_transition,
          STYPE = internal, FINALFUNC = percentile_disc_final, FINALFUNC_EXTRA);
        COMMENT ON AGGREGATE s.sums(int) IS 'sums';
        COMMENT ON AGGREGATE counts(*) IS 'counts';
        """);
  }

  @Test
  void tablesAndTypesThatCallFunctions(TestDatabase database) {
    createsItsEqual(
        database,
        """
        CREATE FUNCTION z_default() RETURNS int LANGUAGE sql AS 'SELECT 1';
        CREATE FUNCTION z_even(int) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1 % 2 = 0';
        CREATE FUNCTION z_low(text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT lower($1)';
        CREATE DOMAIN even AS int DEFAULT z_default() CHECK (z_even(VALUE));
        CREATE TABLE a (x int DEFAULT z_default() CHECK (z_even(x)), y even, z text,
          w text GENERATED ALWAYS AS (z_low(z)) STORED);
        CREATE INDEX i ON a (z_low(z)) WHERE z_even(x);
        CREATE FUNCTION uses_view() RETURNS bigint LANGUAGE sql
          BEGIN ATOMIC SELECT count(*) FROM a; END; -- since 14
          AS 'SELECT count(*) FROM a'; -- before 14
        CREATE VIEW a_view AS SELECT uses_view(), z_low(z) FROM a;
        """);
  }

  @Test
  void routinesThatCallEachOther(TestDatabase database) {
    assumeTrue(database.majorVersion() >= 14, "bodies that the server parses");
    createsItsEqual(
        database,
        """
        CREATE FUNCTION even(n int) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT true';
        CREATE FUNCTION odd(n int) RETURNS boolean LANGUAGE sql RETURN n > 0 AND even(n - 1);
        CREATE OR REPLACE FUNCTION even(n int) RETURNS boolean LANGUAGE sql IMMUTABLE
          BEGIN ATOMIC SELECT n = 0 OR odd(n - 1); END;
        CREATE TABLE t (n int CHECK (even(n)));
        """);
  }

  @Test
  void cyclesAreSplit(TestDatabase database) {
    createsItsEqual(
        database,
        """
        CREATE TABLE a (x int, y int);
        CREATE FUNCTION ok(a) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1.x > 0';
        CREATE FUNCTION next_x() RETURNS int LANGUAGE sql
          BEGIN ATOMIC SELECT max(x) FROM a; END; -- since 14
          AS 'SELECT max(x) FROM a'; -- before 14
        ALTER TABLE a ADD CONSTRAINT c CHECK (ok(a)), ALTER y SET DEFAULT next_x();
        CREATE INDEX i ON a (ok(a));
        CREATE DOMAIN d AS int;
        CREATE FUNCTION dok(d) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1::int > 0';
        ALTER DOMAIN d ADD CONSTRAINT c CHECK (dok(VALUE));
        CREATE TABLE b (x d);
        """);
  }
}
