package org.aludel.engine;

import static org.aludel.sql.Shop.ADDRESS;
import static org.aludel.sql.Shop.ADDRESS_EMAIL;
import static org.aludel.sql.Shop.ADDRESS_ID;
import static org.aludel.sql.Shop.ADDRESS_USER;
import static org.aludel.sql.Shop.GIFT;
import static org.aludel.sql.Shop.USER;
import static org.aludel.sql.Shop.USER_AGE;
import static org.aludel.sql.Shop.USER_EMAIL;
import static org.aludel.sql.Shop.USER_ID;
import static org.aludel.sql.Shop.USER_NAME;
import static org.aludel.sql.Sql.column;
import static org.aludel.sql.Sql.count;
import static org.aludel.sql.Sql.exists;
import static org.aludel.sql.Sql.function;
import static org.aludel.sql.Sql.joined;
import static org.aludel.sql.Sql.literal;
import static org.aludel.sql.Sql.select;
import static org.aludel.sql.Sql.selectRow;
import static org.aludel.sql.Sql.series;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.aludel.compile.FinalSources;
import org.aludel.sql.ColumnReference;
import org.aludel.sql.Join;
import org.aludel.sql.JoinedSource;
import org.aludel.sql.NamedTable;
import org.aludel.sql.QueryColumns;
import org.aludel.sql.Row2;
import org.aludel.sql.RowLock;
import org.aludel.sql.Select;
import org.aludel.sql.Shop;
import org.aludel.sql.Statement;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.aludel.type.SqlTypes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@PostgresTest
final class JoinTest {
  private static final ColumnReference<Long> GIVER = GIFT.c("giver_id", SqlTypes.BIGINT);
  private static final ColumnReference<Long> TAKER = GIFT.c("taker_id", SqlTypes.BIGINT);
  private final TestDatabase database;
  private final ShopRows shop;

  JoinTest(TestDatabase database) {
    this.database = database;
    this.shop = new ShopRows(database);
  }

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void keepsRowsOfEitherSideOrBoth() {
    assertThat(
            shop.rows(
                select(USER_NAME, ADDRESS_EMAIL).rightJoin(ADDRESS),
                "SELECT user_account.name, address.email FROM user_account RIGHT JOIN address ON"
                    + " address.user_id = user_account.id"))
        .hasSize(3);
    assertThat(
            shop.rows(
                select(USER_NAME, ADDRESS_EMAIL).fullJoin(ADDRESS, USER_EMAIL.eq(ADDRESS_EMAIL)),
                "SELECT user_account.name, address.email FROM user_account FULL JOIN address ON"
                    + " user_account.email = address.email"))
        .hasSize(5);
    assertThat(Shop.sql(select(USER_NAME).rightJoin(ADDRESS, ADDRESS_USER.eq(USER_ID))))
        .contains(" RIGHT JOIN address ON ");
    assertThat(Shop.sql(select(USER_NAME).fullJoin(ADDRESS))).contains(" FULL JOIN address ON ");
  }

  @Test
  void joinsOnColumnsOfOneName() {
    NamedTable other = USER.as("o");

    assertThat(
            shop.rows(
                select(column("id", SqlTypes.BIGINT), USER_NAME, other.column(USER_AGE))
                    .from(USER)
                    .joinUsing(Join.Kind.LEFT, other, "id", "name"),
                "SELECT id, user_account.name, o.age FROM user_account LEFT JOIN user_account AS o"
                    + " USING (id, name)"))
        .hasSize(4);
    assertThat(
            shop.rows(
                select(count()).from(USER).naturalJoin(Join.Kind.INNER, USER.as("n")),
                "SELECT count(*) FROM user_account NATURAL JOIN user_account AS n"))
        .containsExactly(2L);
  }

