package org.aludel.migrations.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.aludel.error.RevisionException;
import org.aludel.migrations.compare.RenameCandidate;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Types, views, routines, schemas and parts of tables get another name, over rows and with what
 * stands on them: nothing is found afterwards, and the way back leads back.
 */
@PostgresTest
@Tag("servers")
final class ObjectRenameTest {
  private final Evolution evolution;

  ObjectRenameTest(TestDatabase database) {
    evolution = Evolution.on(database);
  }

  @AfterEach
  void close() {
    evolution.live().close();
    evolution.wanted().close();
  }

  /** A schema with the name in braces, the old name, the new one, the hint, and the statements. */
  static Stream<Arguments> renames() {
    return Stream.of(
            enumsAndDomains(),
            compositesRangesAndViews(),
            materializedViewsAndRoutines(),
            partsOfTables())
        .flatMap(each -> each);
  }

  private static Stream<Arguments> enumsAndDomains() {
    return Stream.of(
        of(
            """
            CREATE TYPE {} AS ENUM ('sad', 'ok');
            COMMENT ON TYPE {} IS 'how';
            GRANT USAGE ON TYPE {} TO PUBLIC;
            CREATE TABLE t (id int PRIMARY KEY, mood {} DEFAULT 'ok', past {}[],
              CHECK (mood <> 'sad'));
            CREATE INDEX ix ON t (id) WHERE mood = 'ok';
            CREATE VIEW v AS SELECT mood, 'sad'::{} AS other FROM t WHERE mood = 'ok';
            CREATE DOMAIN d AS {} CHECK (VALUE <> 'sad');
            CREATE TYPE c AS (x {}, y int);
            CREATE FUNCTION f(mood {}, {}) RETURNS SETOF {} LANGUAGE sql AS 'SELECT $1';
            CREATE FUNCTION g() RETURNS TABLE (mood {}) LANGUAGE sql AS $$ SELECT 'ok'::{} $$;
            CREATE CAST ({} AS int) WITH INOUT;
            INSERT INTO t VALUES (1, 'ok', '{{ok,sad}}');
            """,
            "mood",
            "feeling",
            "mood:feeling",
            "SET check_function_bodies = off",
            "ALTER TYPE mood RENAME TO feeling",
            """
            CREATE OR REPLACE FUNCTION g()
             RETURNS TABLE(mood feeling)
             LANGUAGE sql
            AS $function$ SELECT 'ok'::feeling $function$\
            """,
            "RESET check_function_bodies"),
        of(
            """
            CREATE DOMAIN {} AS int DEFAULT 1 CONSTRAINT positive CHECK (VALUE > 0);
            CREATE TABLE t (id {} PRIMARY KEY, n {} DEFAULT 2::{});
            CREATE VIEW v AS SELECT id, 3::{} AS x FROM t;
            INSERT INTO t VALUES (1, 5);
            """,
            "amount",
            "Quantity",
            "amount:Quantity",
            "ALTER DOMAIN amount RENAME TO \"Quantity\""),
        of(
            "CREATE DOMAIN d AS int CONSTRAINT {} CHECK (VALUE > 0); CREATE TABLE t (a d);",
            "low",
            "positive",
            "d.low:positive",
            "ALTER DOMAIN d RENAME CONSTRAINT low TO positive"));
  }

