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
import static org.aludel.sql.Sql.condition;
import static org.aludel.sql.Sql.count;
import static org.aludel.sql.Sql.exists;
import static org.aludel.sql.Sql.literal;
import static org.aludel.sql.Sql.lower;
import static org.aludel.sql.Sql.max;
import static org.aludel.sql.Sql.only;
import static org.aludel.sql.Sql.sample;
import static org.aludel.sql.Sql.scalar;
import static org.aludel.sql.Sql.select;
import static org.aludel.sql.Sql.text;
import static org.aludel.sql.Sql.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.aludel.schema.Table;
import org.aludel.sql.ColumnReference;
import org.aludel.sql.DerivedTable;
import org.aludel.sql.Expression;
import org.aludel.sql.NamedTable;
import org.aludel.sql.Row;
import org.aludel.sql.Row2;
import org.aludel.sql.Row3;
import org.aludel.sql.Select;
import org.aludel.sql.Shop;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.aludel.type.SqlTypes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@PostgresTest
@SuppressWarnings("NullAway") // the rows expected hold NULL
final class DerivedSourceTest {
  private static final Expression<Long> ADDRESSES = count().as("addresses");
  private final ShopRows shop;

  DerivedSourceTest(TestDatabase database) {
    this.shop = new ShopRows(database);
  }

  @AfterEach
  void close() {
    shop.close();
  }

  private static DerivedTable<Row2<Long, Long>> counted() {
    return select(ADDRESS_USER, ADDRESSES).groupBy(ADDRESS_USER).as("c");
  }

  @Test
  void givesTypedColumnsByWhatWasSelected() {
    DerivedTable<Row2<Long, Long>> counted = counted();

    assertThat(
            shop.rows(
                select(USER_NAME, counted.column(ADDRESSES))
                    .join(counted, counted.column(ADDRESS_USER).eq(USER_ID))
                    .orderBy(USER_ID),
                "SELECT user_account.name, c.addresses FROM user_account JOIN (SELECT"
                    + " address.user_id, count(*) AS addresses FROM address GROUP BY"
                    + " address.user_id) AS c ON c.user_id = user_account.id"
                    + " ORDER BY user_account.id"))
        .containsExactly(new Row2<>("ada", 2L), new Row2<>("eve", 1L));
  }

  @Test
  void infersTheJoinFromForeignKeysOfTheTableInside() {
    DerivedTable<Row2<Long, Long>> counted = counted();
    DerivedTable<Row2<String, Long>> adults = select(USER_NAME, USER_ID.as("key")).as("u");

    assertThat(Shop.sql(select(USER_NAME).join(counted)))
        .endsWith(" AS c ON c.user_id = user_account.id");
    assertThat(Shop.sql(select(adults.column(USER_NAME)).join(ADDRESS)))
        .endsWith(" AS u JOIN address ON address.user_id = u.key");
    assertThatThrownBy(() -> Shop.sql(select(ADDRESS_ID).join(select(USER_NAME).as("only_names"))))
        .hasMessageContaining("ORM-SQL-NO-JOIN-CONDITION");
  }

  @Test
  void givesTheRowsOfTheQueryInsideWhenSelectedWhole() {
    DerivedTable<Row2<Long, Long>> counted = counted();

    assertThat(
            shop.rows(
                select(counted).orderBy(counted.column(ADDRESS_USER)),
                "SELECT c.user_id, c.addresses FROM (SELECT address.user_id, count(*) AS addresses"
                    + " FROM address GROUP BY address.user_id) AS c ORDER BY c.user_id"))
        .containsExactly(new Row2<>(1L, 2L), new Row2<>(3L, 1L));
  }

  @Test
  void givesRowsOfTablesInsideBesideOtherValues() {
    DerivedTable<Row2<Row, Long>> inner = select(ADDRESS, USER_ID.as("owner")).join(USER).as("x");
    Row2<Row2<Row, Long>, String> first =
        shop.rows(select(inner, lower(inner.column(ADDRESS_EMAIL))).limit(1)).get(0);

    assertThat(first.first().first().get("email")).isEqualTo(first.second());
    assertThat(first.first().second()).isEqualTo(first.first().first().get("user_id"));
  }

