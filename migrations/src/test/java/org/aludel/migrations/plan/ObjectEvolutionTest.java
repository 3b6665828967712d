package org.aludel.migrations.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.aludel.migrations.operation.Operation;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.SchemaDump;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Views, routines, triggers, policies, types and privileges: each kind is found when it differs,
 * carried out and undone, and left in peace when it does not.
 */
@PostgresTest(judge = true)
final class ObjectEvolutionTest {
  private static final SchemaDump DUMP =
      SchemaDump.standard().ignoringColumnOrder().withPrivileges();

  private static final String TABLES =
      """
      CREATE TABLE t (id integer PRIMARY KEY, a varchar(10), b integer);
      INSERT INTO t VALUES (1, 'x', 5), (2, 'y', 6);
      """;

  private static final String TRIGGER_FUNCTION =
      "CREATE FUNCTION stamp() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';";

  /** What stands on tables, on columns of them and on each other. */
  private static final String STANDING =
      TRIGGER_FUNCTION
          + """
          CREATE VIEW v AS SELECT id, a FROM t;
          COMMENT ON VIEW v IS 'first'; COMMENT ON COLUMN v.a IS 'letter';
          GRANT SELECT ON v TO PUBLIC; GRANT UPDATE (a) ON v TO PUBLIC;
          CREATE VIEW w AS SELECT count(*) AS n FROM v WHERE a <> '';
          CREATE MATERIALIZED VIEW m AS SELECT id, a FROM v;
          CREATE UNIQUE INDEX m_id ON m (id); GRANT SELECT ON m TO PUBLIC;
          CREATE TRIGGER iv INSTEAD OF INSERT ON v FOR EACH ROW EXECUTE FUNCTION stamp();
          CREATE TRIGGER x BEFORE UPDATE OF a ON t FOR EACH ROW EXECUTE FUNCTION stamp();
          CREATE POLICY p ON t USING (a <> '');
          CREATE RULE r AS ON UPDATE TO t WHERE new.a = 'z' DO INSTEAD NOTHING;
          """;

  private final Evolution evolution;

  ObjectEvolutionTest(TestDatabase database) {
    evolution = Evolution.on(database);
  }

  @AfterEach
  void close() {
    evolution.live().close();
    evolution.wanted().close();
  }

  /** What both sides have, what the one has, what the other has, and what is found. */
  static Stream<Arguments> differences() {
    return Stream.concat(
        routinesAndViews(),
        Stream.concat(
            partsOfTables(),
            Stream.concat(typesAndOthers(), Stream.concat(typesInUse(), partitions()))));
  }

  private static Stream<Arguments> routinesAndViews() {
    return Stream.of(
        of(
            "",
            "",
            "CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS 'SELECT a';",
            "create function  f(integer)"),
        of(
            "",
            "CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS 'SELECT a';",
            "CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql STABLE AS 'SELECT a + 1';",
            "replace function  f(integer)"),
        of(
            "",
            "CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT a'; CREATE"
                + " TABLE u (c int DEFAULT f(1), CHECK (f(c) > 0)); CREATE INDEX ON u (f(c));",
            "CREATE FUNCTION f(a int) RETURNS bigint LANGUAGE sql IMMUTABLE AS 'SELECT a'; CREATE"
                + " TABLE u (c int DEFAULT f(1), CHECK (f(c) > 0)); CREATE INDEX ON u (f(c));",
            "drop function  f(integer)",
            "create function  f(integer)"),
        of(
            "",
            "CREATE PROCEDURE p() LANGUAGE sql AS 'SELECT 1';",
            "CREATE PROCEDURE p() LANGUAGE sql AS 'SELECT 2';",
            "replace procedure  p()"),
        of(
            "",
            "CREATE AGGREGATE total(int) (SFUNC = int4pl, STYPE = int);",
            "CREATE AGGREGATE total(int) (SFUNC = int4pl, STYPE = int, INITCOND = '0');",
            "drop aggregate  total(integer)",
            "create aggregate  total(integer)"),
        of(
            "",
            "CREATE VIEW v AS SELECT id FROM t; CREATE VIEW w AS SELECT id FROM v;",
            "CREATE VIEW v AS SELECT id FROM t WHERE b > 0; CREATE VIEW w AS SELECT id FROM v;",
            "replace view  v"),
        of(
            "",
            "CREATE VIEW v AS SELECT id FROM t; CREATE VIEW w AS SELECT id FROM v;",
            "CREATE VIEW v AS SELECT id, a FROM t; CREATE VIEW w AS SELECT id FROM v;",
            "drop view  v",
            "create view  v",
            "drop view  w",
            "create view  w"),
        of(
            "CREATE VIEW v AS SELECT id FROM t;",
            "",
            "COMMENT ON VIEW v IS 'x'; COMMENT ON COLUMN v.id IS 'y';",
            "set comment  view v",
            "set comment  column v.id"),
        of(
            "CREATE MATERIALIZED VIEW m AS SELECT id, b FROM t;",
            "CREATE INDEX one ON m (id);",
            "CREATE INDEX two ON m (b);",
            "drop index  m: one (id)",
            "create index  m: two (b)"));
  }

