package org.aludel.engine;

import static org.aludel.sql.Shop.ADDRESS_USER;
import static org.aludel.sql.Shop.USER;
import static org.aludel.sql.Shop.USER_AGE;
import static org.aludel.sql.Shop.USER_ID;
import static org.aludel.sql.Shop.USER_NAME;
import static org.aludel.sql.Sql.column;
import static org.aludel.sql.Sql.exists;
import static org.aludel.sql.Sql.literal;
import static org.aludel.sql.Sql.lower;
import static org.aludel.sql.Sql.select;
import static org.aludel.sql.Sql.selectRow;
import static org.aludel.sql.Sql.text;
import static org.aludel.sql.Sql.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.aludel.sql.ColumnReference;
import org.aludel.sql.Cte;
import org.aludel.sql.DerivedTable;
import org.aludel.sql.Row;
import org.aludel.sql.Row2;
import org.aludel.sql.Select;
import org.aludel.sql.SetOperation;
import org.aludel.sql.Shop;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.aludel.type.SqlTypes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@PostgresTest
final class SetOperationTest {
  private static final Select<Integer> ONE = select(literal(1).as("n"));
  private static final Select<Integer> TWO = select(literal(2).as("n"));
  private static final Select<Integer> THREE = select(literal(3).as("n"));
  private final ShopRows shop;

  SetOperationTest(TestDatabase database) {
    this.shop = new ShopRows(database);
  }

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void joinsRowsAndOrdersThemAsAWhole() {
    assertThat(
            shop.rows(
                select(USER_ID)
                    .where(USER_AGE.gt(30))
                    .union(select(ADDRESS_USER))
                    .orderBy(USER_ID.desc())
                    .limit(5)
                    .offset(1),
                "SELECT user_account.id FROM user_account WHERE user_account.age > ? UNION SELECT"
                    + " address.user_id FROM address ORDER BY id DESC LIMIT ? OFFSET ?"))
        .containsExactly(1L);
  }

  @Test
  void keepsEqualRowsWithAll() {
    assertThat(shop.rows(select(ADDRESS_USER).unionAll(select(ADDRESS_USER)))).hasSize(6);
    assertThat(shop.rows(select(ADDRESS_USER).intersectAll(select(ADDRESS_USER)))).hasSize(3);
    assertThat(shop.rows(select(ADDRESS_USER).intersect(select(ADDRESS_USER)))).hasSize(2);
    assertThat(shop.rows(select(ADDRESS_USER).except(select(USER_ID)))).isEmpty();
    assertThat(shop.rows(select(ADDRESS_USER).exceptAll(select(USER_ID)))).containsExactly(1L);
  }

  @Test
  void chainsOneOperatorFlat() {
    assertThat(Shop.sql(ONE.except(TWO).except(THREE)))
        .isEqualTo("SELECT 1 AS n EXCEPT SELECT 2 AS n EXCEPT SELECT 3 AS n");
  }

  @Test
  void putsOtherOperationsAndPagesInParentheses() {
    SetOperation<Integer> left = ONE.union(TWO).intersect(TWO);
    SetOperation<Integer> right = ONE.except(TWO.except(TWO));
    SetOperation<Integer> paged = ONE.limit(1).unionAll(TWO.orderBy(literal(2).as("n")));

    assertThat(shop.rows(left, "(SELECT 1 AS n UNION SELECT 2 AS n) INTERSECT SELECT 2 AS n"))
        .containsExactly(2);
    assertThat(shop.rows(right, "SELECT 1 AS n EXCEPT (SELECT 2 AS n EXCEPT SELECT 2 AS n)"))
        .containsExactly(1);
    assertThat(shop.rows(paged, "(SELECT 1 AS n LIMIT ?) UNION ALL (SELECT 2 AS n ORDER BY n)"))
        .hasSize(2);
  }

  @Test
  void isASourceANamedQueryAndACondition() {
    SetOperation<Integer> both = ONE.union(TWO);
    DerivedTable<Integer> source = both.as("b");
    Cte<Integer> named = both.cte("b");

    assertThat(
            shop.rows(
                select(source).where(source.column(literal(1).as("n")).gt(1)),
                "SELECT b.n FROM (SELECT 1 AS n UNION SELECT 2 AS n) AS b WHERE b.n > ?"))
        .containsExactly(2);
    assertThat(
            shop.rows(
                select(named).orderBy(named.c("n")),
                "WITH b AS (SELECT 1 AS n UNION SELECT 2 AS n) SELECT b.n FROM b ORDER BY b.n"))
        .containsExactly(1, 2);
    assertThat(
            shop.rows(
                select(USER_NAME).where(USER_AGE.in(both).not(), exists(both)).orderBy(USER_ID),
                "SELECT user_account.name FROM user_account WHERE user_account.age NOT IN (SELECT"
                    + " 1 AS n UNION SELECT 2 AS n) AND EXISTS (SELECT 1 AS n UNION SELECT 2 AS n)"
                    + " ORDER BY user_account.id"))
        .containsExactly("ada", "bob", "eve");
  }

  @Test
  void takesValuesAndTextAsParts() {
    ColumnReference<Integer> n = column("n", SqlTypes.INTEGER);

    assertThat(
            shop.rows(
                values(n).row(7).union(text("SELECT 8").columns(n)).orderBy(n.desc()),
                "VALUES (CAST(? AS integer)) UNION (SELECT 8) ORDER BY 1 DESC"))
        .containsExactly(8, 7);
  }

  @Test
  void ordersByALabelOrAPositionAlone() {
    SetOperation<Row2<String, Long>> both =
        select(lower(USER_NAME), USER_ID).unionAll(select(lower(USER_NAME), USER_ID));

    assertThat(Shop.sql(both.orderBy(lower(USER_NAME), USER_ID.desc().nullsLast())))
        .endsWith(" ORDER BY 1, id DESC NULLS LAST");
    assertThatThrownBy(() -> Shop.sql(both.orderBy(USER_AGE)))
        .hasMessageContaining("ORM-SQL-UNSUPPORTED-STATEMENT")
        .hasMessageContaining("something that the first query does not select");
  }

  @Test
  void givesWholeRowsOfTables() {
    SetOperation<Row> all = select(USER).union(select(USER));

    assertThat(shop.rows(all)).extracting(row -> row.get("name")).contains("ada", "kim").hasSize(4);
    assertThat(shop.rows(select(all.as("a")))).hasSize(4);
    assertThat(shop.rows(selectRow(USER_ID, USER_NAME).unionAll(selectRow(USER_ID, USER_NAME))))
        .hasSize(8);
  }

  @Test
  void fetchesRowsThatAreEqualToTheLast() {
    Select<String> oldest = select(USER_NAME).where(USER_AGE.isNotNull()).orderBy(USER_AGE.desc());

    assertThat(
            shop.rows(
                oldest.fetchWithTies(1),
                "SELECT user_account.name FROM user_account WHERE user_account.age IS NOT NULL"
                    + " ORDER BY user_account.age DESC FETCH FIRST (?) ROWS WITH TIES"))
        .containsExactlyInAnyOrder("ada", "eve");
    assertThat(Shop.sql(ONE.union(TWO).orderBy(literal(1).as("n")).fetchWithTies(1)))
        .endsWith("ORDER BY n FETCH FIRST (?) ROWS WITH TIES");
  }
}
