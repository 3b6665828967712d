package org.aludel.sql;

import static org.aludel.sql.Shop.ADDRESS;
import static org.aludel.sql.Shop.ADDRESS_EMAIL;
import static org.aludel.sql.Shop.ADDRESS_USER;
import static org.aludel.sql.Shop.GIFT;
import static org.aludel.sql.Shop.USER;
import static org.aludel.sql.Shop.USER_AGE;
import static org.aludel.sql.Shop.USER_EMAIL;
import static org.aludel.sql.Shop.USER_ID;
import static org.aludel.sql.Shop.USER_NAME;
import static org.aludel.sql.Shop.sql;
import static org.aludel.sql.Sql.column;
import static org.aludel.sql.Sql.count;
import static org.aludel.sql.Sql.exists;
import static org.aludel.sql.Sql.lower;
import static org.aludel.sql.Sql.scalar;
import static org.aludel.sql.Sql.select;
import static org.aludel.sql.Sql.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.aludel.error.CompileException;
import org.aludel.error.SchemaException;
import org.aludel.type.SqlTypes;
import org.junit.jupiter.api.Test;

final class SelectTest {
  @Test
  void takesItsSourceFromWhatIsSelected() {
    assertThat(sql(select(USER_ID, USER_NAME)))
        .isEqualTo("SELECT user_account.id, user_account.name FROM user_account");
  }

  @Test
  void writesAllColumnsOfATable() {
    assertThat(sql(select(ADDRESS)))
        .isEqualTo("SELECT address.id, address.user_id, address.email FROM address");
  }

  @Test
  void writesEveryClauseInOrder() {
    Select<?> query =
        select(lower(USER_NAME), count())
            .distinct()
            .where(USER_AGE.gt(17))
            .groupBy(lower(USER_NAME))
            .having(count().gt(1L))
            .orderBy(count().desc().nullsLast(), lower(USER_NAME))
            .limit(10)
            .offset(20);

    assertThat(sql(query))
        .isEqualTo(
            "SELECT DISTINCT lower(user_account.name), count(*) FROM user_account"
                + " WHERE user_account.age > ? GROUP BY lower(user_account.name)"
                + " HAVING count(*) > ?"
                + " ORDER BY count(*) DESC NULLS LAST, lower(user_account.name)"
                + " LIMIT ? OFFSET ?");
  }

  @Test
  void addsConditionsOfSeveralCalls() {
    assertThat(sql(select(USER_ID).where(USER_AGE.gt(1)).where(USER_AGE.lt(9))))
        .endsWith("WHERE user_account.age > ? AND user_account.age < ?");
  }

  @Test
  void leavesTheOriginalAlone() {
    Select<Long> original = select(USER_ID);

    original.where(USER_AGE.gt(1)).limit(1);

    assertThat(sql(original)).isEqualTo("SELECT user_account.id FROM user_account");
  }

  @Test
  void infersTheJoinFromTheForeignKeyOfEitherSide() {
    assertThat(sql(select(USER_NAME).join(ADDRESS)))
        .endsWith("FROM user_account JOIN address ON address.user_id = user_account.id");
    assertThat(sql(select(ADDRESS_EMAIL).leftJoin(USER)))
        .endsWith("FROM address LEFT JOIN user_account ON address.user_id = user_account.id");
  }

  @Test
  void infersTheJoinOfAnAlias() {
    assertThat(sql(select(USER_NAME).join(ADDRESS.as("home"))))
        .endsWith("JOIN address AS home ON home.user_id = user_account.id");
  }

  @Test
  void refusesAJoinWithoutForeignKey() {
    assertThatThrownBy(() -> sql(select(USER_NAME).join(table("audit"))))
        .isInstanceOf(CompileException.class)
        .hasMessageContaining("ORM-SQL-NO-JOIN-CONDITION")
        .hasMessageContaining("no foreign key between it and user_account");
  }

  @Test
  void refusesAnAmbiguousJoinAndNamesTheCandidates() {
    assertThatThrownBy(() -> sql(select(USER_NAME).join(GIFT)))
        .hasMessageContaining("ORM-SQL-AMBIGUOUS-JOIN")
        .hasMessageContaining("fk_gift_giver_id (gift.giver_id -> user_account)")
        .hasMessageContaining("fk_gift_taker_id (gift.taker_id -> user_account)");
  }

  @Test
  void joinsOnAConditionOrNone() {
    NamedTable giver = USER.as("giver");
    ColumnReference<Long> giverId = giver.c("id", SqlTypes.BIGINT);

    assertThat(sql(select(USER_NAME).join(giver, giverId.gt(USER_ID)).crossJoin(GIFT)))
        .endsWith(
            "FROM user_account JOIN user_account AS giver ON giver.id > user_account.id"
                + " CROSS JOIN gift");
  }

  @Test
  void refusesSourcesThatNothingConnects() {
    assertThatThrownBy(() -> sql(select(USER_NAME, ADDRESS_EMAIL)))
        .hasMessageContaining("ORM-SQL-FOREIGN-COLUMN")
        .hasMessageContaining("user_account, address");
    assertThat(sql(select(USER_NAME, ADDRESS_EMAIL).from(USER, ADDRESS)))
        .endsWith("FROM user_account, address");
  }

  @Test
  void refusesAColumnOfAnotherTable() {
    assertThatThrownBy(() -> sql(select(USER_NAME).where(ADDRESS_EMAIL.isNull())))
        .hasMessageContaining("ORM-SQL-FOREIGN-COLUMN")
        .hasMessageContaining("cannot use column \"address.email\" here")
        .hasMessageContaining("FROM user_account");
  }

