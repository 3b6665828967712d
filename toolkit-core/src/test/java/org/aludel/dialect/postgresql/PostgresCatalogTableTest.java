package org.aludel.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.aludel.schema.Column;
import org.aludel.schema.Computed;
import org.aludel.schema.EnumType;
import org.aludel.schema.Extension;
import org.aludel.schema.Identity;
import org.aludel.schema.MetaData;
import org.aludel.schema.Namespace;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.Sequence;
import org.aludel.schema.SequenceOptions;
import org.aludel.schema.Table;
import org.aludel.schema.UncoveredObject;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** One property of a column, sequence, type, schema or extension a test. */
@PostgresTest(perMethod = true)
class PostgresCatalogTableTest {
  private static Column column(TestDatabase database, String definition) {
    database.run("CREATE TABLE t (x " + definition + ")");
    return Reflection.table(database, "t").column("x").orElseThrow();
  }

  private static List<String> uncovered(TestDatabase database, String sql) {
    database.run(sql);
    return Reflection.of(database).uncovered().stream()
        .map(one -> one.kind() + " " + one.name())
        .toList();
  }

  @Test
  void anEmptyDatabaseHoldsNothing(TestDatabase database) {
    assertThat(Reflection.of(database)).isEqualTo(MetaData.empty());
  }

  @Test
  void columnsKeepTheirOrderAndLoseDroppedOnes(TestDatabase database) {
    database.run("CREATE TABLE t (c int, b int, a int); ALTER TABLE t DROP COLUMN b");
    database.run("ALTER TABLE t ADD COLUMN \"A b\" int");

    assertThat(Reflection.table(database, "t").columns())
        .extracting(Column::name)
        .containsExactly("c", "a", "A b");
  }

  @Test
  void typesAreSpelledShort(TestDatabase database) {
    database.run(
        "CREATE TABLE t (a varchar(30), b char(3), c numeric(10,2), d timestamptz(3), e timestamp,"
            + " f text[][], g bit varying(5), h \"char\", i interval day to second(3), j bpchar,"
            + " k numeric(8), l time(2) with time zone)");

    assertThat(Reflection.table(database, "t").columns())
        .extracting(one -> one.type().name())
        .containsExactly(
            "varchar(30)",
            "char(3)",
            "numeric(10,2)",
            "timestamptz(3)",
            "timestamp",
            "text[]",
            "varbit(5)",
            "\"char\"",
            "interval day to second(3)",
            "bpchar",
            "numeric(8,0)",
            "timetz(2)");
  }

  @Test
  void typesOutsideTheDefaultSchemaAreQualified(TestDatabase database) {
    database.run(
        "CREATE SCHEMA \"Other\"; CREATE TYPE \"Other\".\"Mood\" AS ENUM ('a');"
            + " CREATE TYPE mood AS ENUM ('b');"
            + " CREATE TABLE t (a \"Other\".\"Mood\"[], b mood, c mood[])");

    assertThat(Reflection.table(database, "t").columns())
        .extracting(one -> one.type().name())
        .containsExactly("\"Other\".\"Mood\"[]", "mood", "mood[]");
  }

  @Test
  void findsNotNull(TestDatabase database) {
    database.run("CREATE TABLE t (a int NOT NULL, b int, c int PRIMARY KEY)");

    assertThat(Reflection.table(database, "t").columns())
        .extracting(Column::nullable)
        .containsExactly(false, true, false);
  }

  @Test
  void defaultsAreTheServersText(TestDatabase database) {
    assertThat(column(database, "timestamptz DEFAULT CURRENT_TIMESTAMP + interval '1 day'"))
        .extracting(Column::serverDefault)
        .isEqualTo("(CURRENT_TIMESTAMP + '1 day'::interval)");
  }

  @Test
  void aDefaultOfNullIsNoDefault(TestDatabase database) {
    assertThat(column(database, "text DEFAULT NULL").serverDefault()).isNull();
  }

  @Test
  void findsGeneratedColumns(TestDatabase database) {
    database.run("CREATE TABLE t (a int, x int GENERATED ALWAYS AS (a * 2) STORED)");

    Column found = Reflection.table(database, "t").column("x").orElseThrow();
    assertThat(found.computed()).isEqualTo(new Computed("a * 2", true));
    assertThat(found.serverDefault()).isNull();
  }

