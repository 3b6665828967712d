package org.aludel.sql;

import static org.aludel.sql.Shop.ADDRESS;
import static org.aludel.sql.Shop.ADDRESS_EMAIL;
import static org.aludel.sql.Shop.ADDRESS_USER;
import static org.aludel.sql.Shop.USER;
import static org.aludel.sql.Shop.USER_AGE;
import static org.aludel.sql.Shop.USER_ID;
import static org.aludel.sql.Shop.USER_NAME;
import static org.aludel.sql.Shop.sql;
import static org.aludel.sql.Sql.count;
import static org.aludel.sql.Sql.exists;
import static org.aludel.sql.Sql.insert;
import static org.aludel.sql.Sql.literal;
import static org.aludel.sql.Sql.merge;
import static org.aludel.sql.Sql.row;
import static org.aludel.sql.Sql.select;
import static org.aludel.sql.Sql.set;
import static org.aludel.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.aludel.sql.function.Windows;
import org.junit.jupiter.api.Test;

/** Statements looked at from outside, and rewritten. */
final class TraversalTest {
  private static final Select<Long> QUERY =
      select(USER_ID)
          .where(
              USER_NAME.in("a", "b"),
              row(USER_AGE, USER_NAME).in(new Row2<>(1, "c")),
              exists(
                  select(literal(1))
                      .from(ADDRESS)
                      .where(ADDRESS_USER.eq(USER_ID), ADDRESS_EMAIL.eq("d"))))
          .orderBy(Windows.rank().over(Windows.partitionBy(USER_AGE.plus(5)).orderBy(USER_ID)))
          .limit(7);

  @Test
  void findsNodesOfAKindWhereverTheyStand() {
    List<Object> values =
        Traversal.find(QUERY, Bind.class).stream()
            .<Object>map(node -> ((Bind<?>) node).value())
            .toList();

    assertThat(values)
        .containsExactlyInAnyOrder(List.of("a", "b"), List.of(1), List.of("c"), "d", 5, 7L);
    assertThat(Traversal.find(QUERY, Call.Over.class)).hasSize(1);
  }

  @Test
  void namesTheTablesOfAStatement() {
    assertThat(Traversal.tables(QUERY))
        .containsExactly(new TableName(null, "user_account"), new TableName(null, "address"));
    assertThat(Traversal.tables(insert(ADDRESS).columns(ADDRESS_USER).from(select(USER_ID))))
        .containsExactly(new TableName(null, "address"), new TableName(null, "user_account"));
  }

  @Test
  void replacesExpressionsAndLeavesTheOriginalAlone() {
    String before = sql(QUERY);

    Select<Long> replaced =
        Traversal.replace(QUERY, node -> node.equals(USER_AGE) ? literal(0) : node);

    assertThat(sql(replaced)).isEqualTo(before.replace("user_account.age", "0"));
    assertThat(sql(QUERY)).isEqualTo(before);
  }

  @Test
  void putsOneTableInThePlaceOfAnother() {
    NamedTable archive = Sql.table("archive", "users");

    assertThat(sql(Traversal.replaceTable(QUERY, USER, archive)))
        .isEqualTo(sql(QUERY).replace("user_account", "archive.users"));
    assertThat(
            sql(
                Traversal.replaceTable(
                    update(USER).set(USER_AGE, 1).where(USER_ID.eq(1L)).returning(USER_ID),
                    USER,
                    archive)))
        .isEqualTo("UPDATE archive.users SET age = ? WHERE id = ? RETURNING id");
    assertThat(
            sql(
                Traversal.replaceTable(
                    merge(USER)
                        .using(ADDRESS, ADDRESS_USER.eq(USER_ID))
                        .whenMatched(USER_AGE.gt(1))
                        .update(set(USER_AGE, USER_AGE.plus(literal(1)))),
                    USER,
                    archive)))
        .isEqualTo(
            "MERGE INTO archive.users USING address ON address.user_id = archive.users.id"
                + " WHEN MATCHED AND archive.users.age > ?"
                + " THEN UPDATE SET age = archive.users.age + 1");
  }

  @Test
  void anEmptyRewriteGivesAnEqualStatement() {
    List<Statement<?>> statements =
        List.of(
            QUERY,
            select(USER_AGE, count())
                .groupBy(USER_AGE)
                .window(
                    "w",
                    Windows.orderedBy(USER_AGE).rows(Windows.preceding(1), Windows.currentRow())),
            insert(USER)
                .set(USER_NAME, "a")
                .onConflict(USER_NAME)
                .updateWhere(USER_AGE.gt(1))
                .doUpdate(set(USER_AGE, 1)),
            update(USER).set(set(row(USER_AGE, USER_NAME), row(literal(1), literal("a")))).all());

    for (Statement<?> statement : statements) {
      assertThat(Traversal.<Statement<?>>replace(statement, node -> node)).isEqualTo(statement);
    }
  }
}
