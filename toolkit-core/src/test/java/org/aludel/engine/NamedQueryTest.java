package org.aludel.engine;

import static org.aludel.sql.Shop.ADDRESS;
import static org.aludel.sql.Shop.ADDRESS_EMAIL;
import static org.aludel.sql.Shop.ADDRESS_ID;
import static org.aludel.sql.Shop.ADDRESS_USER;
import static org.aludel.sql.Shop.USER;
import static org.aludel.sql.Shop.USER_AGE;
import static org.aludel.sql.Shop.USER_ID;
import static org.aludel.sql.Shop.USER_NAME;
import static org.aludel.sql.Sql.column;
import static org.aludel.sql.Sql.count;
import static org.aludel.sql.Sql.delete;
import static org.aludel.sql.Sql.exists;
import static org.aludel.sql.Sql.insert;
import static org.aludel.sql.Sql.literal;
import static org.aludel.sql.Sql.recursive;
import static org.aludel.sql.Sql.recursiveDistinct;
import static org.aludel.sql.Sql.select;
import static org.aludel.sql.Sql.text;
import static org.aludel.sql.Sql.update;
import static org.aludel.sql.Sql.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.aludel.sql.ColumnReference;
import org.aludel.sql.Cte;
import org.aludel.sql.Expression;
import org.aludel.sql.Row2;
import org.aludel.sql.Select;
import org.aludel.sql.Shop;
import org.aludel.sql.Statement;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.aludel.type.SqlTypes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@PostgresTest
final class NamedQueryTest {
  private static final Expression<Integer> N = literal(1).as("n");
  private final ShopRows shop;

  NamedQueryTest(TestDatabase database) {
    this.shop = new ShopRows(database);
  }

  @AfterEach
  void close() {
    shop.close();
  }

  private static Cte<Row2<Long, String>> old() {
    return select(USER_ID, USER_NAME).where(USER_AGE.gt(30)).cte("old");
  }

  @Test
  void isWrittenAtTheStartWhereverItIsRead() {
    Cte<Row2<Long, String>> old = old();

    assertThat(
            shop.rows(
                select(old.column(USER_NAME))
                    .where(exists(select(ADDRESS_ID).where(ADDRESS_USER.eq(old.column(USER_ID)))))
                    .orderBy(old.column(USER_ID)),
                "WITH old AS (SELECT user_account.id, user_account.name FROM user_account WHERE"
                    + " user_account.age > ?) SELECT old.name FROM old WHERE EXISTS (SELECT"
                    + " address.id FROM address WHERE address.user_id = old.id) ORDER BY old.id"))
        .containsExactly("ada", "eve");
  }

  @Test
  void isDefinedOnceAndReadTwice() {
    Cte<Row2<Long, String>> old = old();
    Cte<Row2<Long, String>> other = old.as("other");

    assertThat(
            shop.rows(
                select(old.column(USER_NAME), other.column(USER_NAME))
                    .join(other, old.column(USER_ID).lt(other.column(USER_ID))),
                "WITH old AS (SELECT user_account.id, user_account.name FROM user_account WHERE"
                    + " user_account.age > ?) SELECT old.name, other.name FROM old JOIN old AS"
                    + " other ON old.id < other.id"))
        .containsExactly(new Row2<>("ada", "eve"));
  }

  @Test
  void standsBehindThoseThatItReads() {
    Cte<Row2<Long, String>> old = old();
    Cte<Long> counted =
        select(count().as("n")).from(old).where(old.column(USER_ID).lt(3L)).cte("counted");

    assertThat(
            shop.rows(
                select(counted),
                "WITH old AS (SELECT user_account.id, user_account.name FROM user_account WHERE"
                    + " user_account.age > ?), counted AS (SELECT count(*) AS n FROM old WHERE"
                    + " old.id < ?) SELECT counted.n FROM counted"))
        .containsExactly(1L);
  }

