package org.aludel.migrations.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.aludel.migrations.compare.RenameHint;
import org.aludel.schema.ObjectKind;
import org.aludel.schema.ObjectReference;
import org.aludel.schema.QualifiedName;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.SchemaDump;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Types that are made anew below columns that stay: of heirs, of partitions that come and go, under
 * keys that are referred to. Each case was first the smallest form of a random pair that failed.
 */
@PostgresTest(judge = true)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class StandingTypesTest {
  private static final SchemaDump DUMP = SchemaDump.standard().ignoringColumnOrder();

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

  static Stream<Arguments> cases() {
    return Stream.of(enums(), parts(), types(), carried()).flatMap(each -> each);
  }

  private static Stream<Arguments> enums() {
    String heirs =
        "CREATE TABLE p (x m DEFAULT 'a', y m[]); CREATE TABLE h (x m DEFAULT 'b', z m)"
            + " INHERITS (p); CREATE TABLE g () INHERITS (h);"
            + "INSERT INTO h VALUES ('b', '{a,b}', 'a'); INSERT INTO g VALUES ('a', '{}', NULL);";
    String alone =
        "CREATE TABLE p (x m DEFAULT 'a', y m[]); CREATE TABLE h (x m DEFAULT 'b', y m[]);"
            + "INSERT INTO h VALUES ('b', '{a,b}');";
    String key =
        "CREATE TABLE u (k int PRIMARY KEY, l int, e m, CONSTRAINT ul UNIQUE (l) INCLUDE (e));"
            + "CREATE TABLE w (l int CONSTRAINT wl REFERENCES u (l));"
            + "INSERT INTO u VALUES (1, 2, 'a'); INSERT INTO w VALUES (2);";
    return Stream.of(
        of("an heir's column", anEnum("a", "b") + heirs, anEnum("b", "a") + heirs),
        of(
            "an heir that leaves",
            anEnum("a", "b") + alone + "ALTER TABLE h INHERIT p;",
            anEnum("b", "a") + alone),
        of(
            "an heir that comes",
            anEnum("a", "b") + alone,
            anEnum("b", "a") + alone + "ALTER TABLE h INHERIT p;"),
        of("a referenced key that carries it", anEnum("a", "b") + key, anEnum("b", "a") + key),
        of("one below such a key that grows", anEnum("a", "b") + key, anEnum("a", "b", "c") + key),
        of("a cast whose words are longer than a name", longEnum("a", "b"), longEnum("b", "a")));
  }

  private static String longEnum(String... labels) {
    String type = "a_very_long_name_that_fills_all_the_bytes_there_are_in_a_name";
    return anEnum(labels).replace(" m ", " " + type + " ")
        + "CREATE FUNCTION f("
        + type
        + ") RETURNS text LANGUAGE sql AS 'SELECT NULL::text'; CREATE CAST ("
        + type
        + " AS text) WITH FUNCTION f("
        + type
        + "); CREATE TABLE u (x "
        + type
        + ");";
  }

  private static Stream<Arguments> parts() {
    String whole = "CREATE TABLE w (k int, x t) PARTITION BY RANGE (k);";
    String part = "CREATE TABLE w1 (k int, x t); INSERT INTO w1 VALUES (2, '%s');";
    String attached = "ALTER TABLE w ATTACH PARTITION w1 FOR VALUES FROM (1) TO (9);";
    String elsewhere = "ALTER TABLE w ATTACH PARTITION w1 FOR VALUES FROM (2) TO (9);";
    return Stream.of(
            new String[] {"enum", anEnum("a", "b"), anEnum("b", "a"), "a"},
            new String[] {"domain", "CREATE DOMAIN t AS int;", "CREATE DOMAIN t AS text;", "5"},
            new String[] {
              "range",
              "CREATE TYPE t AS RANGE (subtype = int4);",
              "CREATE TYPE t AS RANGE (subtype = int8);",
              "[1,3)"
            })
        .flatMap(
            each -> {
              String before = each[1].replace(" m ", " t ") + whole + part.formatted(each[3]);
              String after = each[2].replace(" m ", " t ") + whole + part.formatted(each[3]);
              return Stream.of(
                  of(each[0] + " of a part that comes", before, after + attached),
                  of(each[0] + " of a part that goes", before + attached, after),
                  of(each[0] + " of a part that moves", before + attached, after + elsewhere));
            });
  }

  private static Stream<Arguments> types() {
    String range = "CREATE TYPE r AS RANGE (subtype = %s);";
    String key =
        "CREATE TABLE u (k int PRIMARY KEY, l int, e r, CONSTRAINT ul UNIQUE (l) INCLUDE (e));"
            + "CREATE TABLE w (l int CONSTRAINT wl REFERENCES u (l));"
            + "INSERT INTO u VALUES (1, 2, '[1,2)'); INSERT INTO w VALUES (2);";
    String heirs =
        "CREATE TABLE p (x d, y d[]); CREATE TABLE h (x d DEFAULT '6', z d)"
            + " INHERITS (p); INSERT INTO h VALUES ('7', '{8,9}', '1');";
    return Stream.of(
        of(
            "a domain of an heir's column",
            "CREATE DOMAIN d AS int;" + heirs,
            "CREATE DOMAIN d AS text;" + heirs),
        of(
            "a domain of another name in an heir's default",
            "CREATE DOMAIN d AS text;" + heirs,
            ("CREATE DOMAIN e AS text;" + heirs).replace(" d", " e")),
        of(
            "a domain of another name in a parent's default",
            "CREATE DOMAIN d AS text; CREATE TABLE p (x d DEFAULT '2'); CREATE TABLE h () INHERITS"
                + " (p);",
            "CREATE DOMAIN e AS text; CREATE TABLE p (x e DEFAULT '2'); CREATE TABLE h () INHERITS"
                + " (p);"),
        of(
            "a range of an odd name",
            "CREATE TYPE \"range_dot.1\" AS RANGE (subtype = numeric);"
                + "CREATE TABLE u (a \"range_dot.1\" NOT NULL);",
            "CREATE TYPE \"range_dot.1\" AS RANGE (subtype = float8);"
                + "CREATE TABLE u (a \"range_dot.1\" NOT NULL);"),
        of(
            "a range that a referenced key carries",
            range.formatted("int4") + key,
            range.formatted("int8") + key),
        of(
            "a type under its name that other columns have",
            range.formatted("int4")
                + "CREATE TABLE u (a r, b text); INSERT INTO u VALUES ('[1,2)');",
            range.formatted("int8") + "CREATE TABLE u (a text, b r);"),
        of(
            "a domain under its name that other columns have",
            "CREATE DOMAIN d AS int; CREATE TABLE u (a d, b text, c d[]); INSERT INTO u VALUES"
                + " (1);",
            "CREATE DOMAIN d AS bigint; CREATE TABLE u (a text, b d, c d[]);"),
        of(
            "a domain of another name in a default",
            "CREATE DOMAIN d AS int; CREATE TABLE u (a d DEFAULT 5::d, b int DEFAULT (3::d)::int);"
                + "INSERT INTO u VALUES (1);",
            "CREATE DOMAIN e AS int; CREATE TABLE u (a e DEFAULT 5::e, b int DEFAULT"
                + " (3::e)::int);"));
  }

  private static Stream<Arguments> carried() {
    String carrying = "CREATE TABLE u (k int, e %s, CONSTRAINT up PRIMARY KEY (k) INCLUDE (e));";
    String referring = "CREATE TABLE w (l int CONSTRAINT wl REFERENCES u);";
    String needed =
        "CREATE FUNCTION f() RETURNS varchar LANGUAGE sql BEGIN ATOMIC"
            + " SELECT max(l)::varchar FROM w; END; ALTER TABLE u ALTER e SET DEFAULT f();";
    return Stream.of(
        of(
            "a key carries it, and who refers to the key goes",
            carrying.formatted("varchar(9)") + referring,
            carrying.formatted("date")),
        of(
            "a key carries it, and who refers to the key comes",
            carrying.formatted("varchar(9)"),
            carrying.formatted("date") + referring),
        of(
            "a key carries a domain, and who refers to the key goes",
            "CREATE DOMAIN d AS int;" + carrying.formatted("d") + referring,
            "CREATE DOMAIN e AS int;" + carrying.formatted("e")),
        of(
            "a key carries it, and its default needs what refers to the key",
            carrying.formatted("text"),
            carrying.formatted("varchar(9)") + referring + needed),
        of(
            "only its default changes and needs what refers to the key",
            carrying.formatted("varchar"),
            carrying.formatted("varchar") + referring + needed));
  }

  private static String anEnum(String... labels) {
    return "CREATE TYPE m AS ENUM ('" + String.join("', '", labels) + "');";
  }

  private static Arguments of(String what, String before, String after) {
    return Arguments.of(what, before, after);
  }

  static Stream<Arguments> renames() {
    String column = "CREATE TABLE u (x {}, y {}[]); INSERT INTO u VALUES ('%s');";
    return Stream.of(
        of("CREATE DOMAIN {} AS int;" + column.formatted("5"), "d", "e", "int", "text"),
        of("CREATE DOMAIN {} AS int;" + column.formatted("5"), "q\"d", "e", "int;", "int;"),
        of(
            "CREATE TYPE {} AS ENUM ('a', 'b'); CREATE TABLE u (x {});",
            "d",
            "e",
            "'b'",
            "'b', 'c'"),
        of(
            "CREATE TYPE {} AS RANGE (subtype = int4);" + column.formatted("[1,2)"),
            "range_a_very_long_name_that_fills_all_the_bytes_there_are_1",
            "range_a_very_long_name_that_fills_all_the_bytes_there_are_2",
            "int4",
            "int8"));
  }

  private static Arguments of(String sql, String from, String to, String old, String wanted) {
    return Arguments.of(sql, from, to, old, wanted);
  }

  @ParameterizedTest
  @MethodSource("renames")
  void aTypeIsRenamedAndMadeAnew(String sql, String from, String to, String old, String wanted) {
    ObjectKind kind =
        sql.contains("DOMAIN")
            ? ObjectKind.DOMAIN
            : sql.contains("ENUM") ? ObjectKind.ENUM : ObjectKind.RANGE_TYPE;
    evolution.options(
        evolution
            .options()
            .withRenames(
                List.of(
                    new RenameHint.OfObject(
                        ObjectReference.of(kind, QualifiedName.of(from)),
                        ObjectReference.of(kind, QualifiedName.of(to))))));

    aTypeIsMadeAnewBothWays(
        "renamed",
        sql.replace("{}", "\"" + from.replace("\"", "\"\"") + "\""),
        sql.replace("{}", to).replace(old, wanted));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void aTypeIsMadeAnewBothWays(String what, String before, String after) {
    SchemaDump.assumeAvailable();
    evolution.before(before).after(after);
    String old = DUMP.of(evolution.live());

    MigrationPlan plan = evolution.check();
    evolution.apply(plan);

    assertThat(DUMP.of(evolution.live())).as(what).isEqualTo(DUMP.of(evolution.wanted()));
    evolution.revert(plan);
    assertThat(DUMP.of(evolution.live())).as(what).isEqualTo(old);
  }
}