  @Test
  void findsVirtualColumns(TestDatabase database) {
    database.run("CREATE TABLE t (a int, x int GENERATED ALWAYS AS (a * 2) VIRTUAL)");

    assertThat(Reflection.table(database, "t").column("x").orElseThrow().computed())
        .isEqualTo(new Computed("a * 2", false));
  }

  @Test
  void findsCollationsThatAreNotTheTypesOwn(TestDatabase database) {
    database.run("CREATE SCHEMA s; CREATE COLLATION s.mine FROM \"C\"");
    database.run("CREATE TABLE t (a text COLLATE \"C\", b text, c text COLLATE s.mine, d name)");

    assertThat(Reflection.table(database, "t").columns())
        .extracting(Column::collation)
        .containsExactly("\"C\"", null, "s.mine", null);
  }

  @Test
  void findsComments(TestDatabase database) {
    database.run(
        "CREATE TABLE t (x int); COMMENT ON TABLE t IS 'the t'; COMMENT ON COLUMN t.x IS 'it''s'");

    Table table = Reflection.table(database, "t");
    assertThat(table.comment()).isEqualTo("the t");
    assertThat(table.columns().get(0).comment()).isEqualTo("it's");
  }

  @Test
  void aPlainIdentityHasPlainOptions(TestDatabase database) {
    assertThat(column(database, "integer GENERATED BY DEFAULT AS IDENTITY").identity())
        .isEqualTo(Identity.byDefault());
    assertThat(Reflection.of(database).sequences()).isEmpty();
  }

  @Test
  void findsEveryOptionOfAnIdentity(TestDatabase database) {
    Identity found =
        column(
                database,
                "smallint GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME my_numbers START 5"
                    + " INCREMENT 7 MINVALUE 2 MAXVALUE 1000 CACHE 3 CYCLE)")
            .identity();

    assertThat(found)
        .isEqualTo(new Identity(true, new SequenceOptions(5, 7, 2L, 1000L, 3, true), "my_numbers"));
  }

  @Test
  void theUsualNameOfAnIdentitySequenceIsNoName(TestDatabase database) {
    String table = "a".repeat(40);
    String column = "ö".repeat(30);
    database.run(
        "CREATE TABLE " + table + " (\"" + column + "\" int GENERATED ALWAYS AS IDENTITY)");

    Identity found = Reflection.table(database, table).columns().get(0).identity();
    assertThat(found).isEqualTo(new Identity(true, SequenceOptions.defaults()));
  }

  @Test
  void aSerialIsASequenceWithAnOwnerAndADefault(TestDatabase database) {
    assertThat(column(database, "serial").serverDefault())
        .isEqualTo("nextval('t_x_seq'::regclass)");
    assertThat(Reflection.of(database).sequences())
        .containsExactly(
            new Sequence(
                QualifiedName.of("t_x_seq"),
                "integer",
                SequenceOptions.defaults(),
                new Sequence.Owner(QualifiedName.of("t"), "x"),
                null));
  }

  @Test
  void findsEveryOptionOfASequence(TestDatabase database) {
    database.run(
        "CREATE SEQUENCE s AS integer INCREMENT -2 MINVALUE -99 MAXVALUE 50 START 40 CACHE 5 CYCLE;"
            + " COMMENT ON SEQUENCE s IS 'down'");

    assertThat(Reflection.of(database).sequences())
        .containsExactly(
            new Sequence(
                QualifiedName.of("s"),
                "integer",
                new SequenceOptions(40, -2, -99L, 50L, 5, true),
                null,
                "down"));
  }

  @Test
  void boundsOfTheDataTypeAreNoBounds(TestDatabase database) {
    database.run("CREATE SEQUENCE down INCREMENT -1; CREATE SEQUENCE small AS smallint");

    assertThat(Reflection.of(database).sequences())
        .extracting(Sequence::options)
        .containsExactly(
            new SequenceOptions(-1, -1, null, null, 1, false), SequenceOptions.defaults());
  }