  private static Stream<Arguments> compositesRangesAndViews() {
    return Stream.of(
        of(
            """
            CREATE TYPE {} AS (street text, city text);
            COMMENT ON COLUMN {}.city IS 'place';
            CREATE TABLE t (id int PRIMARY KEY, home {}, other {}[]);
            CREATE FUNCTION f(a {}) RETURNS text LANGUAGE sql RETURN (a).street;
            INSERT INTO t VALUES (1, ROW('s', 'c'), NULL);
            """,
            "addr",
            "address",
            "addr:address",
            "ALTER TYPE addr RENAME TO address"),
        of(
            """
            CREATE TYPE a AS ({} text, city text);
            CREATE TABLE t (id int PRIMARY KEY, home a);
            INSERT INTO t VALUES (1, ROW('s', 'c'));
            """,
            "str",
            "street",
            "a.str:street",
            "ALTER TYPE a RENAME ATTRIBUTE str TO street"),
        of(
            """
            CREATE TYPE {} AS RANGE (subtype = float8, multirange_type_name = m);
            CREATE TABLE t (a {});
            INSERT INTO t VALUES ('[1,2)');
            """,
            "span",
            "extent",
            "span:extent",
            "ALTER TYPE span RENAME TO extent",
            multirange("span", "extent")),
        of(
            """
            CREATE TYPE {} AS RANGE (subtype = float8);
            CREATE TABLE t (a {}, b {}[], c int);
            INSERT INTO t VALUES ('[1,2)');
            """,
            "span",
            "extent",
            "span:extent",
            "ALTER TYPE span RENAME TO extent",
            multirange("span", "extent")),
        of(
            """
            CREATE TABLE t (id int PRIMARY KEY, a text);
            CREATE VIEW {} WITH (security_barrier) AS SELECT id, a FROM t;
            COMMENT ON VIEW {} IS 'all'; COMMENT ON COLUMN {}.a IS 'letter';
            GRANT SELECT ON {} TO PUBLIC;
            """,
            "v",
            "w",
            "v:w",
            "ALTER VIEW v RENAME TO w"));
  }

  private static String multirange(String from, String to) {
    return "DO $aludel$BEGIN IF EXISTS (SELECT FROM pg_catalog.pg_type WHERE typtype = 'm' AND oid"
        + " ="
        + " pg_catalog.to_regtype('%1$s_multirange')) THEN ALTER TYPE %1$s_multirange RENAME TO"
            .formatted(from)
        + " "
        + to
        + "_multirange; END IF; END$aludel$";
  }

  private static Stream<Arguments> materializedViewsAndRoutines() {
    return Stream.of(
        of(
            """
            CREATE TABLE t (id int PRIMARY KEY, a text);
            INSERT INTO t VALUES (1, 'x');
            CREATE MATERIALIZED VIEW {} AS SELECT id, a FROM t;
            CREATE UNIQUE INDEX m_id ON {} (id);
            GRANT SELECT ON {} TO PUBLIC;
            """,
            "m",
            "n",
            "m:n",
            "ALTER MATERIALIZED VIEW m RENAME TO n"),
        of(
            """
            CREATE FUNCTION {}(int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT $1';
            COMMENT ON FUNCTION {}(int) IS 'same'; REVOKE EXECUTE ON FUNCTION {}(int) FROM PUBLIC;
            CREATE TABLE t (id int PRIMARY KEY DEFAULT {}(1), f int, CHECK ({}(f) > 0));
            CREATE INDEX ix ON t ({}(f));
            CREATE VIEW v AS SELECT {}(id) AS f FROM t;
            INSERT INTO t VALUES (1, 2);
            """,
            "f",
            "g",
            "f:g",
            "ALTER FUNCTION f(integer) RENAME TO g"),
        of(
            "CREATE PROCEDURE {}(a int, b text) LANGUAGE sql AS 'SELECT 1'",
            "p",
            "q",
            "p(integer, text):q",
            "ALTER PROCEDURE p(integer, text) RENAME TO q"),
        of(
            "CREATE AGGREGATE {}(int) (sfunc = int4pl, stype = int, initcond = '0')",
            "total",
            "sum_up",
            "total:sum_up",
            "ALTER AGGREGATE total(integer) RENAME TO sum_up"),
        of(
            """
            CREATE FUNCTION {}() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
            CREATE TABLE t (id int PRIMARY KEY);
            CREATE TRIGGER x BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION {}();
            """,
            "stamp",
            "mark",
            "stamp:mark",
            "ALTER FUNCTION stamp() RENAME TO mark"));
  }