  @Test
  void refusesColumnsThatAreNotSelectedAndSuggests() {
    assertThatThrownBy(() -> counted().column(USER_NAME))
        .hasMessageContaining("ORM-SQL-UNKNOWN-COLUMN")
        .hasMessageContaining("columns user_id, addresses");
    assertThatThrownBy(() -> counted().c("adresses", SqlTypes.BIGINT))
        .hasMessageContaining("did you mean \"addresses\"?");
    assertThatThrownBy(() -> select(USER_AGE.plus(1)).as("t").columnReferences())
        .hasMessageContaining("an expression without a name");
  }

  @Test
  void renamesItsColumns() {
    DerivedTable<Row2<Long, Long>> counted = counted().named("owner");

    assertThat(
            shop.rows(
                select(counted.column(ADDRESS_USER)).where(counted.column(ADDRESSES).gt(1L)),
                "SELECT c.owner FROM (SELECT address.user_id, count(*) AS addresses FROM address"
                    + " GROUP BY address.user_id) AS c (owner) WHERE c.addresses > ?"))
        .containsExactly(1L);
  }

  @Test
  void readsTheColumnsOfNeighboursWhenLateral() {
    DerivedTable<String> first =
        select(ADDRESS_EMAIL)
            .where(ADDRESS_USER.eq(USER_ID))
            .orderBy(ADDRESS_ID.desc())
            .limit(1)
            .lateral("last");

    assertThat(
            shop.rows(
                select(USER_NAME, first.column(ADDRESS_EMAIL))
                    .leftJoin(first, literalTrue())
                    .orderBy(USER_ID),
                "SELECT user_account.name, last.email FROM user_account LEFT JOIN LATERAL"
                    + " (SELECT address.email FROM address WHERE address.user_id ="
                    + " user_account.id ORDER BY address.id DESC LIMIT ?) AS last ON TRUE"
                    + " ORDER BY user_account.id"))
        .containsExactly(
            new Row2<>("ada", "ada@example.com"),
            new Row2<>("bob", null),
            new Row2<>("eve", "eve@example.org"),
            new Row2<>("kim", null));
  }

  private static org.aludel.sql.Predicate literalTrue() {
    return org.aludel.sql.Sql.isTrue(literal(true));
  }

  @Test
  void isAValueOrAConditionThatMeansTheRowAround() {
    Expression<Long> addresses =
        scalar(select(count()).from(ADDRESS).where(ADDRESS_USER.eq(USER_ID)));

    assertThat(
            shop.rows(
                select(USER_NAME, addresses.as("n"))
                    .where(exists(select(ADDRESS_ID).where(ADDRESS_USER.eq(USER_ID))))
                    .orderBy(USER_ID),
                "SELECT user_account.name, (SELECT count(*) FROM address WHERE address.user_id ="
                    + " user_account.id) AS n FROM user_account WHERE EXISTS (SELECT address.id"
                    + " FROM address WHERE address.user_id = user_account.id)"
                    + " ORDER BY user_account.id"))
        .containsExactly(new Row2<>("ada", 2L), new Row2<>("eve", 1L));
  }

  @Test
  void takesFromTheQueryAroundWhatItSays() {
    Select<Integer> both = select(max(USER_AGE)).from(USER, ADDRESS);
    Select<Long> automatic = select(ADDRESS_ID).where(exists(both));
    Select<Long> told = select(ADDRESS_ID).where(exists(both.correlate(ADDRESS)));
    Select<Long> except = select(ADDRESS_ID).where(exists(both.correlateExcept(USER)));
    Select<Long> none =
        select(ADDRESS_ID)
            .where(exists(select(USER_ID).where(USER_ID.eq(ADDRESS_USER)).correlate()));

    assertThat(Shop.sql(automatic)).contains("(SELECT max(user_account.age) FROM user_account, ad");
    assertThat(Shop.sql(told)).endsWith("(SELECT max(user_account.age) FROM user_account)");
    assertThat(Shop.sql(except)).endsWith("(SELECT max(user_account.age) FROM user_account)");
    assertThatThrownBy(() -> Shop.sql(none)).hasMessageContaining("ORM-SQL-FOREIGN-COLUMN");
    assertThat(shop.rows(told)).hasSize(3);
  }

  @Test
  void seesOtherQueriesAroundOnlyAsFarAsItSays() {
    NamedTable boss = USER.as("boss");
    Select<Long> inner =
        select(ADDRESS_ID)
            .where(ADDRESS_USER.eq(USER_ID), boss.c("age", SqlTypes.INTEGER).isNull())
            .correlate(USER);

    assertThatThrownBy(() -> Shop.sql(select(USER_NAME).from(USER, boss).where(exists(inner))))
        .hasMessageContaining("ORM-SQL-FOREIGN-COLUMN")
        .hasMessageContaining("boss");
  }

