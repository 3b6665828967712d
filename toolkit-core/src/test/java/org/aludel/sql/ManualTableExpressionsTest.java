package org.aludel.sql;

import static org.aludel.sql.ManualTables.column;
import static org.aludel.sql.ManualTables.date;
import static org.aludel.sql.ManualTables.integer;
import static org.aludel.sql.ManualTables.numeric;
import static org.aludel.sql.ManualTables.table;
import static org.aludel.sql.ManualTables.text;
import static org.aludel.sql.Sql.columnOf;
import static org.aludel.sql.Sql.cube;
import static org.aludel.sql.Sql.distinctGroups;
import static org.aludel.sql.Sql.exists;
import static org.aludel.sql.Sql.function;
import static org.aludel.sql.Sql.group;
import static org.aludel.sql.Sql.groupingSets;
import static org.aludel.sql.Sql.isTrue;
import static org.aludel.sql.Sql.joined;
import static org.aludel.sql.Sql.literal;
import static org.aludel.sql.Sql.part;
import static org.aludel.sql.Sql.recordsOf;
import static org.aludel.sql.Sql.rollup;
import static org.aludel.sql.Sql.rowsFrom;
import static org.aludel.sql.Sql.scalar;
import static org.aludel.sql.Sql.select;
import static org.aludel.sql.Sql.selectRow;
import static org.aludel.sql.Sql.sum;
import static org.aludel.sql.Sql.tableOf;
import static org.aludel.sql.Sql.values;
import static org.aludel.sql.function.DateFunctions.currentDate;
import static org.aludel.sql.function.DateFunctions.minus;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.aludel.engine.Engine;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.aludel.type.SqlTypes;
import org.aludel.type.value.Interval;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every statement of the PostgreSQL manual's section 7.2, table expressions, beside its SQL: both
 * give the same rows. What the manual shows as wrong is left out.
 */