  @Test
  void sendsTheValuesInTheOrderOfTheText() {
    Cte<Row2<Long, String>> old = old();
    Select<String> query =
        select(old.column(USER_NAME)).where(old.column(USER_NAME).eq("eve")).limit(1);

    assertThat(shop.rows(query)).containsExactly("eve");
    assertThat(Shop.compile(query).slots())
        .extracting(slot -> slot.type().name())
        .containsExactly("integer", "varchar", "bigint");
  }

  @Test
  void readsItself() {
    Cte<Integer> numbers =
        recursive(
            "numbers",
            select(N),
            self -> select(self.column(N).plus(literal(1))).where(self.column(N).lt(4)));

    assertThat(
            shop.rows(
                select(numbers),
                "WITH RECURSIVE numbers AS (SELECT 1 AS n UNION ALL SELECT numbers.n + 1 FROM"
                    + " numbers WHERE numbers.n < ?) SELECT numbers.n FROM numbers"))
        .containsExactly(1, 2, 3, 4);
  }

  @Test
  void readsItselfWithoutRowsThatWereFoundBefore() {
    Cte<Integer> circle =
        recursiveDistinct(
            "circle",
            values(column("n", SqlTypes.INTEGER)).row(0),
            self ->
                select(
                    self.c("n", SqlTypes.INTEGER)
                        .op("%", literal(3), SqlTypes.INTEGER)
                        .plus(literal(1))));

    assertThat(
            shop.rows(
                select(circle),
                "WITH RECURSIVE circle (n) AS (VALUES (CAST(? AS integer)) UNION SELECT (circle.n"
                    + " % 3) + 1 FROM circle) SELECT circle.n FROM circle"))
        .containsExactly(0, 1, 2, 3);
  }

  @Test
  void searchesAndEndsInCircles() {
    Cte<Integer> circle =
        recursive(
            "walk",
            select(N),
            self -> select(self.column(N).op("%", literal(3), SqlTypes.INTEGER).plus(literal(1))));
    ColumnReference<Integer> n = column("n", SqlTypes.INTEGER);
    Cte<Integer> marked = circle.cycle("again", "way", n);

    assertThat(
            shop.rows(
                select(marked.column(N), marked.c("again", SqlTypes.BOOLEAN))
                    .orderBy(marked.c("way", SqlTypes.TEXT)),
                "WITH RECURSIVE walk AS (SELECT 1 AS n UNION ALL SELECT (walk.n % 3) + 1 FROM walk)"
                    + " CYCLE n SET again USING way SELECT walk.n, walk.again FROM walk"
                    + " ORDER BY walk.way"))
        .containsExactly(
            new Row2<>(1, false), new Row2<>(2, false), new Row2<>(3, false), new Row2<>(1, true));
    assertThat(Shop.sql(select(circle.searchDepthFirst("place", n))))
        .contains(") SEARCH DEPTH FIRST BY n SET place SELECT");
    assertThat(Shop.sql(select(circle.searchBreadthFirst("place", n))))
        .contains(") SEARCH BREADTH FIRST BY n SET place SELECT");
  }

  @Test
  void isKeptOrMergedAsAsked() {
    Cte<Row2<Long, String>> old = old();

    assertThat(Shop.sql(select(old.materialized()))).startsWith("WITH old AS MATERIALIZED (SEL");
    assertThat(Shop.sql(select(old.notMaterialized())))
        .startsWith("WITH old AS NOT MATERIALIZED (SELECT");
    assertThat(shop.rows(select(old.notMaterialized()))).hasSize(2);
  }

  @Test
  void changesRowsWhereItIsDeclared() {
    Cte<String> gone =
        delete(ADDRESS).where(ADDRESS_USER.eq(1L)).returning(ADDRESS_EMAIL).cte("gone");
    Statement<String> moved =
        select(gone.column(ADDRESS_EMAIL)).orderBy(gone.column(ADDRESS_EMAIL)).with(gone);

    assertThat(
            shop.rows(
                moved,
                "WITH gone AS (DELETE FROM address WHERE user_id = ? RETURNING email) SELECT"
                    + " gone.email FROM gone ORDER BY gone.email"))
        .containsExactly("ada@example.com", "ada@example.org");
    assertThat(shop.rows(select(count()).from(ADDRESS))).containsExactly(1L);
  }