  private static Stream<Arguments> partsOfTables() {
    return Stream.of(
        of(
            TRIGGER_FUNCTION,
            "CREATE TRIGGER x BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION stamp();",
            "CREATE TRIGGER x BEFORE UPDATE OF a ON t FOR EACH ROW EXECUTE FUNCTION stamp();"
                + " COMMENT ON TRIGGER x ON t IS 'x';",
            "drop trigger  t.x",
            "create trigger  t.x"),
        of(
            TRIGGER_FUNCTION
                + "CREATE TRIGGER x BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION stamp();",
            "",
            "ALTER TABLE t DISABLE TRIGGER x;",
            "drop trigger  t.x",
            "create trigger  t.x"),
        of("", "", "CREATE RULE r AS ON DELETE TO t DO INSTEAD NOTHING;", "create rule  t.r"),
        of(
            "",
            "CREATE POLICY p ON t USING (b > 0);",
            "CREATE POLICY p ON t USING (b > 1);",
            "drop policy  t.p",
            "create policy  t.p"),
        of("", "", "CREATE STATISTICS s ON a, b FROM t;", "create statistics object  s"),
        of("", "", "CREATE PUBLICATION p FOR TABLE t;", "create publication  p"),
        of(
            "",
            "GRANT SELECT ON t TO PUBLIC;",
            "GRANT SELECT, INSERT ON t TO PUBLIC; GRANT UPDATE (a) ON t TO PUBLIC;",
            "change privileges  table t: grant INSERT to public",
            "change privileges  column t.a: grant UPDATE to public"));
  }

  private static Stream<Arguments> partitions() {
    String divided =
        "CREATE TABLE w (k int NOT NULL, l varchar(9)) PARTITION BY RANGE (k);"
            + "CREATE INDEX wl ON w (l);";
    String parts =
        "CREATE TABLE w1 (k int NOT NULL, l varchar(9)); CREATE INDEX named ON w1 (l);"
            + "ALTER TABLE w ATTACH PARTITION w1 FOR VALUES FROM (1) TO (9);"
            + "CREATE INDEX also ON w1 (l);";
    return Stream.of(
        of(
            divided,
            "",
            parts,
            "create table  w1",
            "attach partition  w: w1 FOR VALUES FROM (1) TO (9)",
            "create index  w1: named (l)",
            "create index  w1: also (l)"),
        of(
            "",
            divided + parts,
            (divided + parts).replace("varchar(9)", "text"),
            "change type  w.l varchar(9) -> text"));
  }

  private static Stream<Arguments> typesInUse() {
    return Stream.of(
        of(
            "",
            "CREATE TYPE r AS RANGE (subtype = float8); CREATE TABLE u (x r DEFAULT '[1,2)', y r[],"
                + " z r_multirange); INSERT INTO u VALUES ('[1,2)', '{\"[3,4)\"}', '{[5,6)}');",
            "CREATE TYPE r AS RANGE (subtype = int8); CREATE TABLE u (x r DEFAULT '[1,2)', y r[],"
                + " z r_multirange);",
            "drop range type  r",
            "create range type  r"),
        of(
            "",
            "CREATE TYPE c AS (x int, y int); CREATE TABLE u (v c, w c[]);"
                + " INSERT INTO u VALUES ((1, 2), ARRAY[(3, 4)::c]);",
            "CREATE TYPE c AS (x int, y bigint); CREATE TABLE u (v c, w c[]);"
                + " COMMENT ON TYPE c IS 'x';",
            "replace composite type  c",
            "set comment  composite type c"));
  }

  @Test
  void otherAttributesOfATypeInAnArrayAreRefused() {
    evolution.before("CREATE TYPE c AS (x int, y int); CREATE TABLE u (v c[])");
    evolution.after("CREATE TYPE c AS (y int, x int); CREATE TABLE u (v c[])");

    assertThatThrownBy(evolution::plan)
        .hasMessageContaining("ORM-MIG-UNSUPPORTED-OBJECT")
        .hasMessageContaining("attributes of type \"c[]\"");
  }

