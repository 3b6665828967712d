package org.aludel.sql;

import static org.aludel.sql.ManualTables.date;
import static org.aludel.sql.ManualTables.integer;
import static org.aludel.sql.ManualTables.numeric;
import static org.aludel.sql.ManualTables.table;
import static org.aludel.sql.ManualTables.text;
import static org.aludel.sql.Sql.any;
import static org.aludel.sql.Sql.array;
import static org.aludel.sql.Sql.delete;
import static org.aludel.sql.Sql.function;
import static org.aludel.sql.Sql.insert;
import static org.aludel.sql.Sql.isTrue;
import static org.aludel.sql.Sql.literal;
import static org.aludel.sql.Sql.not;
import static org.aludel.sql.Sql.recursive;
import static org.aludel.sql.Sql.row;
import static org.aludel.sql.Sql.scalar;
import static org.aludel.sql.Sql.select;
import static org.aludel.sql.Sql.selectRow;
import static org.aludel.sql.Sql.sum;
import static org.aludel.sql.Sql.update;
import static org.aludel.sql.Sql.values;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
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
 * Every statement of the PostgreSQL manual's section 7.8, WITH queries, beside its SQL: both give
 * the same rows and leave the same behind.
 */
@PostgresTest
@Tag("servers")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ManualWithQueriesTest {
  private static final NamedTable TREE =
      table("tree", integer("id"), integer("link"), text("data"), integer("f1"), text("f2"));
  private static final ColumnReference<Integer> ID = integer("id").withSource(TREE.as("t"));
  private static final ColumnReference<Integer> LINK = integer("link").withSource(TREE.as("t"));
  private static final ColumnReference<String> DATA = text("data").withSource(TREE.as("t"));

  private final Engine engine;

  ManualWithQueriesTest(TestDatabase database) {
    engine = Engine.create(database.dataSource());
  }

  @AfterAll
  void close() {
    engine.close();
  }

  @ParameterizedTest
  @MethodSource({"plain", "recursion", "order", "circles", "storage", "changes"})
  void givesTheSameRowsAndLeavesTheSame(Twin twin) {
    twin.compare(engine, ManualTables.SCRIPT, "stock", "stock_log", "parts");
  }

  private static Twin twin(String book, Statement<?> statement) {
    return new Twin(book, Shop.sql(statement), statement);
  }

  static Stream<Twin> plain() {
    NamedTable orders = table("orders");
    ColumnReference<String> region = orders.column(text("region"));
    ColumnReference<String> product = orders.column(text("product"));
    ColumnReference<Integer> quantity = orders.column(integer("quantity"));
    ColumnReference<BigDecimal> amount = orders.column(numeric("amount"));
    Expression<BigDecimal> total = sum(amount).as("total_sales");
    Cte<Row2<String, BigDecimal>> sales =
        select(region, total).groupBy(region).cte("regional_sales");
    Cte<String> top =
        select(sales.column(region))
            .where(
                sales
                    .column(total)
                    .gt(scalar(select(sum(sales.column(total)).dividedBy(BigDecimal.TEN)))))
            .cte("top_regions");
    return Stream.of(
        twin(
            """
            WITH regional_sales AS (
              SELECT region, SUM(amount) AS total_sales FROM orders GROUP BY region
            ), top_regions AS (
              SELECT region FROM regional_sales
              WHERE total_sales > (SELECT SUM(total_sales)/10 FROM regional_sales)
            )
            SELECT region, product, SUM(quantity) AS product_units, SUM(amount) AS product_sales
            FROM orders WHERE region IN (SELECT region FROM top_regions) GROUP BY region, product
            """,
            select(
                    region,
                    product,
                    sum(quantity).as("product_units"),
                    sum(amount).as("product_sales"))
                .where(region.in(select(top.column(sales.column(region)))))
                .groupBy(region, product)));
  }

  static Stream<Twin> recursion() {
    ColumnReference<Integer> n = integer("n");
    Cte<Integer> t =
        recursive(
            "t",
            values(n).row(literal(1)),
            self -> select(self.column(n).plus(literal(1))).where(self.column(n).lt(100)));
    return Stream.of(
        twin(
            """
            WITH RECURSIVE t(n) AS (
                VALUES (1) UNION ALL SELECT n+1 FROM t WHERE n < 100
            )
            SELECT sum(n) FROM t
            """,
            select(sum(t.column(n)))),
        twin(
            """
            WITH RECURSIVE included_parts(sub_part, part, quantity) AS (
              SELECT sub_part, part, quantity FROM parts WHERE part = 'our_product'
              UNION ALL
              SELECT p.sub_part, p.part, p.quantity * pr.quantity
              FROM included_parts pr, parts p WHERE p.part = pr.sub_part
            )
            SELECT sub_part, SUM(quantity) as total_quantity FROM included_parts GROUP BY sub_part
            """,
            includedParts()));
  }

  private static Select<?> includedParts() {
    NamedTable parts = table("parts");
    NamedTable p = parts.as("p");
    ColumnReference<String> sub = parts.column(text("sub_part"));
    ColumnReference<String> part = parts.column(text("part"));
    ColumnReference<Integer> quantity = parts.column(integer("quantity"));
    Cte<Row3<String, String, Integer>> included =
        recursive(
            "included_parts",
            select(sub, part, quantity).where(part.eq("our_product")),
            self -> {
              Cte.Self<Row3<String, String, Integer>> pr = self.as("pr");
              return select(
                      p.column(sub), p.column(part), p.column(quantity).times(pr.column(quantity)))
                  .from(pr, p)
                  .where(p.column(part).eq(pr.column(sub)));
            });
    return select(included.column(sub), sum(included.column(quantity)).as("total_quantity"))
        .groupBy(included.column(sub));
  }

  /** Section 7.8.2.1. */
  static Stream<Twin> order() {
    Expression<List<Integer>> path = array(ID).as("path");
    Expression<Integer> depth = literal(0).as("depth");
    return Stream.of(
        twin(
            """
            WITH RECURSIVE search_tree(id, link, data) AS (
              SELECT t.id, t.link, t.data FROM tree t
              UNION ALL
              SELECT t.id, t.link, t.data FROM tree t, search_tree st WHERE t.id = st.link
            )
            SELECT * FROM search_tree
            """,
            select(searchTree())),
        twin(
            """
            WITH RECURSIVE search_tree(id, link, data, path) AS (
              SELECT t.id, t.link, t.data, ARRAY[t.id] FROM tree t
              UNION ALL
              SELECT t.id, t.link, t.data, path || t.id FROM tree t, search_tree st
              WHERE t.id = st.link
            )
            SELECT * FROM search_tree ORDER BY path
            """,
            searchTree(path, self -> self.column(path).op("||", ID, path.type()))),
        twin(
            """
            WITH RECURSIVE search_tree(id, link, data, path) AS (
              SELECT t.id, t.link, t.data, ARRAY[ROW(t.f1, t.f2)] FROM tree t
              UNION ALL
              SELECT t.id, t.link, t.data, path || ROW(t.f1, t.f2) FROM tree t, search_tree st
              WHERE t.id = st.link
            )
            SELECT id, link, data FROM search_tree ORDER BY path
            """,
            byPairs()),
        twin(
            """
            WITH RECURSIVE search_tree(id, link, data, depth) AS (
              SELECT t.id, t.link, t.data, 0 FROM tree t
              UNION ALL
              SELECT t.id, t.link, t.data, depth + 1 FROM tree t, search_tree st
              WHERE t.id = st.link
            )
            SELECT * FROM search_tree ORDER BY depth
            """,
            searchTree(depth, self -> self.column(depth).plus(literal(1)))),
        twin(searched("DEPTH"), inOrder(searchTree().searchDepthFirst("ordercol", ID))).since(14),
        twin(searched("BREADTH"), inOrder(searchTree().searchBreadthFirst("ordercol", ID)))
            .since(14));
  }

  private static String searched(String how) {
    return """
    WITH RECURSIVE search_tree(id, link, data) AS (
      SELECT t.id, t.link, t.data FROM tree t
      UNION ALL
      SELECT t.id, t.link, t.data FROM tree t, search_tree st WHERE t.id = st.link
    ) SEARCH %s FIRST BY id SET ordercol
    SELECT id, link, data FROM search_tree ORDER BY ordercol
    """
        .formatted(how);
  }

  private static Select<?> inOrder(Cte<Row3<Integer, Integer, String>> tree) {
    return select(tree.column(ID), tree.column(LINK), tree.column(DATA))
        .orderBy(tree.c("ordercol", SqlTypes.TEXT));
  }

  private static Cte<Row3<Integer, Integer, String>> searchTree() {
    return recursive(
        "search_tree",
        select(ID, LINK, DATA),
        self ->
            select(ID, LINK, DATA)
                .from(TREE.as("t"), self.as("st"))
                .where(ID.eq(self.as("st").column(LINK))));
  }

  private static <T> Select<?> searchTree(
      Expression<T> last,
      java.util.function.Function<Cte.Self<Row4<Integer, Integer, String, T>>, Expression<T>>
          next) {
    Cte<Row4<Integer, Integer, String, T>> tree =
        recursive(
            "search_tree",
            select(ID, LINK, DATA, last),
            self ->
                select(ID, LINK, DATA, next.apply(self.as("st")))
                    .from(TREE.as("t"), self.as("st"))
                    .where(ID.eq(self.as("st").column(LINK))));
    return select(tree).orderBy(tree.column(last));
  }

  private static Select<?> byPairs() {
    Expression<?> pair = row(TREE.as("t").column(integer("f1")), TREE.as("t").column(text("f2")));
    Expression<String> path = function("array", SqlTypes.TEXT).as("path");
    Cte<Row> tree =
        recursive(
            "search_tree",
            selectRow(ID, LINK, DATA, pairs(pair)),
            self ->
                selectRow(
                        ID,
                        LINK,
                        DATA,
                        self.as("st").column(pairs(pair)).op("||", pair, path.type()))
                    .from(TREE.as("t"), self.as("st"))
                    .where(ID.eq(self.as("st").column(LINK))));
    return select(tree.column(ID), tree.column(LINK), tree.column(DATA))
        .orderBy(tree.column(pairs(pair)));
  }

  /** Its type has no name, so that no client could read it; here only the server does. */
  private static <T> Expression<List<T>> pairs(Expression<T> pair) {
    return array(pair).as("path");
  }

  /** Section 7.8.2.2. */
  static Stream<Twin> circles() {
    ColumnReference<Integer> n = integer("n");
    Expression<Integer> one = literal(1).as("n");
    Cte<Integer> t = recursive("t", select(one), self -> select(self.column(n).plus(literal(1))));
    return Stream.of(
        twin(
            """
            WITH RECURSIVE search_graph(id, link, data, depth, is_cycle, path) AS (
              SELECT g.id, g.link, g.data, 0, false, ARRAY[g.id] FROM graph g
              UNION ALL
              SELECT g.id, g.link, g.data, sg.depth + 1, g.id = ANY(path), path || g.id
              FROM graph g, search_graph sg WHERE g.id = sg.link AND NOT is_cycle
            )
            SELECT * FROM search_graph
            """,
            searchGraph()),
        twin(
                """
                WITH RECURSIVE search_graph(id, link, depth) AS (
                  SELECT g.id, g.link, 1 FROM graph g
                  UNION ALL
                  SELECT g.id, g.link, sg.depth + 1 FROM graph g, search_graph sg
                  WHERE g.id = sg.link
                ) CYCLE id SET is_cycle USING path
                SELECT id, link, depth, is_cycle FROM search_graph
                """,
                markedGraph())
            .since(14),
        twin(
            "WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n+1 FROM t) SELECT n FROM t"
                + " LIMIT 100",
            select(t.column(n)).limit(100)));
  }

  private static final NamedTable G = table("graph").as("g");
  private static final ColumnReference<Integer> G_ID = G.column(integer("id"));
  private static final ColumnReference<Integer> G_LINK = G.column(integer("link"));

  private static Select<?> searchGraph() {
    ColumnReference<String> data = G.column(text("data"));
    Expression<Integer> depth = literal(0).as("depth");
    Expression<Boolean> cycle = literal(false).as("is_cycle");
    Expression<List<Integer>> path = array(G_ID).as("path");
    Cte<Row6<Integer, Integer, String, Integer, Boolean, List<Integer>>> graph =
        recursive(
            "search_graph",
            select(G_ID, G_LINK, data, depth, cycle, path),
            self -> {
              var sg = self.as("sg");
              return select(
                      G_ID,
                      G_LINK,
                      data,
                      sg.column(depth).plus(literal(1)),
                      G_ID.eq(any(sg.column(path))),
                      sg.column(path).op("||", G_ID, path.type()))
                  .from(G, sg)
                  .where(G_ID.eq(sg.column(G_LINK)), not(isTrue(sg.column(cycle))));
            });
    return select(graph);
  }

  private static Select<?> markedGraph() {
    Expression<Integer> depth = literal(1).as("depth");
    Cte<Row3<Integer, Integer, Integer>> graph =
        recursive(
                "search_graph",
                select(G_ID, G_LINK, depth),
                self ->
                    select(G_ID, G_LINK, self.as("sg").column(depth).plus(literal(1)))
                        .from(G, self.as("sg"))
                        .where(G_ID.eq(self.as("sg").column(G_LINK))))
            .cycle("is_cycle", "path", G_ID);
    return select(
        graph.column(G_ID),
        graph.column(G_LINK),
        graph.column(depth),
        graph.c("is_cycle", SqlTypes.BOOLEAN));
  }

  /** Section 7.8.3. */
  static Stream<Twin> storage() {
    NamedTable big = table("big_table", integer("key"), integer("ref"));
    ColumnReference<Integer> key = big.column(integer("key"));
    ColumnReference<Integer> ref = big.column(integer("ref"));
    Cte<Row> w = select(big).cte("w");
    Cte<Row> merged = w.notMaterialized();
    Expression<Integer> costly = function("abs", SqlTypes.INTEGER, ref).as("f");
    Cte<Row2<Integer, Integer>> v = select(key, costly).cte("w");
    return Stream.of(
        twin(
            "WITH w AS (SELECT * FROM big_table) SELECT * FROM w WHERE key = 123",
            select(w).where(w.column(key).eq(123))),
        twin("SELECT * FROM big_table WHERE key = 123", select(big).where(key.eq(123))),
        twin(
            "WITH w AS (SELECT * FROM big_table) SELECT * FROM w AS w1 JOIN w AS w2"
                + " ON w1.key = w2.ref WHERE w2.key = 123",
            pair(w, key, ref)),
        twin(
            "WITH w AS NOT MATERIALIZED (SELECT * FROM big_table) SELECT * FROM w AS w1 JOIN w AS"
                + " w2 ON w1.key = w2.ref WHERE w2.key = 123",
            pair(merged, key, ref)),
        twin(
            "WITH w AS (SELECT key, abs(ref) as f FROM big_table) SELECT * FROM w AS w1 JOIN w AS"
                + " w2 ON w1.f = w2.f",
            select(v.as("w1"), v.as("w2"))
                .from(v.as("w1"))
                .join(v.as("w2"), v.as("w1").column(costly).eq(v.as("w2").column(costly)))));
  }

  private static Select<?> pair(
      Cte<Row> w, ColumnReference<Integer> key, ColumnReference<Integer> ref) {
    Cte<Row> one = w.as("w1");
    Cte<Row> two = w.as("w2");
    return select(one, two)
        .from(one)
        .join(two, one.column(key).eq(two.column(ref)))
        .where(two.column(key).eq(123));
  }

  /** Section 7.8.4. */
  static Stream<Twin> changes() {
    ColumnReference<Integer> id = integer("id");
    ColumnReference<String> name = text("name");
    ColumnReference<BigDecimal> price = numeric("price");
    ColumnReference<LocalDate> day = date("date");
    NamedTable stock = table("stock", id, name, price, day);
    NamedTable log = table("stock_log", id, name, price, day);
    Cte<Row> moved =
        delete(stock)
            .where(
                stock.column(day).ge(LocalDate.of(2010, 10, 1)),
                stock.column(day).lt(LocalDate.of(2010, 11, 1)))
            .returning(stock)
            .cte("moved_rows");
    Cte<Void> gone = delete(table("foo")).all().cte("t");
    Cte<Row> dearer =
        update(stock)
            .set(stock.column(price), stock.column(price).times(new BigDecimal("1.05")))
            .all()
            .returning(stock)
            .cte("t");
    return Stream.of(
        twin(
            """
            WITH moved_rows AS (
                DELETE FROM stock WHERE "date" >= '2010-10-01' AND "date" < '2010-11-01'
                RETURNING *
            )
            INSERT INTO stock_log SELECT * FROM moved_rows
            """,
            insert(log).columns(id, name, price, day).from(select(moved)).with(moved)),
        twin("WITH t AS (DELETE FROM foo) DELETE FROM bar", delete(table("bar")).all().with(gone)),
        twin(
            """
            WITH RECURSIVE included_parts(sub_part, part) AS (
                SELECT sub_part, part FROM parts WHERE part = 'our_product'
              UNION ALL
                SELECT p.sub_part, p.part FROM included_parts pr, parts p
                WHERE p.part = pr.sub_part
              )
            DELETE FROM parts WHERE part IN (SELECT part FROM included_parts)
            """,
            deleteParts()),
        twin(
            "WITH t AS (UPDATE stock SET price = price * 1.05 RETURNING *) SELECT * FROM stock",
            select(stock).with(dearer)),
        twin(
            "WITH t AS (UPDATE stock SET price = price * 1.05 RETURNING *) SELECT * FROM t",
            select(dearer).with(dearer)));
  }

  private static Statement<?> deleteParts() {
    NamedTable parts = table("parts");
    NamedTable p = parts.as("p");
    ColumnReference<String> sub = parts.column(text("sub_part"));
    ColumnReference<String> part = parts.column(text("part"));
    Cte<Row2<String, String>> included =
        recursive(
            "included_parts",
            select(sub, part).where(part.eq("our_product")),
            self ->
                select(p.column(sub), p.column(part))
                    .from(self.as("pr"), p)
                    .where(p.column(part).eq(self.as("pr").column(sub))));
    return delete(parts).where(part.in(select(included.column(part))));
  }
}