@PostgresTest
@Tag("servers")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ManualTableExpressionsTest {
  private static final NamedTable T1 = table("t1", integer("num"), text("name"));
  private static final NamedTable T2 = table("t2", integer("num"), text("value"));
  private static final ColumnReference<Integer> NUM = integer("num");
  private static final ColumnReference<Integer> NUM1 = T1.c("num", SqlTypes.INTEGER);
  private static final ColumnReference<String> NAME = T1.c("name", SqlTypes.TEXT);
  private static final ColumnReference<Integer> NUM2 = T2.c("num", SqlTypes.INTEGER);
  private static final ColumnReference<String> VALUE = T2.c("value", SqlTypes.TEXT);
  private static final Predicate ON = NUM1.eq(NUM2);
  private static final Select<Row2<Row, Row>> BOTH = select(T1, T2).from(T1);
  private static final Select<Row> SHARED = selectRow(NUM, NAME, VALUE).from(T1);

  private final Engine engine;

  ManualTableExpressionsTest(TestDatabase database) {
    engine = Engine.create(database.dataSource());
  }

  @AfterAll
  void close() {
    engine.close();
  }

  @ParameterizedTest
  @MethodSource({
    "joins",
    "aliases",
    "subqueries",
    "functions",
    "lateral",
    "where",
    "groups",
    "sets"
  })
  void givesTheSameRows(Twin twin) {
    twin.compare(engine, ManualTables.SCRIPT);
  }

  private static Twin twin(String book, Statement<?> statement) {
    return new Twin(book, Shop.sql(statement), statement);
  }

  static Stream<Twin> joins() {
    return Stream.of(
        twin("SELECT * FROM t1 CROSS JOIN t2", BOTH.crossJoin(T2)),
        twin("SELECT * FROM t1 INNER JOIN t2 ON t1.num = t2.num", BOTH.join(T2, ON)),
        twin(
            "SELECT * FROM t1 INNER JOIN t2 USING (num)",
            SHARED.joinUsing(Join.Kind.INNER, T2, "num")),
        twin("SELECT * FROM t1 NATURAL INNER JOIN t2", SHARED.naturalJoin(Join.Kind.INNER, T2)),
        twin("SELECT * FROM t1 LEFT JOIN t2 ON t1.num = t2.num", BOTH.leftJoin(T2, ON)),
        twin(
            "SELECT * FROM t1 LEFT JOIN t2 USING (num)",
            SHARED.joinUsing(Join.Kind.LEFT, T2, "num")),
        twin("SELECT * FROM t1 RIGHT JOIN t2 ON t1.num = t2.num", BOTH.rightJoin(T2, ON)),
        twin("SELECT * FROM t1 FULL JOIN t2 ON t1.num = t2.num", BOTH.fullJoin(T2, ON)),
        twin(
            "SELECT * FROM t1 LEFT JOIN t2 ON t1.num = t2.num AND t2.value = 'xxx'",
            BOTH.leftJoin(T2, ON.and(VALUE.eq("xxx")))),
        twin(
            "SELECT * FROM t1 LEFT JOIN t2 ON t1.num = t2.num WHERE t2.value = 'xxx'",
            BOTH.leftJoin(T2, ON).where(VALUE.eq("xxx"))));
  }

  static Stream<Twin> aliases() {
    NamedTable people = table("people", integer("id"), integer("mother_id"), text("name"));
    NamedTable mother = people.as("mother");
    NamedTable child = people.as("child");
    NamedTable mine = table("my_table", integer("a"), integer("b"));
    NamedTable a = mine.as("a");
    JoinedSource b = joined(a).crossJoin(mine).as("b");
    return Stream.of(
        twin(
            "SELECT * FROM t1 s JOIN t2 a ON s.num = a.num",
            select(T1.as("s"), T2.as("a"))
                .from(T1.as("s"))
                .join(T2.as("a"), T1.as("s").column(NUM).eq(T2.as("a").column(NUM)))),
        twin(
            "SELECT * FROM people AS mother JOIN people AS child ON mother.id = child.mother_id",
            select(mother, child)
                .from(mother)
                .join(child, mother.column(integer("id")).eq(child.column(integer("mother_id"))))),
        twin(
            "SELECT * FROM my_table AS a CROSS JOIN my_table AS b",
            select(a, mine.as("b")).from(a).crossJoin(mine.as("b"))),
        twin(
            "SELECT * FROM (my_table AS a CROSS JOIN my_table) AS b (a, b, c, d)",
            selectRow(
                    b.c("a", SqlTypes.INTEGER),
                    b.c("b", SqlTypes.INTEGER),
                    b.c("c", SqlTypes.INTEGER),
                    b.c("d", SqlTypes.INTEGER))
                .from(joined(a).crossJoin(mine).as("b", "a", "b", "c", "d"))),
        twin(
            "SELECT a.* FROM my_table AS a JOIN foo AS b ON a.b = b.fooid",
            select(a)
                .join(
                    table("foo").as("b"),
                    a.column(integer("b")).eq(table("foo").as("b").c("fooid", SqlTypes.INTEGER)))));
  }

  static Stream<Twin> subqueries() {
    NamedTable table1 = table("table1", integer("a"), integer("b"), integer("c"));
    return Stream.of(
        twin(
            "SELECT * FROM (SELECT * FROM table1) AS alias_name",
            select(select(table1).as("alias_name"))),
        twin(
            "SELECT * FROM (VALUES ('anne', 'smith'), ('bob', 'jones'), ('joe', 'blow'))"
                + " AS names(first, last)",
            select(
                values(text("first"), text("last"))
                    .row("anne", "smith")
                    .row("bob", "jones")
                    .row("joe", "blow")
                    .as("names"))));
  }

  static Stream<Twin> functions() {
    ColumnReference<Integer> fooid = integer("fooid");
    ColumnReference<Integer> foosubid = integer("foosubid");
    ColumnReference<String> fooname = text("fooname");
    ColumnReference<Integer> bar = integer("bar_id");
    NamedTable foo = table("foo", fooid, foosubid, fooname, bar);
    TableFunction<Row> first = getFoo(literal(1), "t1");
    TableFunction<Row> z = getFoo(foo.column(fooid), "z");
    return Stream.of(
        twin("SELECT * FROM pg_temp.getfoo(1) AS t1", select(first)),
        twin(
            "SELECT * FROM foo WHERE foosubid IN (SELECT foosubid FROM pg_temp.getfoo(foo.fooid) z"
                + " WHERE z.fooid = foo.fooid)",
            select(foo)
                .where(
                    foo.column(foosubid)
                        .in(
                            select(z.column(foosubid))
                                .where(z.column(fooid).eq(foo.column(fooid)))))),
        twin(
            "SELECT * FROM json_to_recordset('[{\"proname\":\"byteain\",\"prosrc\":\"x\"},"
                + "{\"proname\":\"abs\"}]') AS t1(proname name, prosrc text)"
                + " WHERE proname LIKE 'bytea%'",
            records()),
        twin(
            "SELECT * FROM ROWS FROM (json_to_recordset('[{\"a\":40,\"b\":\"foo\"},"
                + "{\"a\":\"100\",\"b\":\"bar\"}]') AS (a INTEGER, b TEXT), generate_series(1, 3))"
                + " AS x (p, q, s) ORDER BY p",
            sideBySide()));
  }

  private static TableFunction<Row> getFoo(Expression<Integer> id, String alias) {
    return tableOf(
        function("pg_temp.getfoo", SqlTypes.INTEGER, id),
        alias,
        integer("fooid"),
        integer("foosubid"),
        text("fooname"),
        integer("bar_id"));
  }

  private static Expression<String> json(String text) {
    return literal(text).cast(SqlTypes.JSON);
  }

  private static Select<Row> records() {
    ColumnReference<String> name = column("proname", SqlTypes.TEXT.named("name"));
    TableFunction<Row> t1 =
        recordsOf(
            function(
                "json_to_recordset",
                SqlTypes.TEXT,
                json("[{\"proname\":\"byteain\",\"prosrc\":\"x\"},{\"proname\":\"abs\"}]")),
            "t1",
            name,
            text("prosrc"));
    return select(t1).where(t1.column(name).like("bytea%"));
  }

  private static Select<Row> sideBySide() {
    TableFunction<Row> x =
        rowsFrom(
            "x",
            List.of(integer("p"), text("q"), integer("s")),
            part(
                function(
                    "json_to_recordset",
                    SqlTypes.TEXT,
                    json("[{\"a\":40,\"b\":\"foo\"},{\"a\":\"100\",\"b\":\"bar\"}]")),
                integer("a"),
                text("b")),
            part(function("generate_series", SqlTypes.INTEGER, literal(1), literal(3))));
    return select(x).orderBy(x.column(integer("p")));
  }

  static Stream<Twin> lateral() {
    NamedTable foo =
        table("foo", integer("fooid"), integer("foosubid"), text("fooname"), integer("bar_id"));
    NamedTable bar = table("bar", integer("id"), text("word"));
    Predicate same = bar.column(integer("id")).eq(foo.column(integer("bar_id")));
    DerivedTable<Row> ss = select(bar).where(same).lateral("ss");
    NamedTable makers = table("manufacturers", integer("id"), text("name"));
    TableFunction<String> product =
        columnOf(
            function("pg_temp.get_product_names", SqlTypes.TEXT, makers.column(integer("id"))),
            "pname");
    return Stream.of(
        twin(
            "SELECT * FROM foo, LATERAL (SELECT * FROM bar WHERE bar.id = foo.bar_id) ss",
            select(foo, ss).from(foo, ss)),
        twin(
            "SELECT * FROM foo, bar WHERE bar.id = foo.bar_id",
            select(foo, bar).from(foo, bar).where(same)),
        twin(
            "SELECT p1.id, p2.id, v1, v2 FROM polygons p1, polygons p2, LATERAL"
                + " pg_temp.vertices(p1.poly) v1, LATERAL pg_temp.vertices(p2.poly) v2"
                + " WHERE (v1 <-> v2) < 10 AND p1.id != p2.id",
            near(false)),
        twin(
            "SELECT p1.id, p2.id, v1, v2 FROM polygons p1 CROSS JOIN LATERAL"
                + " pg_temp.vertices(p1.poly) v1, polygons p2 CROSS JOIN LATERAL"
                + " pg_temp.vertices(p2.poly) v2 WHERE (v1 <-> v2) < 10 AND p1.id != p2.id",
            near(true)),
        twin(
            "SELECT m.name FROM manufacturers m LEFT JOIN LATERAL"
                + " pg_temp.get_product_names(m.id) pname ON true WHERE pname IS NULL",
            select(makers.column(text("name")))
                .leftJoin(product, isTrue(literal(true)))
                .where(product.column().isNull())));
  }

  private static Select<?> near(boolean joined) {
    NamedTable polygons = Sql.table("polygons");
    NamedTable p1 = polygons.as("p1");
    NamedTable p2 = polygons.as("p2");
    TableFunction<String> v1 = vertices(p1, "v1");
    TableFunction<String> v2 = vertices(p2, "v2");
    Select<Row> all =
        selectRow(
            p1.c("id", SqlTypes.INTEGER), p2.c("id", SqlTypes.INTEGER), v1.column(), v2.column());
    Select<Row> from =
        joined
            ? all.from(p1, p2)
                .join(new Join(Join.Kind.CROSS, v1, Join.Match.INFERRED, p1))
                .join(new Join(Join.Kind.CROSS, v2, Join.Match.INFERRED, p2))
            : all.from(p1, p2, v1, v2);
    return from.where(
        v1.column().op("<->", v2.column(), SqlTypes.DOUBLE).lt(10.0),
        p1.c("id", SqlTypes.INTEGER).ne(p2.c("id", SqlTypes.INTEGER)));
  }

  private static TableFunction<String> vertices(NamedTable polygons, String alias) {
    return columnOf(
        function(
            "pg_temp.vertices",
            SqlTypes.TEXT.named("point"),
            polygons.c("poly", SqlTypes.TEXT.named("polygon"))),
        alias);
  }

  static Stream<Twin> where() {
    ColumnReference<Integer> c1 = integer("c1");
    ColumnReference<Integer> c2 = integer("c2");
    NamedTable fdt = table("fdt", c1, c2);
    NamedTable t3 = table("t3", c1, c2, integer("c3"));
    Select<Integer> third =
        select(t3.column(integer("c3"))).where(t3.column(c2).eq(fdt.column(c1).plus(literal(10))));
    NamedTable a = table("a", integer("id"), text("x"));
    NamedTable b = table("b", integer("id"), integer("val"));
    Predicate same = a.column(integer("id")).eq(b.column(integer("id")));
    Predicate more = b.column(integer("val")).gt(5);
    Select<Row> all = select(fdt);
    return Stream.of(
        twin("SELECT * FROM fdt WHERE c1 > 5", all.where(fdt.column(c1).gt(5))),
        twin("SELECT * FROM fdt WHERE c1 IN (1, 2, 3)", all.where(fdt.column(c1).in(1, 2, 3))),
        twin(
            "SELECT * FROM fdt WHERE c1 IN (SELECT c1 FROM t3)",
            all.where(fdt.column(c1).in(select(t3.column(c1))))),
        twin(
            "SELECT * FROM fdt WHERE c1 IN (SELECT c3 FROM t3 WHERE c2 = fdt.c1 + 10)",
            all.where(fdt.column(c1).in(third))),
        twin(
            "SELECT * FROM fdt WHERE c1 BETWEEN (SELECT c3 FROM t3 WHERE c2 = fdt.c1 + 10)"
                + " AND 100",
            all.where(fdt.column(c1).between(scalar(third), literal(100)))),
        twin(
            "SELECT * FROM fdt WHERE EXISTS (SELECT c1 FROM t3 WHERE c2 > fdt.c1)",
            all.where(exists(select(t3.column(c1)).where(t3.column(c2).gt(fdt.column(c1)))))),
        twin(
            "SELECT * FROM a, b WHERE a.id = b.id AND b.val > 5",
            select(a, b).from(a, b).where(same, more)),
        twin(
            "SELECT * FROM a INNER JOIN b ON (a.id = b.id) WHERE b.val > 5",
            select(a, b).from(a).join(b, same).where(more)),
        twin(
            "SELECT * FROM a NATURAL JOIN b WHERE b.val > 5",
            selectRow(integer("id"), a.column(text("x")), b.column(integer("val")))
                .from(a)
                .naturalJoin(Join.Kind.INNER, b)
                .where(more)));
  }

  static Stream<Twin> groups() {
    ColumnReference<String> x = text("x");
    NamedTable test1 = table("test1", x, integer("y"));
    ColumnReference<String> key = test1.column(x);
    Expression<BigDecimal> sum = sum(test1.column(integer("y")));
    return Stream.of(
        twin("SELECT * FROM test1", select(test1)),
        twin("SELECT x FROM test1 GROUP BY x", select(key).groupBy(key)),
        twin("SELECT x, sum(y) FROM test1 GROUP BY x", select(key, sum).groupBy(key)),
        twin(
            "SELECT x, sum(y) FROM test1 GROUP BY x HAVING sum(y) > 3",
            select(key, sum).groupBy(key).having(sum.gt(BigDecimal.valueOf(3)))),
        twin(
            "SELECT x, sum(y) FROM test1 GROUP BY x HAVING x < 'c'",
            select(key, sum).groupBy(key).having(key.lt("c"))),
        twin(
            "SELECT product_id, p.name, (sum(s.units) * p.price) AS sales FROM products p LEFT JOIN"
                + " sales s USING (product_id) GROUP BY product_id, p.name, p.price",
            sales()),
        twin(
            "SELECT product_id, p.name, (sum(s.units) * (p.price - p.cost)) AS profit FROM products"
                + " p LEFT JOIN sales s USING (product_id) WHERE s.date > CURRENT_DATE - INTERVAL"
                + " '4 weeks' GROUP BY product_id, p.name, p.price, p.cost HAVING"
                + " sum(p.price * s.units) > 5000",
            profit()));
  }

  private static final NamedTable P = Sql.table("products").as("p");
  private static final NamedTable S = Sql.table("sales").as("s");
  private static final ColumnReference<Integer> ID = integer("product_id");
  private static final ColumnReference<String> P_NAME = P.c("name", SqlTypes.TEXT);
  private static final ColumnReference<BigDecimal> PRICE = P.column(numeric("price"));
  private static final ColumnReference<BigDecimal> COST = P.column(numeric("cost"));
  private static final ColumnReference<BigDecimal> UNITS = S.column(numeric("units"));

  private static Select<?> sales() {
    return select(ID, P_NAME, sum(UNITS).times(PRICE).as("sales"))
        .from(P)
        .joinUsing(Join.Kind.LEFT, S, "product_id")
        .groupBy(ID, P_NAME, PRICE);
  }

  private static Select<?> profit() {
    Expression<LocalDate> day = S.column(date("date"));
    return select(ID, P_NAME, sum(UNITS).times(PRICE.minus(COST)).as("profit"))
        .from(P)
        .joinUsing(Join.Kind.LEFT, S, "product_id")
        .where(day.gt(minus(currentDate(), new Interval(0, 28, 0)).cast(SqlTypes.DATE)))
        .groupBy(ID, P_NAME, PRICE, COST)
        .having(sum(PRICE.times(UNITS)).gt(BigDecimal.valueOf(5000)));
  }

  static Stream<Twin> sets() {
    NamedTable sold = table("items_sold", text("brand"), text("size"), integer("sales"));
    ColumnReference<String> brand = sold.column(text("brand"));
    ColumnReference<String> size = sold.column(text("size"));
    ColumnReference<Integer> a = cell("a");
    ColumnReference<Integer> b = cell("b");
    ColumnReference<Integer> c = cell("c");
    ColumnReference<Integer> d = cell("d");
    ColumnReference<Integer> e = cell("e");
    return Stream.of(
        twin("SELECT * FROM items_sold", select(sold)),
        twin(
            "SELECT brand, size, sum(sales) FROM items_sold"
                + " GROUP BY GROUPING SETS ((brand), (size), ())",
            select(brand, size, sum(sold.column(integer("sales"))))
                .groupBy(groupingSets(group(brand), group(size), group()))),
        cells("ROLLUP (a, b, c)", rollup(a, b, c)),
        cells(
            "GROUPING SETS ((a, b, c), (a, b), (a), ())",
            groupingSets(group(a, b, c), group(a, b), group(a), group())),
        cells("CUBE (a, b, c)", cube(a, b, c)),
        cells("CUBE ((a, b), (c, d))", cube(group(a, b), group(c, d))),
        cells("ROLLUP (a, (b, c), d)", rollup(a, group(b, c), d)),
        cells(
            "a, CUBE (b, c), GROUPING SETS ((d), (e))",
            a,
            cube(b, c),
            groupingSets(group(d), group(e))),
        cells("ROLLUP (a, b), ROLLUP (a, c)", rollup(a, b), rollup(a, c)),
        cells("DISTINCT ROLLUP (a, b), ROLLUP (a, c)", distinctGroups(rollup(a, b), rollup(a, c)))
            .since(14));
  }

  private static ColumnReference<Integer> cell(String name) {
    return Sql.table("cells").column(integer(name));
  }

  private static Twin cells(String book, GroupTerm... terms) {
    return twin(
        "SELECT count(*) FROM cells GROUP BY " + book,
        select(Sql.count()).from(Sql.table("cells")).groupBy(terms));
  }
}