  private static Stream<Arguments> partsOfTables() {
    return Stream.of(
        of(
            """
            CREATE FUNCTION stamp() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
            CREATE TABLE t (id int PRIMARY KEY);
            CREATE TRIGGER {} BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION stamp();
            ALTER TABLE t DISABLE TRIGGER {};
            COMMENT ON TRIGGER {} ON t IS 'when';
            """,
            "x",
            "y",
            "t.x:y",
            "ALTER TRIGGER x ON t RENAME TO y"),
        of(
            """
            CREATE TABLE t (id int PRIMARY KEY); ALTER TABLE t ENABLE ROW LEVEL SECURITY;
            CREATE POLICY {} ON t USING (id > 0);
            """,
            "p",
            "own rows",
            "t.p:own rows",
            "ALTER POLICY p ON t RENAME TO \"own rows\""),
        of(
            """
            CREATE TABLE t (id int PRIMARY KEY);
            CREATE RULE {} AS ON UPDATE TO t WHERE new.id = 9 DO INSTEAD NOTHING;
            """,
            "r",
            "s",
            "t.r:s",
            "ALTER RULE r ON t RENAME TO s"),
        of(
            "CREATE TABLE t (a int, b int); CREATE STATISTICS {} (ndistinct) ON a, b FROM t;",
            "st",
            "su",
            "st:su",
            "ALTER STATISTICS st RENAME TO su"));
  }

  private static Arguments of(
      String schema, String from, String to, String hint, String... statements) {
    return Arguments.of(schema, from, to, hint, List.of(statements));
  }

  @ParameterizedTest(name = "{3}")
  @MethodSource("renames")
  void objectIsRenamedWithAllThatStandsOnIt(
      String schema, String from, String to, String hint, List<String> statements) {
    MigrationPlan plan =
        evolution.before(named(schema, from)).after(named(schema, to)).renames(hint).check();

    assertThat(plan.upgrade()).containsExactlyElementsOf(statements);
  }

  private static String named(String schema, String name) {
    String quoted = name.matches("[a-z_]+") ? name : '"' + name + '"';
    return schema.replace("{}", quoted).replace("{{", "{").replace("}}", "}");
  }

  @Test
  void schemaIsRenamedWithAllThatIsInIt() {
    String schema =
        """
        CREATE SCHEMA {}; COMMENT ON SCHEMA {} IS 'mine'; GRANT USAGE ON SCHEMA {} TO PUBLIC;
        CREATE TYPE {}.mood AS ENUM ('sad', 'ok');
        CREATE SEQUENCE {}.s;
        CREATE TABLE {}.t (id int PRIMARY KEY DEFAULT nextval('{}.s'), serial_no serial,
          m {}.mood DEFAULT 'ok', g int GENERATED ALWAYS AS IDENTITY, CHECK (m <> 'sad'));
        CREATE TABLE u (id int REFERENCES {}.t (id), m {}.mood[]);
        CREATE FUNCTION {}.f(m {}.mood) RETURNS {}.t LANGUAGE sql RETURN NULL::{}.t;
        CREATE VIEW {}.v AS SELECT t.id, {}.f('ok') AS x, 'sad'::{}.mood AS y FROM {}.t;
        CREATE VIEW v AS SELECT * FROM {}.v;
        CREATE FUNCTION {}.stamp() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
        CREATE TRIGGER x BEFORE UPDATE ON {}.t FOR EACH ROW EXECUTE FUNCTION {}.stamp();
        INSERT INTO {}.t VALUES (DEFAULT); INSERT INTO u VALUES (1, '{ok}');
        """;

    MigrationPlan plan =
        evolution
            .before(schema.replace("{}", "s1"))
            .after(schema.replace("{}", "s2"))
            .renames("s1:s2")
            .check();

    assertThat(plan.upgrade()).containsExactly("ALTER SCHEMA s1 RENAME TO s2");
  }