  @Test
  void beginsAtTheSideThatIsNamed() {
    NamedTable taker = USER.as("taker");
    Select<Long> ambiguous = select(count()).from(USER, taker).join(ADDRESS);
    Select<Long> told = select(count()).from(USER, taker).joinFrom(taker, ADDRESS);

    assertThatThrownBy(() -> Shop.sql(ambiguous))
        .hasMessageContaining("ORM-SQL-AMBIGUOUS-JOIN")
        .hasMessageContaining("fk_address_user_id (address.user_id -> user_account)")
        .hasMessageContaining("fk_address_user_id (address.user_id -> user_account taker)");
    assertThat(Shop.sql(told))
        .endsWith(
            "FROM user_account, user_account AS taker JOIN address ON address.user_id = taker.id");
    assertThat(Shop.sql(select(ADDRESS_EMAIL).joinFrom(USER, ADDRESS)))
        .endsWith("FROM user_account JOIN address ON address.user_id = user_account.id");
  }

  @Test
  void putsEachJoinBehindTheSourceThatItsConditionNames() {
    NamedTable home = ADDRESS.as("home");

    assertThat(
            shop.rows(
                select(count())
                    .from(USER, GIFT)
                    .join(ADDRESS, ADDRESS_USER.eq(USER_ID))
                    .join(home, home.column(ADDRESS_USER).eq(GIVER))
                    .where(TAKER.ne(USER_ID)),
                "SELECT count(*) FROM user_account JOIN address ON address.user_id ="
                    + " user_account.id, gift JOIN address AS home ON home.user_id ="
                    + " gift.giver_id WHERE gift.taker_id <> user_account.id"))
        .containsExactly(4L);
  }

  @Test
  void joinsTwoAliasesOfATableByItsForeignKeys() {
    NamedTable giver = USER.as("giver");
    NamedTable taker = USER.as("taker");

    assertThat(
            shop.rows(
                select(giver.column(USER_NAME), taker.column(USER_NAME))
                    .from(GIFT)
                    .join(giver, giver.column(USER_ID).eq(GIVER))
                    .join(taker, taker.column(USER_ID).eq(TAKER))))
        .containsExactly(new Row2<>("ada", "eve"));
  }

  @Test
  void joinsWhatIsJoinedAmongItself() {
    JoinedSource inside = joined(ADDRESS).join(GIFT, GIVER.eq(ADDRESS_USER));

    assertThat(
            shop.rows(
                select(USER_NAME, ADDRESS_EMAIL)
                    .leftJoin(inside, ADDRESS_USER.eq(USER_ID))
                    .orderBy(USER_ID, ADDRESS_ID),
                "SELECT user_account.name, address.email FROM user_account LEFT JOIN (address JOIN"
                    + " gift ON gift.giver_id = address.user_id) ON address.user_id ="
                    + " user_account.id ORDER BY user_account.id, address.id"))
        .hasSize(5);
  }

  @Test
  void hidesWhatIsInsideOfAnAlias() {
    JoinedSource pair = joined(USER.as("a")).crossJoin(ADDRESS).as("pair");

    assertThat(
            shop.rows(
                select(pair.c("age", SqlTypes.INTEGER)).limit(1),
                "SELECT pair.age FROM (user_account AS a CROSS JOIN address) AS pair LIMIT ?"))
        .hasSize(1);
    assertThatThrownBy(() -> Shop.sql(select(ADDRESS_EMAIL).from(pair)))
        .hasMessageContaining("ORM-SQL-FOREIGN-COLUMN");
  }

  @Test
  void locksRowsOfTheSourcesThatAreNamed() {
    NamedTable u = USER.as("u");

    assertThat(
            shop.rows(
                select(u.column(USER_NAME))
                    .from(u)
                    .join(ADDRESS)
                    .lock(RowLock.forNoKeyUpdate().of(u).skipLocked())
                    .lock(RowLock.forKeyShare().of(ADDRESS).noWait()),
                "SELECT u.name FROM user_account AS u JOIN address ON address.user_id = u.id"
                    + " FOR NO KEY UPDATE OF u SKIP LOCKED FOR KEY SHARE OF address NOWAIT"))
        .hasSize(3);
    assertThat(Shop.sql(select(USER_ID).lock(RowLock.forShare()))).endsWith(" FOR SHARE");
  }

