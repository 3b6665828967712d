package org.aludel.migrations.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The other half of {@link CatalogueMutationTest}: of each kind of object the same one, made by
 * another text, in another order or by another way, is no difference.
 */
@PostgresTest
final class ObjectSpellingTest {
  private static final String TABLE =
      "CREATE TABLE t (id integer PRIMARY KEY, a varchar(10), b integer);";
  private static final String STAMP =
      "CREATE FUNCTION stamp() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';";
  private static final String DIVIDED =
      "CREATE TABLE w (k date NOT NULL, n integer) PARTITION BY RANGE (k);";

  private final Evolution evolution;

  ObjectSpellingTest(TestDatabase database) {
    evolution = Evolution.on(database);
  }

  @AfterEach
  void close() {
    evolution.live().close();
    evolution.wanted().close();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("spellings")
  void sameObjectIsNoDifference(String kind, String shared, String one, String other) {
    evolution.before(shared + one).after(shared + other);

    assertThat(evolution.differences().operations()).as(kind).isEmpty();
    assertThat(evolution.differences().uncovered()).isEmpty();
  }

  static Stream<Arguments> spellings() {
    return Stream.of(relations(), routines(), parts(), types(), others()).flatMap(each -> each);
  }

  private static Stream<Arguments> relations() {
    return Stream.of(
        of(
            "view",
            TABLE,
            "CREATE VIEW v AS SELECT id, a FROM t WHERE b IN (1, 2)",
            "create view public.v (id, a) as select x.id as id, (x.a) from public.t as x"
                + " where x.b = any (array[1, 2]); DROP VIEW v;"
                + "CREATE OR REPLACE VIEW v AS SELECT t.id, t.a FROM ONLY t WHERE true;"
                + "CREATE OR REPLACE VIEW v AS SELECT t.id, t.a FROM t WHERE t.b IN (1, 2)"),
        of(
            "view over a table that lost a column",
            "",
            TABLE + "CREATE VIEW v AS SELECT * FROM t",
            "CREATE TABLE t (gone text, id integer PRIMARY KEY, a varchar(10), b integer);"
                + "ALTER TABLE t DROP COLUMN gone; CREATE VIEW v AS TABLE t"),
        of(
            "materialized view",
            TABLE,
            "CREATE MATERIALIZED VIEW m AS SELECT id FROM t; CREATE INDEX i ON m (id)",
            "CREATE MATERIALIZED VIEW m (id) AS SELECT t.id FROM t WITH NO DATA;"
                + "CREATE INDEX i ON public.m USING btree (id ASC NULLS LAST)"),
        of(
            "partition",
            DIVIDED,
            "CREATE TABLE w1 PARTITION OF w FOR VALUES FROM ('2020-01-01') TO ('2021-01-01')",
            "CREATE TABLE w1 (k date NOT NULL, n integer); ALTER TABLE w ATTACH PARTITION w1"
                + " FOR VALUES FROM ('20200101') TO (date '2020-12-31' + 1)"),
        of(
            "index of a divided table",
            DIVIDED + "CREATE TABLE w1 PARTITION OF w DEFAULT;",
            "CREATE INDEX wn ON w (n)",
            "CREATE INDEX wn ON ONLY w (n); CREATE INDEX w1_n_idx ON w1 (n);"
                + "ALTER INDEX wn ATTACH PARTITION w1_n_idx"),
        of(
            "inheritance",
            "CREATE TABLE base (i integer);",
            "CREATE TABLE heir (j text) INHERITS (base)",
            "CREATE TABLE heir (i integer, j text) INHERITS (base); DROP TABLE heir;"
                + "CREATE TABLE heir (j text) INHERITS (public.base)"));
  }

  private static Stream<Arguments> routines() {
    return Stream.of(
        of(
            "function",
            "",
            "CREATE FUNCTION f(a int, b text DEFAULT 'x') RETURNS int LANGUAGE sql AS 'SELECT a'",
            "CREATE FUNCTION f(IN a int4, b pg_catalog.text = 'x'::text) RETURNS integer VOLATILE"
                + " CALLED ON NULL INPUT SECURITY INVOKER PARALLEL UNSAFE COST 100 LANGUAGE 'sql'"
                + " AS $body$SELECT a$body$"),
        of(
            "procedure",
            "",
            "CREATE PROCEDURE p(INOUT n int) LANGUAGE sql AS 'SELECT n'",
            "CREATE PROCEDURE p(INOUT n integer) SECURITY INVOKER AS $$SELECT n$$ LANGUAGE sql"),
        of(
            "aggregate",
            "",
            "CREATE AGGREGATE total(int) (SFUNC = int4pl, STYPE = int)",
            "CREATE AGGREGATE public.total(integer)"
                + " (STYPE = int4, SFUNC = pg_catalog.int4pl, SSPACE = 0, PARALLEL = unsafe)"),
        of(
            "operator",
            "CREATE FUNCTION near(int, int) RETURNS boolean LANGUAGE sql AS 'SELECT true';",
            "CREATE OPERATOR ~~~ (LEFTARG = int, RIGHTARG = int, FUNCTION = near)",
            "CREATE OPERATOR public.~~~"
                + " (PROCEDURE = public.near, RIGHTARG = integer, LEFTARG = integer)"));
  }

  private static Stream<Arguments> parts() {
    return Stream.of(
        of(
            "trigger",
            TABLE + STAMP,
            "CREATE TRIGGER x BEFORE INSERT OR UPDATE OF a, b ON t FOR EACH ROW"
                + " WHEN (new.b > 0) EXECUTE FUNCTION stamp('y')",
            "CREATE TRIGGER x BEFORE UPDATE OF a, b OR INSERT ON public.t FOR ROW"
                + " WHEN ((NEW.b) > (0)) EXECUTE PROCEDURE public.stamp(y);"
                + "ALTER TABLE t DISABLE TRIGGER x; ALTER TABLE t ENABLE TRIGGER x"),
        of(
            "rule",
            TABLE,
            "CREATE RULE r AS ON DELETE TO t DO INSTEAD NOTHING",
            "CREATE OR REPLACE RULE \"r\" AS ON DELETE TO public.t WHERE false DO INSTEAD NOTHING;"
                + "CREATE OR REPLACE RULE r AS ON DELETE TO t DO INSTEAD NOTHING"),
        of(
            "policy",
            TABLE,
            "CREATE POLICY p ON t USING (b > 0)",
            "CREATE POLICY p ON public.t AS PERMISSIVE FOR ALL TO PUBLIC USING ((t.b) > (0))"),
        of(
            "statistics",
            TABLE,
            "CREATE STATISTICS st ON a, b FROM t; ALTER TABLE t DROP a; ALTER TABLE t ADD a"
                + " varchar(10);CREATE STATISTICS st ON a, b FROM t",
            "CREATE STATISTICS public.st (mcv, ndistinct, dependencies) ON b, a FROM public.t"));
  }

  private static Stream<Arguments> types() {
    return Stream.of(
        of(
            "domain",
            "",
            "CREATE DOMAIN d AS int NOT NULL DEFAULT 1 CHECK (VALUE > 0)",
            "CREATE DOMAIN d AS integer; ALTER DOMAIN d ADD CONSTRAINT d_check CHECK ((VALUE) > 0);"
                + "ALTER DOMAIN d SET DEFAULT 1; ALTER DOMAIN d SET NOT NULL"),
        of(
            "composite type",
            "",
            "CREATE TYPE c AS (i int, j varchar(5))",
            "CREATE TYPE c AS (gone text, i int4); ALTER TYPE c ADD ATTRIBUTE j character"
                + " varying(5);ALTER TYPE c DROP ATTRIBUTE gone"),
        of(
            "range type",
            "",
            "CREATE TYPE span AS RANGE (subtype = float8)",
            "CREATE TYPE public.span AS RANGE"
                + " (subtype_opclass = float8_ops, subtype = double precision)"),
        of(
            "collation",
            "",
            "CREATE COLLATION co FROM \"C\"",
            "CREATE COLLATION public.co (LC_CTYPE = 'C', LC_COLLATE = 'C')"));
  }

  private static Stream<Arguments> others() {
    return Stream.of(
        of(
            "privileges of a table",
            TABLE,
            "GRANT SELECT, INSERT ON t TO PUBLIC; GRANT UPDATE (a, b) ON t TO PUBLIC",
            "GRANT INSERT ON t TO PUBLIC; GRANT ALL ON t TO PUBLIC; REVOKE ALL ON t FROM PUBLIC;"
                + "GRANT SELECT ON ALL TABLES IN SCHEMA public TO PUBLIC;"
                + "GRANT INSERT ON t TO PUBLIC; GRANT UPDATE (b) ON t TO PUBLIC;"
                + "GRANT UPDATE (a) ON t TO PUBLIC"),
        of(
            "privileges of a function",
            STAMP,
            "REVOKE EXECUTE ON FUNCTION stamp() FROM PUBLIC",
            "REVOKE ALL ON ALL FUNCTIONS IN SCHEMA public FROM PUBLIC"),
        of(
            "privileges that every new object has",
            TABLE + STAMP,
            "",
            "GRANT ALL ON t TO CURRENT_USER; GRANT EXECUTE ON FUNCTION stamp() TO PUBLIC"),
        of(
            "default privileges",
            "",
            "ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO PUBLIC",
            "ALTER DEFAULT PRIVILEGES GRANT SELECT, UPDATE ON TABLES TO PUBLIC;"
                + "ALTER DEFAULT PRIVILEGES REVOKE UPDATE ON TABLES FROM PUBLIC"),
        of(
            "publication",
            TABLE,
            "CREATE PUBLICATION pub FOR TABLE t",
            "CREATE PUBLICATION pub WITH (publish = 'truncate, insert, update, delete');"
                + "ALTER PUBLICATION pub ADD TABLE public.t"),
        of(
            "event trigger",
            "CREATE FUNCTION noted() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';",
            "CREATE EVENT TRIGGER e ON ddl_command_end WHEN TAG IN ('CREATE TABLE')"
                + " EXECUTE FUNCTION noted()",
            "CREATE EVENT TRIGGER e ON ddl_command_end WHEN tag IN ('create table')"
                + " EXECUTE PROCEDURE public.noted()"),
        of(
            "comments",
            TABLE + STAMP + "CREATE VIEW v AS SELECT id FROM t;",
            "",
            "COMMENT ON VIEW v IS ''; COMMENT ON FUNCTION stamp() IS 'x';"
                + "COMMENT ON FUNCTION stamp() IS NULL; COMMENT ON COLUMN v.id IS ''"));
  }

  private static Arguments of(String kind, String shared, String one, String other) {
    return Arguments.of(kind, shared, one, other);
  }
}