  @Test
  void pointsAtTheAliasWhoseTableIsMeant() {
    assertThatThrownBy(() -> sql(select(USER_NAME).from(USER.as("boss"))))
        .hasMessageContaining("take the column from the alias");
  }

  @Test
  void correlatesSubqueriesWithTheQueryAround() {
    Select<Long> addresses = select(ADDRESS_USER).where(ADDRESS_USER.eq(USER_ID));

    assertThat(sql(select(USER_NAME).where(exists(addresses))))
        .endsWith(
            "WHERE EXISTS (SELECT address.user_id FROM address"
                + " WHERE address.user_id = user_account.id)");
  }

  @Test
  void usesASelectAsAValue() {
    Expression<Long> addresses =
        scalar(select(count()).from(ADDRESS).where(ADDRESS_USER.eq(USER_ID)));

    assertThat(sql(select(USER_NAME, addresses.as("addresses"))))
        .isEqualTo(
            "SELECT user_account.name, (SELECT count(*) FROM address"
                + " WHERE address.user_id = user_account.id) AS addresses FROM user_account");
  }

  @Test
  void selectsFromASubqueryThatDoesNotSeeItsNeighbours() {
    DerivedTable<Long> adults = select(USER_ID).where(USER_AGE.ge(18)).as("adults");
    ColumnReference<Long> id = adults.c("id", SqlTypes.BIGINT);

    assertThat(sql(select(id)))
        .isEqualTo(
            "SELECT adults.id FROM (SELECT user_account.id FROM user_account"
                + " WHERE user_account.age >= ?) AS adults");
    DerivedTable<Long> bad = select(ADDRESS_USER).where(ADDRESS_USER.eq(USER_ID)).as("bad");
    assertThatThrownBy(() -> sql(select(USER_NAME).crossJoin(bad)))
        .hasMessageContaining("ORM-SQL-FOREIGN-COLUMN");
  }

  @Test
  void ordersAndGroupsByALabel() {
    Expression<String> initial =
        Sql.function("left", SqlTypes.TEXT, USER_NAME, Sql.value(1)).as("initial");

    assertThat(sql(select(initial, count()).groupBy(initial).orderBy(initial.desc())))
        .isEqualTo(
            "SELECT left(user_account.name, ?) AS initial, count(*) FROM user_account"
                + " GROUP BY 1 ORDER BY initial DESC");
  }

  @Test
  void locksRows() {
    assertThat(sql(select(USER_ID).forUpdate())).endsWith(" FOR UPDATE");
    assertThat(sql(select(USER_ID).lock(RowLock.forKeyShare().skipLocked())))
        .endsWith(" FOR KEY SHARE SKIP LOCKED");
  }

  @Test
  void quotesNamesThatNeedIt() {
    NamedTable order = table("Shop", "order");
    ColumnReference<Long> key = order.c("primary", SqlTypes.BIGINT);

    assertThat(sql(select(key.as("Key"))))
        .isEqualTo("SELECT \"Shop\".\"order\".\"primary\" AS \"Key\" FROM \"Shop\".\"order\"");
  }

  @Test
  void takesColumnsByNameAlone() {
    assertThat(sql(select(column("id", SqlTypes.BIGINT)).from(table("person"))))
        .isEqualTo("SELECT id FROM person");
  }

  @Test
  void refusesAllColumnsOfATableThatIsOnlyAName() {
    assertThatThrownBy(() -> sql(select(table("person"))))
        .hasMessageContaining("ORM-SQL-UNSUPPORTED-STATEMENT")
        .hasMessageContaining("table.c(name, type)");
  }

  @Test
  void refusesAColumnThatTheTableLacks() {
    assertThatThrownBy(() -> USER.c("emial", SqlTypes.TEXT))
        .isInstanceOf(SchemaException.class)
        .hasMessageContaining("did you mean \"email\"?");
  }

  @Test
  void refusesWhatOnlyASessionKnows() {
    JoinPath addresses = () -> "User.addresses";
    StatementOption option = () -> "selectIn(User.addresses)";

    assertThatThrownBy(() -> sql(select(USER_ID).join(addresses)))
        .hasMessageContaining("ORM-SQL-NEEDS-SESSION")
        .hasMessageContaining("User.addresses");
    assertThatThrownBy(() -> sql(select(USER_ID).options(option)))
        .hasMessageContaining("ORM-SQL-NEEDS-SESSION")
        .hasMessageContaining("selectIn(User.addresses)");
    assertThatThrownBy(() -> sql(select(USER_ID).where(anyAddress())))
        .hasMessageContaining("ORM-SQL-NEEDS-SESSION")
        .hasMessageContaining("any(User.addresses)");
  }

  private static Predicate anyAddress() {
    return (Predicate.Unresolved) () -> "any(User.addresses)";
  }

  @Test
  void rewritesNothingIntoAnEqualStatement() {
    Select<?> query =
        select(USER_NAME, ADDRESS_EMAIL)
            .join(ADDRESS)
            .where(USER_EMAIL.isNull().or(USER_AGE.in(1, 2)), exists(select(ADDRESS_USER)))
            .orderBy(USER_ID.desc())
            .limit(3);

    assertThat(query.accept(new Rewriter() {})).isEqualTo(query);
  }

  @Test
  void rewritesNodesThatASubclassReplaces() {
    Rewriter rename =
        new Rewriter() {
          @Override
          protected ColumnReference<?> column(ColumnReference<?> column) {
            return column.equals(USER_NAME) ? USER_EMAIL : column;
          }
        };

    assertThat(sql(select(USER_NAME).where(USER_NAME.eq("a")).accept(rename)))
        .isEqualTo("SELECT user_account.email FROM user_account WHERE user_account.email = ?");
  }
}