  @Test
  void typeMovesToAnotherSchemaUnderAnotherName() {
    String schema = "CREATE SCHEMA s2; CREATE TYPE {} AS ENUM ('a'); CREATE TABLE t (a {});";

    MigrationPlan plan =
        evolution
            .before(schema.replace("{}", "mood"))
            .after(schema.replace("{}", "s2.feeling"))
            .renames("mood:s2.feeling")
            .check();

    assertThat(plan.upgrade())
        .containsExactly("ALTER TYPE mood SET SCHEMA s2", "ALTER TYPE s2.mood RENAME TO feeling");
  }

  /** The server spells what reads a renamed view with an alias, so it is created anew. */
  @Test
  void viewIsRenamedUnderAnotherViewAndATrigger() {
    String schema =
        """
        CREATE FUNCTION stamp() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
        CREATE TABLE t (id int PRIMARY KEY);
        CREATE VIEW {} AS SELECT id FROM t;
        CREATE VIEW w AS SELECT id FROM {};
        CREATE TRIGGER x INSTEAD OF INSERT ON {} FOR EACH ROW EXECUTE FUNCTION stamp();
        """;

    MigrationPlan plan =
        evolution
            .before(schema.replace("{}", "v"))
            .after(schema.replace("{}", "other"))
            .renames("v:other")
            .check();

    assertThat(plan.upgrade().stream().map(each -> each.replaceAll("\\s+", " ")))
        .containsExactly(
            "DROP VIEW w",
            "DROP TRIGGER x ON v",
            "ALTER VIEW v RENAME TO other",
            "CREATE VIEW w AS SELECT id FROM other",
            "CREATE TRIGGER x INSTEAD OF INSERT ON other FOR EACH ROW EXECUTE FUNCTION stamp()");
  }

  @Test
  void typeIsRenamedAndChanged() {
    MigrationPlan plan =
        evolution
            .before("CREATE DOMAIN a AS int; CREATE TABLE t (x a); INSERT INTO t VALUES (1)")
            .after("CREATE DOMAIN b AS int CONSTRAINT c CHECK (VALUE > 0); CREATE TABLE t (x b)")
            .renames("a:b")
            .check();

    assertThat(plan.upgrade())
        .containsExactly(
            "ALTER DOMAIN a RENAME TO b", "ALTER DOMAIN b ADD CONSTRAINT c CHECK (VALUE > 0)");
  }

  @Test
  void nothingIsRenamedWhereItHasBeenDone() {
    evolution.before("CREATE TYPE b AS ENUM ('x')").after("CREATE TYPE b AS ENUM ('x')");

    assertThat(evolution.renames("a:b").differences().operations()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mod:feeling | nothing named \"mod\", did you mean \"mood\"? only there: gone, gone.a,"
            + " mood",
        "mood:feelin | nothing named \"feelin\", did you mean \"feeling\"? only there: feeling",
        "mood:kept | has \"mood\" and \"kept\" already",
        "gone:feeling | other kinds: table in the database, enum in the model",
        "s1:feeling | other kinds: schema in the database, enum in the model"
      })
  void wrongRenameIsRefused(String hint, String found) {
    evolution
        .before(
            "CREATE TYPE mood AS ENUM ('x'); CREATE TYPE kept AS ENUM ('x'); CREATE SCHEMA s1;"
                + "CREATE TABLE gone (a int)")
        .after("CREATE TYPE feeling AS ENUM ('x'); CREATE TYPE kept AS ENUM ('x')")
        .renames(hint);

    assertThatThrownBy(evolution::differences)
        .isInstanceOf(RevisionException.class)
        .hasMessageContaining("cannot rename as \"" + hint + "\": it fits no object")
        .message()
        .satisfies(each -> assertThat(each.replaceAll("\\s+", " ")).contains(found));
  }