  private static Stream<Arguments> typesAndOthers() {
    return Stream.of(
        of(
            "",
            "CREATE DOMAIN d AS int CHECK (VALUE > 0);",
            "CREATE DOMAIN d AS int DEFAULT 5 NOT NULL CONSTRAINT low CHECK (VALUE > 1);",
            "replace domain  d"),
        of(
            "",
            "CREATE DOMAIN d AS int CHECK (VALUE > 0); CREATE TABLE u (x d DEFAULT 5, y d[]);"
                + " CREATE VIEW v AS SELECT x, y FROM u;",
            "CREATE DOMAIN d AS text CHECK (VALUE <> ''); CREATE TABLE u (x d DEFAULT '5', y d[]);"
                + " CREATE VIEW v AS SELECT x, y FROM u;",
            "drop domain  d",
            "create domain  d",
            "change default  u.x 5 -> '5'::text"),
        of(
            "",
            "CREATE TYPE c AS (x int, y int); CREATE TABLE u (v c);",
            "CREATE TYPE c AS (x int, z text); CREATE TABLE u (v c);",
            "replace composite type  c"),
        of(
            "",
            "CREATE TYPE r AS RANGE (subtype = float8);",
            "CREATE TYPE r AS RANGE (subtype = int8);",
            "drop range type  r",
            "create range type  r"),
        of(
            "",
            "",
            "CREATE OPERATOR === (LEFTARG = int, RIGHTARG = int, FUNCTION = int4eq);",
            "create operator  ===(integer, integer)"),
        of(
            "CREATE TYPE c AS (x int);",
            "",
            "CREATE CAST (c AS text) WITH INOUT;",
            "create cast  c AS text"),
        of("", "", "CREATE COLLATION co FROM \"C\";", "create collation  co"),
        of(
            "CREATE FUNCTION e() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';",
            "",
            "CREATE EVENT TRIGGER ev ON ddl_command_end EXECUTE FUNCTION e();",
            "create event trigger  ev"),
        of(
            "",
            "",
            "ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO PUBLIC;",
            "change privileges  default privileges postgres on TABLES: grant SELECT to public"),
        of("", "", "COMMENT ON SCHEMA public IS 'mine';", "set comment  schema public"));
  }

  private static Arguments of(String both, String live, String wanted, String... found) {
    return Arguments.of(both, live, wanted, List.of(found));
  }

  @ParameterizedTest
  @MethodSource("differences")
  void aDifferenceIsFoundCarriedOutAndUndone(
      String both, String live, String wanted, List<String> expected) {
    SchemaDump.assumeAvailable();
    evolution.before(TABLES + both + live).after(TABLES + both + wanted);
    String before = DUMP.of(evolution.live());

    List<String> found =
        evolution.differences().operations().stream().map(Operation::describe).toList();
    MigrationPlan plan = evolution.check();
    evolution.apply(plan);

    assertThat(expected).containsAll(found);
    assertThat(DUMP.of(evolution.live())).isEqualTo(DUMP.of(evolution.wanted()));
    evolution.revert(plan);
    assertThat(DUMP.of(evolution.live())).isEqualTo(before);
  }

  @Test
  void equalObjectsAreLeftInPeace() {
    String objects =
        TABLES
            + STANDING
            + """
            CREATE FUNCTION f(a int DEFAULT 1) RETURNS int LANGUAGE sql AS 'SELECT a';
            CREATE PROCEDURE p() LANGUAGE sql AS 'SELECT 1';
            CREATE AGGREGATE total(int) (SFUNC = int4pl, STYPE = int, INITCOND = '0');
            CREATE STATISTICS s ON a, b FROM t;
            CREATE PUBLICATION p FOR TABLE t;
            CREATE DOMAIN d AS int DEFAULT 5 NOT NULL CONSTRAINT low CHECK (VALUE > 1);
            CREATE TYPE c AS (x int, z text);
            CREATE TYPE ra AS RANGE (subtype = float8);
            CREATE OPERATOR === (LEFTARG = int, RIGHTARG = int, FUNCTION = int4eq);
            CREATE CAST (c AS text) WITH INOUT;
            CREATE COLLATION co FROM "C";
            CREATE FUNCTION e() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
            CREATE EVENT TRIGGER ev ON ddl_command_end EXECUTE FUNCTION e();
            ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO PUBLIC;
            COMMENT ON SCHEMA public IS 'mine';
            """;
    evolution.before(objects).after(objects);

    assertThat(evolution.differences().operations()).isEmpty();
    assertThat(evolution.differences().uncovered()).isEmpty();
  }