  @Test
  void writesRawPiecesWhereTheyBelong() {
    assertThat(
            shop.rows(
                select(USER_NAME)
                    .hint("/*+ SeqScan(user_account) */")
                    .prefix("ALL")
                    .suffix("FETCH FIRST 1 ROW ONLY"),
                "/*+ SeqScan(user_account) */ SELECT ALL user_account.name FROM user_account"
                    + " FETCH FIRST 1 ROW ONLY"))
        .hasSize(1);
  }

  @Test
  void takesTheFirstOfEqualRows() {
    assertThat(
            shop.rows(
                select(USER_AGE, USER_NAME)
                    .distinctOn(USER_AGE)
                    .orderBy(USER_AGE.asc().nullsFirst(), USER_NAME.desc()),
                "SELECT DISTINCT ON (user_account.age) user_account.age, user_account.name FROM"
                    + " user_account ORDER BY user_account.age NULLS FIRST, user_account.name"
                    + " DESC"))
        .extracting(Row2::second)
        .containsExactly("kim", "bob", "eve");
  }

  @Test
  void takesComputedLimits() {
    assertThat(
            shop.rows(
                select(USER_NAME)
                    .orderBy(USER_ID)
                    .limit(literal(1L).plus(literal(1L)))
                    .offset(function("length", SqlTypes.BIGINT, literal("a"))),
                "SELECT user_account.name FROM user_account ORDER BY user_account.id LIMIT 1 + 1"
                    + " OFFSET length('a')"))
        .containsExactly("bob", "eve");
  }

  @Test
  void saysWhatItReadsAndGives() {
    Select<?> query = selectRow(USER_NAME, count().as("n")).join(ADDRESS).groupBy(USER_NAME);

    assertThat(FinalSources.of(query)).containsExactly(USER, ADDRESS);
    assertThat(query.columnDescriptions())
        .extracting(QueryColumns.Description::name, one -> one.type().name())
        .containsExactly(tuple("name", "varchar"), tuple("n", "bigint"));
  }

  private static final List<Statement<?>> PRODUCTS =
      List.of(
          select(USER_NAME, ADDRESS_EMAIL).from(USER, ADDRESS),
          select(USER_NAME).from(USER, ADDRESS, GIFT).where(GIVER.eq(USER_ID), USER_AGE.gt(1)),
          select(USER_NAME).where(exists(select(ADDRESS_EMAIL).from(ADDRESS, GIFT))));

  private static final List<Statement<?>> CONNECTED =
      List.of(
          select(USER_NAME, ADDRESS_EMAIL).from(USER, ADDRESS).where(ADDRESS_USER.eq(USER_ID)),
          select(USER_NAME).crossJoin(ADDRESS),
          select(USER_NAME)
              .from(USER, select(ADDRESS_ID).where(ADDRESS_USER.eq(USER_ID)).lateral("l")),
          select(USER_NAME).from(USER, series(literal(1), USER_AGE, "n")),
          select(USER_NAME)
              .from(USER, GIFT)
              .where(
                  exists(
                      select(ADDRESS_ID)
                          .where(ADDRESS_USER.eq(USER_ID).and(ADDRESS_USER.eq(GIVER))))));

  @Test
  void refusesSourcesThatNothingConnectsIfAsked() {
    try (Engine strict = strict();
        Connection connection = strict.connect()) {
      for (Statement<?> product : PRODUCTS) {
        assertThatThrownBy(() -> connection.execute(product))
            .hasMessageContaining("ORM-SQL-CARTESIAN-PRODUCT")
            .hasMessageContaining("address");
      }
    }
  }

  @Test
  void staysSilentWhereSomethingConnectsThem() {
    shop.connection().commit();
    try (Engine strict = strict();
        Connection connection = strict.connect()) {
      for (Statement<?> connected : CONNECTED) {
        assertThat(connection.execute(connected).all()).isNotEmpty();
      }
    }
  }

  private Engine strict() {
    return Engine.create(
        database.dataSource(), options -> options.cartesian(CartesianPolicy.REFUSE));
  }

  @Test
  void runsThemAllTheSameByDefault() {
    assertThat(shop.rows(select(USER_NAME, ADDRESS_EMAIL).from(USER, ADDRESS))).hasSize(12);
  }
}