  @Test
  void overloadedRoutineNeedsItsTypes() {
    String functions =
        "CREATE FUNCTION {}(int) RETURNS int LANGUAGE sql AS 'SELECT 1';"
            + "CREATE FUNCTION {}(text) RETURNS int LANGUAGE sql AS 'SELECT 1';";
    evolution.before(functions.replace("{}", "f")).after(functions.replace("{}", "g"));

    assertThatThrownBy(evolution.renames("f:g")::differences)
        .isInstanceOf(RevisionException.class)
        .hasMessageContaining("rename function  f(integer) -> g(integer)")
        .hasMessageContaining("total(integer):sum");
    assertThat(evolution.renames("f(integer):g", "f(text):g").check().upgrade())
        .containsExactly(
            "ALTER FUNCTION f(integer) RENAME TO g", "ALTER FUNCTION f(text) RENAME TO g");
  }

  @Test
  void kindTellsApartWhatHasOneName() {
    evolution
        .before("CREATE SCHEMA shop; CREATE TABLE shop (a int)")
        .after("CREATE SCHEMA store; CREATE TABLE store (a int)");

    assertThatThrownBy(evolution.renames("shop:store")::differences)
        .isInstanceOf(RevisionException.class)
        .hasMessageContaining("rename schema  shop -> store");
    assertThat(evolution.renames("schema:shop:store", "table:shop:store").check().upgrade())
        .containsExactly("ALTER SCHEMA shop RENAME TO store", "ALTER TABLE shop RENAME TO store");
  }

  /** Nobody names them in statements, so equal content is a rename. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CREATE TRIGGER {} BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION stamp()"
            + "| ALTER TRIGGER a ON t RENAME TO b",
        "CREATE POLICY {} ON t USING (id > 0) | ALTER POLICY a ON t RENAME TO b",
        "CREATE RULE {} AS ON UPDATE TO t DO INSTEAD NOTHING | ALTER RULE a ON t RENAME TO b",
        "CREATE STATISTICS {} (ndistinct) ON id, n FROM t | ALTER STATISTICS a RENAME TO b",
        "CREATE DOMAIN d AS int CONSTRAINT {} CHECK (VALUE > 0)"
            + "| ALTER DOMAIN d RENAME CONSTRAINT a TO b"
      })
  void equalContentUnderAnotherNameIsARename(String object, String statement) {
    String tables =
        "CREATE TABLE t (id int PRIMARY KEY, n int);"
            + "CREATE FUNCTION stamp() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN END';";

    MigrationPlan plan =
        evolution
            .before(tables + object.replace("{}", "a"))
            .after(tables + object.replace("{}", "b"))
            .check();

    assertThat(plan.upgrade()).containsExactly(statement);
  }

  @Test
  void contentThatDiffersIsDroppedAndCreated() {
    String table = "CREATE TABLE t (id int PRIMARY KEY);";

    MigrationPlan plan =
        evolution
            .before(table + "CREATE POLICY a ON t USING (id > 0)")
            .after(table + "CREATE POLICY b ON t USING (id > 1)")
            .check();

    assertThat(plan.upgrade())
        .containsExactly("DROP POLICY a ON t", "CREATE POLICY b ON t USING ((id > 1))");
  }

  /** What applications name is asked about. */
  @Test
  void equalTypesViewsAndRoutinesLookAlike() {
    String schema =
        """
        CREATE TYPE {}_e AS ENUM ('x'); CREATE DOMAIN {}_d AS int; CREATE VIEW {}_v AS SELECT 1 AS n;
        CREATE FUNCTION {}_f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
        """;

    evolution.before(schema.replace("{}", "a")).after(schema.replace("{}", "b"));

    assertThat(evolution.differences().lookAlikes())
        .extracting(RenameCandidate::setting)
        .containsExactlyInAnyOrder("a_e:b_e", "a_d:b_d", "a_v:b_v", "a_f(integer):b_f");
  }
}