  @Test
  void findsEnumsWithLabelsInTheirOrder(TestDatabase database) {
    database.run(
        "CREATE TYPE mood AS ENUM ('b', 'a', 'it''s'); ALTER TYPE mood ADD VALUE 'first' BEFORE 'b';"
            + " COMMENT ON TYPE mood IS 'moods'");

    assertThat(Reflection.of(database).enums())
        .containsExactly(
            new EnumType(QualifiedName.of("mood"), List.of("first", "b", "a", "it's"), "moods"));
  }

  @Test
  void schemasAreListedButForTheDefaultOneAndPublic(TestDatabase database) {
    database.run("CREATE SCHEMA shop; CREATE SCHEMA \"Two\"; COMMENT ON SCHEMA shop IS 'the shop'");

    assertThat(Reflection.of(database).namespaces())
        .containsExactly(new Namespace("Two", null), new Namespace("shop", "the shop"));
  }

  @Test
  void aCommentOfTheDefaultSchemaIsReported(TestDatabase database) {
    assertThat(uncovered(database, "COMMENT ON SCHEMA public IS 'mine'"))
        .containsExactly("comment of schema public");
  }

  @Test
  void extensionsHaveNoVersionOrCommentThatIsTheServersOwn(TestDatabase database) {
    database.run("CREATE SCHEMA ext; CREATE EXTENSION citext SCHEMA ext; CREATE EXTENSION hstore");
    database.run("CREATE EXTENSION pg_trgm VERSION '1.5'");
    database.run("COMMENT ON EXTENSION hstore IS 'maps'; COMMENT ON EXTENSION pg_trgm IS NULL");

    MetaData found = Reflection.of(database);
    assertThat(found.extensions())
        .containsExactly(
            new Extension("citext", "ext", null, null),
            new Extension("hstore", null, null, "maps"),
            new Extension("pg_trgm", null, "1.5", ""));
    assertThat(found.uncovered()).isEmpty();
  }

  @Test
  void temporaryAndSystemObjectsAreNotThere(TestDatabase database) {
    database.run(
        "CREATE TEMP TABLE t (x serial, y int CHECK (y > 0)); CREATE TEMP VIEW v AS TABLE t");

    assertThat(Reflection.of(database)).isEqualTo(MetaData.empty());
  }

  @Test
  void relationsThatAreNoPlainTablesAreReported(TestDatabase database) {
    assertThat(
            uncovered(
                database,
                "CREATE TABLE p (x int PRIMARY KEY) PARTITION BY RANGE (x);"
                    + " CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (1) TO (2);"
                    + " CREATE TABLE parent (x int); CREATE TABLE child () INHERITS (parent);"
                    + " CREATE VIEW v AS SELECT 1; CREATE MATERIALIZED VIEW m AS SELECT 1;"
                    + " CREATE TYPE c AS (x int)"))
        .containsExactly(
            "composite type c",
            "inherited table child",
            "inherited table parent",
            "materialized view m",
            "partition p1",
            "partitioned table p",
            "view v");
    assertThat(Reflection.of(database).tables()).isEmpty();
  }

  @Test
  void otherObjectsAreReported(TestDatabase database) {
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
        .containsExactly(
            "aggregate agg(integer)",
            "cast (posint as text)",
            "collation co",
            "default privileges postgres r",
            "domain posint",
            "event trigger ev",
            "foreign data wrapper w",
            "foreign server s",
            "foreign table ft",
            "function et()",
            "function f(a integer, b text)",
            "function tf()",
            "operator ===(integer, integer)",
            "policy t.po",
            "procedure p()",
            "publication pu",
            "range type span",
            "rule t.ru",
            "statistics object st",
            "text search configuration ts",
            "trigger t.tr",
            "user mapping s for public");
  }

  @Test
  void propertiesWithoutAPlaceAreReported(TestDatabase database) {
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
        .containsExactly(
            "clustered index k",
            "column compression t.y",
            "column options t.x",
            "column statistics target t.x",
            "column storage t.y",
            "grant t",
            "grant t.x",
            "index statistics target ie",
            "index storage parameters k",
            "replica identity t",
            "row security t",
            "table storage parameters t",
            "unlogged sequence us",
            "unlogged table u");
  }

  @Test
  void nothingIsReportedTwice(TestDatabase database) {
    database.run("CREATE VIEW v AS SELECT 1");

    assertThat(Reflection.of(database).uncovered())
        .containsExactly(new UncoveredObject("view", QualifiedName.of("v")));
  }
}
