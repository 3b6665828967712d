package org.aludel.sql;

import static org.aludel.sql.ManualTables.A;
import static org.aludel.sql.ManualTables.B;
import static org.aludel.sql.ManualTables.C;
import static org.aludel.sql.ManualTables.integer;
import static org.aludel.sql.ManualTables.table;
import static org.aludel.sql.ManualTables.text;
import static org.aludel.sql.Sql.function;
import static org.aludel.sql.Sql.literal;
import static org.aludel.sql.Sql.max;
import static org.aludel.sql.Sql.select;
import static org.aludel.sql.Sql.values;

import java.util.stream.Stream;
import org.aludel.engine.Engine;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.aludel.type.SqlTypes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every statement of the PostgreSQL manual's chapter 7, queries, beside its SQL: both give the same
 * rows. Table expressions are in {@link ManualTableExpressionsTest}, WITH in {@link
 * ManualWithQueriesTest}. Source: PostgreSQL 18 §7.1, §7.3 to §7.7.
 */
@PostgresTest
@Tag("servers")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ManualQueriesTest {
  private static final NamedTable TABLE1 = table("table1", A, B, C);
  private static final ColumnReference<Integer> A1 = TABLE1.column(A);
  private static final ColumnReference<Integer> B1 = TABLE1.column(B);
  private static final ColumnReference<Integer> C1 = TABLE1.column(C);
  private static final Expression<Integer> SUM = A1.plus(B1).as("sum");
  private static final ColumnReference<Integer> NUM1 = integer("num").withSource(Sql.table("t1"));
  private static final ColumnReference<Integer> NUM2 = integer("num").withSource(Sql.table("t2"));
  private static final ColumnReference<String> NAME = text("name").withSource(Sql.table("t1"));

  private final Engine engine;

  ManualQueriesTest(TestDatabase database) {
    engine = Engine.create(database.dataSource());
  }

  @AfterAll
  void close() {
    engine.close();
  }

  @ParameterizedTest
  @MethodSource({"overview", "lists", "combined", "sorted", "limited", "valued"})
  void givesTheSameRows(Twin twin) {
    twin.compare(engine, ManualTables.SCRIPT);
  }

  static Stream<Twin> overview() {
    return Stream.of(
        new Twin(
            "SELECT * FROM table1",
            "SELECT table1.a, table1.b, table1.c FROM table1",
            select(TABLE1)),
        new Twin(
            "SELECT a, b + c FROM table1",
            "SELECT table1.a, table1.b + table1.c FROM table1",
            select(A1, B1.plus(C1))),
        new Twin("SELECT 3 * 4", "SELECT 3 * 4", select(literal(3).times(literal(4)))),
        new Twin(
            "SELECT random() < 2",
            "SELECT random() < 2",
            select(function("random", SqlTypes.DOUBLE).op("<", literal(2), SqlTypes.BOOLEAN))));
  }

  /** Section 7.3. */
  static Stream<Twin> lists() {
    NamedTable t1 = table("t1", integer("num"), text("name"));
    return Stream.of(
        new Twin(
            "SELECT a, b, c FROM table1",
            "SELECT table1.a, table1.b, table1.c FROM table1",
            select(A1, B1, C1)),
        new Twin(
            "SELECT t1.num, t2.num, t1.name FROM t1, t2",
            "SELECT t1.num, t2.num, t1.name FROM t1, t2",
            select(NUM1, NUM2, NAME).from(Sql.table("t1"), Sql.table("t2"))),
        new Twin(
            "SELECT t1.*, t2.num FROM t1, t2",
            "SELECT t1.num, t1.name, t2.num FROM t1, t2",
            select(t1, NUM2).from(t1, Sql.table("t2"))),
        new Twin(
            "SELECT a AS value, b + c AS sum FROM table1",
            "SELECT table1.a AS value, table1.b + table1.c AS sum FROM table1",
            select(A1.as("value"), B1.plus(C1).as("sum"))),
        new Twin(
            "SELECT a AS \"from\", b + c AS sum FROM table1",
            "SELECT table1.a AS \"from\", table1.b + table1.c AS sum FROM table1",
            select(A1.as("from"), B1.plus(C1).as("sum"))),
        new Twin(
            "SELECT DISTINCT a FROM table1",
            "SELECT DISTINCT table1.a FROM table1",
            select(A1).distinct()),
        new Twin(
            "SELECT DISTINCT ON (a) a, b FROM table1 ORDER BY a, b DESC",
            "SELECT DISTINCT ON (table1.a) table1.a, table1.b FROM table1"
                + " ORDER BY table1.a, table1.b DESC",
            select(A1, B1).distinctOn(A1).orderBy(A1, B1.desc())));
  }

  /** Section 7.4. */
  static Stream<Twin> combined() {
    Query<Integer> one = select(literal(1).as("n")).unionAll(select(literal(1)));
    Select<Integer> first = select(A1);
    Select<Integer> second = select(NUM1);
    Select<Integer> third = select(NUM2);
    String a = "SELECT table1.a FROM table1";
    String x = "SELECT t1.num FROM t1";
    String y = "SELECT t2.num FROM t2";
    return Stream.of(
        new Twin("SELECT 1 AS n UNION ALL SELECT 1", "SELECT 1 AS n UNION ALL SELECT 1", one),
        new Twin(
            "SELECT a FROM table1 UNION SELECT num FROM t1",
            a + " UNION " + x,
            first.union(second)),
        new Twin(
            "SELECT a FROM table1 INTERSECT SELECT num FROM t1",
            a + " INTERSECT " + x,
            first.intersect(second)),
        new Twin(
            "SELECT a FROM table1 EXCEPT ALL SELECT num FROM t1",
            a + " EXCEPT ALL " + x,
            first.exceptAll(second)),
        new Twin(
            "SELECT a FROM table1 UNION SELECT num FROM t1 EXCEPT SELECT num FROM t2",
            "(" + a + " UNION " + x + ") EXCEPT " + y,
            first.union(second).except(third)),
        new Twin(
            "SELECT a FROM table1 UNION (SELECT num FROM t1 EXCEPT SELECT num FROM t2)",
            a + " UNION (" + x + " EXCEPT " + y + ")",
            first.union(second.except(third))),
        new Twin(
            "SELECT a FROM table1 UNION SELECT num FROM t1 UNION SELECT num FROM t2",
            a + " UNION " + x + " UNION " + y,
            first.union(second).union(third)),
        new Twin(
            "SELECT a FROM table1 UNION SELECT num FROM t1 INTERSECT SELECT num FROM t2",
            a + " UNION (" + x + " INTERSECT " + y + ")",
            first.union(second.intersect(third))),
        new Twin(
            "SELECT a FROM table1 UNION SELECT num FROM t1 ORDER BY a LIMIT 2",
            a + " UNION " + x + " ORDER BY a LIMIT ?",
            first.union(second).orderBy(A1).limit(2)),
        new Twin(
            "SELECT a FROM table1 UNION (SELECT num FROM t1 LIMIT 2)",
            a + " UNION (" + x + " LIMIT ?)",
            first.union(second.limit(2))));
  }

  /** Section 7.5. */
  static Stream<Twin> sorted() {
    return Stream.of(
        new Twin(
            "SELECT a, b FROM table1 ORDER BY a + b, c",
            "SELECT table1.a, table1.b FROM table1 ORDER BY table1.a + table1.b, table1.c",
            select(A1, B1).orderBy(A1.plus(B1), C1)),
        new Twin(
            "SELECT a + b AS sum, c FROM table1 ORDER BY sum",
            "SELECT table1.a + table1.b AS sum, table1.c FROM table1 ORDER BY sum",
            select(SUM, C1).orderBy(SUM)),
        new Twin(
            "SELECT a, max(b) FROM table1 GROUP BY a ORDER BY 1",
            "SELECT table1.a, max(table1.b) FROM table1 GROUP BY table1.a ORDER BY table1.a",
            select(A1, max(B1)).groupBy(A1).orderBy(A1)),
        new Twin(
            "SELECT a FROM table1 ORDER BY a DESC NULLS LAST, b NULLS FIRST",
            "SELECT table1.a FROM table1 ORDER BY table1.a DESC NULLS LAST, table1.b NULLS FIRST",
            select(A1).orderBy(A1.desc().nullsLast(), B1.asc().nullsFirst())),
        new Twin(
            "SELECT a + b AS sum, c FROM table1 ORDER BY a + b + c",
            "SELECT table1.a + table1.b AS sum, table1.c FROM table1"
                + " ORDER BY table1.a + table1.b + table1.c",
            select(SUM, C1).orderBy(SUM.plus(C1))));
  }

  /** Section 7.6. */
  static Stream<Twin> limited() {
    return Stream.of(
        new Twin(
            "SELECT a FROM table1 ORDER BY b LIMIT 1 OFFSET 2",
            "SELECT table1.a FROM table1 ORDER BY table1.b LIMIT ? OFFSET ?",
            select(A1).orderBy(B1).limit(1).offset(2)),
        new Twin(
            "SELECT a FROM table1 ORDER BY b OFFSET 1",
            "SELECT table1.a FROM table1 ORDER BY table1.b OFFSET ?",
            select(A1).orderBy(B1).offset(1)),
        new Twin(
            "SELECT a FROM table1 ORDER BY a FETCH FIRST 1 ROW WITH TIES",
            "SELECT table1.a FROM table1 ORDER BY table1.a FETCH FIRST (?) ROWS WITH TIES",
            select(A1).orderBy(A1).fetchWithTies(1)));
  }

  /** Section 7.7. */
  static Stream<Twin> valued() {
    ColumnReference<Integer> number = integer("num");
    ColumnReference<String> letter = text("letter");
    Values<Row2<Integer, String>> rows =
        values(number, letter).row(1, "one").row(2, "two").row(3, "three");
    String typed = "VALUES (CAST(? AS integer), CAST(? AS text)), (?, ?), (?, ?)";
    return Stream.of(
        new Twin("VALUES (1, 'one'), (2, 'two'), (3, 'three')", typed, rows),
        new Twin(
            "SELECT 1 AS column1, 'one' AS column2 UNION ALL SELECT 2, 'two'"
                + " UNION ALL SELECT 3, 'three'",
            "SELECT 1 AS column1, 'one' AS column2 UNION ALL SELECT 2, 'two'"
                + " UNION ALL SELECT 3, 'three'",
            select(literal(1).as("column1"), literal("one").as("column2"))
                .unionAll(select(literal(2), literal("two")))
                .unionAll(select(literal(3), literal("three")))),
        new Twin(
            "SELECT * FROM (VALUES (1, 'one'), (2, 'two'), (3, 'three')) AS t (num,letter)",
            "SELECT t.num, t.letter FROM (" + typed + ") AS t (num, letter)",
            select(rows.as("t"))));
  }
}