  @Test
  void whatStandsOnAColumnGivesWayToItsNewTypeAndComesBackWhole() {
    SchemaDump.assumeAvailable();
    evolution.before(TABLES + STANDING);
    evolution.after(TABLES.replace("varchar(10)", "text") + STANDING);
    String before = DUMP.of(evolution.live());

    MigrationPlan plan = evolution.check();
    evolution.apply(plan);

    assertThat(DUMP.of(evolution.live())).isEqualTo(DUMP.of(evolution.wanted()));
    assertThat(evolution.live().query("SELECT a FROM m ORDER BY 1"))
        .containsExactly(List.of("x"), List.of("y"));
    evolution.revert(plan);
    assertThat(DUMP.of(evolution.live())).isEqualTo(before);
  }

  @Test
  void whatStandsOnARenamedTableComesBackUnderItsNewName() {
    SchemaDump.assumeAvailable();
    String objects =
        TRIGGER_FUNCTION
            + """
            CREATE VIEW v AS SELECT id, a FROM t; GRANT SELECT ON v TO PUBLIC;
            CREATE VIEW w AS SELECT id FROM v;
            CREATE TRIGGER x BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION stamp();
            CREATE POLICY p ON t USING (b > 0);
            GRANT SELECT ON t TO PUBLIC; GRANT UPDATE (a) ON t TO PUBLIC;
            """;
    evolution.before(TABLES + objects);
    evolution.after(
        (TABLES + objects)
            .replace("TABLE t ", "TABLE item ")
            .replace("PRIMARY KEY", "CONSTRAINT t_pkey PRIMARY KEY")
            .replace("INTO t ", "INTO item ")
            .replace("FROM t;", "FROM item;")
            .replace("ON t ", "ON item ")
            .replace(", a varchar", ", name varchar")
            .replace("id, a FROM", "id, name AS a FROM")
            .replace("(a)", "(name)"));
    evolution.renames("t:item", "item.a:name");
    String before = DUMP.of(evolution.live());

    MigrationPlan plan = evolution.check();
    evolution.apply(plan);

    assertThat(DUMP.of(evolution.live())).isEqualTo(DUMP.of(evolution.wanted()));
    assertThat(evolution.live().query("SELECT a FROM v ORDER BY 1"))
        .containsExactly(List.of("x"), List.of("y"));
    evolution.revert(plan);
    assertThat(DUMP.of(evolution.live())).isEqualTo(before);
  }

  @Test
  void whatGoesBesideARenameComesBackAfterIt() {
    String gone =
        """
        CREATE VIEW v AS SELECT id, a FROM t;
        CREATE TRIGGER x BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION stamp();
        CREATE PUBLICATION gone FOR TABLE t;
        """;
    evolution.before(
        TABLES + TRIGGER_FUNCTION + gone + "CREATE PUBLICATION kept FOR TABLE t (id);");
    evolution.after(
        (TABLES + TRIGGER_FUNCTION + "CREATE PUBLICATION kept FOR TABLE t (id);")
            .replace("TABLE t ", "TABLE item ")
            .replace("PRIMARY KEY", "CONSTRAINT t_pkey PRIMARY KEY")
            .replace("INTO t ", "INTO item ")
            .replace(", a varchar", ", name varchar"));
    evolution.renames("t:item", "item.a:name");
    String before = DUMP.of(evolution.live());

    MigrationPlan plan = evolution.check();
    evolution.apply(plan);

    assertThat(DUMP.of(evolution.live())).isEqualTo(DUMP.of(evolution.wanted()));
    evolution.revert(plan);
    assertThat(DUMP.of(evolution.live())).isEqualTo(before);
  }

  @Test
  void aLabelIsTakenAwayBelowTheViewsThatReadIt() {
    String type = "CREATE TYPE mood AS ENUM ('a', 'b'%s); CREATE TABLE u (m mood DEFAULT 'a');";
    String objects =
        """
        CREATE VIEW v AS SELECT m FROM u WHERE m <> 'b'; GRANT SELECT ON v TO PUBLIC;
        CREATE FUNCTION f(m mood) RETURNS text LANGUAGE sql AS 'SELECT $1::text';
        CREATE VIEW w AS SELECT f(m) AS f FROM v;
        GRANT USAGE ON TYPE mood TO PUBLIC WITH GRANT OPTION;
        """
            .replace(" WITH GRANT OPTION", "");
    evolution.before(type.formatted("") + objects).after(type.formatted(", 'c'") + objects);

    List<String> found =
        evolution.check().operations().stream().map(each -> each.operation().describe()).toList();
    evolution.reset();
    evolution.before(type.formatted(", 'c'") + objects).after(type.formatted("") + objects);
    evolution.check();

    assertThat(found).containsExactly("add enum value  mood \"c\"");
  }
}