  @Test
  void changesRowsThatNobodyReads() {
    Cte<Void> older = update(USER).set(USER_AGE, 99).where(USER_NAME.eq("bob")).cte("older");

    shop.run(
        delete(ADDRESS).all().with(older),
        "WITH older AS (UPDATE user_account SET age = ? WHERE name = ?) DELETE FROM address");

    assertThat(shop.rows(select(USER_NAME).where(USER_AGE.eq(99)))).containsExactly("bob");
    assertThat(shop.rows(select(count()).from(ADDRESS))).containsExactly(0L);
  }

  @Test
  void feedsStatementsThatChangeRows() {
    Cte<Row2<Long, String>> old = old();

    shop.run(
        insert(ADDRESS)
            .columns(ADDRESS_USER, ADDRESS_EMAIL)
            .from(select(old.column(USER_ID), old.column(USER_NAME))),
        "WITH old AS (SELECT user_account.id, user_account.name FROM user_account WHERE"
            + " user_account.age > ?) INSERT INTO address (user_id, email) SELECT old.id, old.name"
            + " FROM old");
    shop.run(
        delete(USER).where(USER_ID.in(select(old.column(USER_ID)))).where(USER_NAME.eq("nobody")),
        "WITH old AS (SELECT user_account.id, user_account.name FROM user_account WHERE"
            + " user_account.age > ?) DELETE FROM user_account WHERE id IN (SELECT old.id FROM old)"
            + " AND name = ?");

    assertThat(shop.rows(select(count()).from(ADDRESS))).containsExactly(5L);
  }

  @Test
  void mustBeDeclaredIfItChangesRows() {
    Cte<String> gone = delete(ADDRESS).all().returning(ADDRESS_EMAIL).cte("gone");

    assertThatThrownBy(() -> Shop.sql(select(gone)))
        .hasMessageContaining("ORM-SQL-UNSUPPORTED-STATEMENT")
        .hasMessageContaining("statement.with(gone)");
    assertThatThrownBy(() -> Shop.sql(select(select(gone).with(gone).as("inner"))))
        .hasMessageContaining("cannot change rows inside of a query");
  }

  @Test
  void standsInsideOfAQueryWhereDeclaredThere() {
    Cte<Row2<Long, String>> old = old();
    var inner = select(old.column(USER_NAME)).with(old).as("inner");

    assertThat(
            shop.rows(
                select(inner.column(old.column(USER_NAME)))
                    .orderBy(inner.column(old.column(USER_NAME))),
                "SELECT inner.name FROM (WITH old AS (SELECT user_account.id, user_account.name"
                        .replace("inner.", "\"inner\".")
                    + " FROM user_account WHERE user_account.age > ?) SELECT old.name FROM old) AS"
                    + " \"inner\" ORDER BY \"inner\".name"))
        .containsExactly("ada", "eve");
  }

  @Test
  void refusesTwoOfOneName() {
    Cte<Row2<Long, String>> old = old();
    Cte<Long> other = select(USER_ID).cte("old");

    assertThatThrownBy(() -> Shop.sql(select(old.column(USER_ID)).crossJoin(other.as("b"))))
        .hasMessageContaining("ORM-SQL-AMBIGUOUS-NAME");
  }

  @Test
  void renamesItsColumnsAndHoldsText() {
    Cte<Long> ids =
        text("SELECT id FROM user_account WHERE name = ?", "eve")
            .columns(column("id", SqlTypes.BIGINT))
            .cte("ids", "key");

    assertThat(
            shop.rows(
                select(ids.c("key", SqlTypes.BIGINT)),
                "WITH ids (key) AS (SELECT id FROM user_account WHERE name = ?) SELECT ids.key"
                    + " FROM ids"))
        .containsExactly(3L);
  }
}