  @Test
  void listsValuesWithTypesAndNames() {
    ColumnReference<Integer> number = column("number", SqlTypes.INTEGER);
    ColumnReference<String> word = column("word", SqlTypes.varchar(3));
    DerivedTable<Row2<Integer, String>> words =
        values(number, word).row(1, "one").row(2, "twenty").as("w");

    assertThat(
            shop.rows(
                select(words).where(words.column(word).ne("x")).orderBy(words.column(number)),
                "SELECT w.number, w.word FROM (VALUES (CAST(? AS integer), CAST(? AS varchar)),"
                    + " (?, ?)) AS w (number, word) WHERE w.word <> ? ORDER BY w.number"))
        .containsExactly(new Row2<>(1, "one"), new Row2<>(2, "twenty"));
  }

  @Test
  void runsValuesAlone() {
    ColumnReference<Integer> number = column("number", SqlTypes.INTEGER);
    ColumnReference<String> word = column("word", SqlTypes.TEXT);

    assertThat(
            shop.rows(
                values(number, word)
                    .row(literal(1), literal("one"))
                    .row(2, null)
                    .orderBy(number.desc())
                    .limit(1),
                "VALUES (1, 'one'), (?, ?) ORDER BY 1 DESC LIMIT ?"))
        .containsExactly(new Row2<>(2, null));
    assertThatThrownBy(() -> values(number).row("one"))
        .hasMessageContaining("ORM-TYPE-WRONG-VALUE");
    assertThatThrownBy(() -> values(number).row(1, 2)).hasMessageContaining("2 values");
  }

  @Test
  void readsASampleOfATable() {
    assertThat(
            shop.rows(
                select(USER_NAME).from(sample(USER).bernoulli(100).repeatable(7)).orderBy(USER_ID),
                "SELECT user_account.name FROM user_account TABLESAMPLE BERNOULLI(?) REPEATABLE"
                    + " (?) ORDER BY user_account.id"))
        .containsExactly("ada", "bob", "eve", "kim");
    assertThat(shop.rows(select(USER_NAME).from(sample(USER).system(0)))).isEmpty();
  }

  @Test
  void readsATableWithoutItsChildren() {
    NamedTable people = USER.as("u");

    assertThat(
            shop.rows(
                select(people.c("name", SqlTypes.TEXT)).from(only(people)).limit(1),
                "SELECT u.name FROM ONLY user_account AS u LIMIT ?"))
        .hasSize(1);
  }

  @Test
  void readsTextWithTypedColumns() {
    ColumnReference<Long> id = column("id", SqlTypes.BIGINT);
    DerivedTable<Long> old =
        text("SELECT id FROM user_account WHERE age > :age AND ':age' <> ''")
            .bind("age", 30)
            .columns(id)
            .as("o");

    assertThat(
            shop.rows(
                select(USER_NAME).join(old, old.column(id).eq(USER_ID)).orderBy(USER_ID),
                "SELECT user_account.name FROM user_account JOIN (SELECT id FROM user_account"
                    + " WHERE age > ? AND ':age' <> '') AS o ON o.id = user_account.id"
                    + " ORDER BY user_account.id"))
        .containsExactly("ada", "eve");
    assertThatThrownBy(() -> text("SELECT 1 AS one").as("t").columnReferences())
        .hasMessageContaining("columns(…) of the text");
  }

  @Test
  void nestsAsDeepAsWanted() {
    DerivedTable<Row3<Long, String, Integer>> one = select(USER_ID, USER_NAME, USER_AGE).as("one");
    DerivedTable<Row2<Long, Integer>> two =
        select(one.column(USER_ID), one.column(USER_AGE))
            .where(condition("? is not null", one.column(USER_NAME)))
            .as("two");

    assertThat(shop.rows(select(max(two.column(one.column(USER_AGE)))))).containsExactly(36);
  }

  @Test
  void tablesOfMetaDataAreSelectedByThemselves() {
    Table whole = USER;

    assertThat(shop.rows(select(whole.as("a")).orderBy(whole.as("a").column(USER_ID))))
        .extracting(row -> row.get("name"))
        .containsExactly("ada", "bob", "eve", "kim");
  }
}
