package org.aludel.sql;

import static org.aludel.sql.Shop.ADDRESS;
import static org.aludel.sql.Shop.ADDRESS_EMAIL;
import static org.aludel.sql.Shop.ADDRESS_ID;
import static org.aludel.sql.Shop.ADDRESS_USER;
import static org.aludel.sql.Shop.USER;
import static org.aludel.sql.Shop.USER_AGE;
import static org.aludel.sql.Shop.USER_EMAIL;
import static org.aludel.sql.Shop.USER_ID;
import static org.aludel.sql.Shop.USER_NAME;
import static org.aludel.sql.Shop.sql;
import static org.aludel.sql.Sql.delete;
import static org.aludel.sql.Sql.excluded;
import static org.aludel.sql.Sql.insert;
import static org.aludel.sql.Sql.literal;
import static org.aludel.sql.Sql.lower;
import static org.aludel.sql.Sql.max;
import static org.aludel.sql.Sql.scalar;
import static org.aludel.sql.Sql.select;
import static org.aludel.sql.Sql.set;
import static org.aludel.sql.Sql.text;
import static org.aludel.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.aludel.error.CompileException;
import org.junit.jupiter.api.Test;

final class DmlTest {
  @Test
  void insertsOneRowAndReturnsItsKey() {
    assertThat(sql(insert(USER).set(USER_NAME, "sandy").setNull(USER_AGE).returning(USER_ID)))
        .isEqualTo("INSERT INTO user_account (name, age) VALUES (?, ?) RETURNING id");
  }

  @Test
  void insertsSeveralRows() {
    Insert<Void> insert =
        insert(USER).columns(USER_NAME, USER_AGE).values("a", 1).values(lower(literal("B")), null);

    assertThat(sql(insert))
        .isEqualTo("INSERT INTO user_account (name, age) VALUES (?, ?), (lower('B'), ?)");
  }

  @Test
  void insertsDefaultsAlone() {
    assertThat(sql(insert(USER))).isEqualTo("INSERT INTO user_account DEFAULT VALUES");
  }

  @Test
  void insertsTheRowsOfAQuery() {
    Insert<Void> copy =
        insert(ADDRESS).columns(ADDRESS_USER, ADDRESS_EMAIL).from(select(USER_ID, USER_EMAIL));

    assertThat(sql(copy))
        .isEqualTo(
            "INSERT INTO address (user_id, email)"
                + " SELECT user_account.id, user_account.email FROM user_account");
  }

  @Test
  void leavesConflictsOut() {
    assertThat(sql(insert(USER).set(USER_NAME, "a").onConflictDoNothing()))
        .endsWith("VALUES (?) ON CONFLICT DO NOTHING");
    assertThat(sql(insert(USER).set(USER_NAME, "a").onConflictDoNothing(USER_EMAIL)))
        .endsWith("VALUES (?) ON CONFLICT (email) DO NOTHING");
  }

  @Test
  void updatesOnConflict() {
    Insert<Long> upsert =
        insert(USER)
            .set(USER_EMAIL, "e")
            .set(USER_AGE, 1)
            .onConflictDoUpdate(
                List.of(USER_EMAIL),
                set(USER_NAME, excluded(USER_NAME)),
                set(USER_AGE, USER_AGE.plus(literal(1))))
            .returning(USER_ID);

    assertThat(sql(upsert))
        .isEqualTo(
            "INSERT INTO user_account (email, age) VALUES (?, ?) ON CONFLICT (email)"
                + " DO UPDATE SET name = EXCLUDED.name, age = user_account.age + 1 RETURNING id");
  }

  @Test
  void refusesRowsThatDoNotFitTheirColumns() {
    assertThatThrownBy(() -> insert(USER).columns(USER_NAME, USER_AGE).values("a"))
        .isInstanceOf(CompileException.class)
        .hasMessageContaining("1 values")
        .hasMessageContaining("2, one for each column");
    assertThatThrownBy(() -> insert(USER).columns(USER_AGE).values("a"))
        .hasMessageContaining("ORM-TYPE-WRONG-VALUE")
        .hasMessageContaining("java.lang.String")
        .hasMessageContaining("java.lang.Integer");
    assertThatThrownBy(() -> sql(insert(USER).columns(USER_AGE)))
        .hasMessageContaining("columns, but no row");
  }

  @Test
  void refusesColumnsOfAnotherTable() {
    assertThatThrownBy(() -> sql(insert(USER).set(ADDRESS_EMAIL, "a")))
        .hasMessageContaining("ORM-SQL-FOREIGN-COLUMN");
    assertThatThrownBy(() -> sql(update(USER).set(ADDRESS_EMAIL, "a").all()))
        .hasMessageContaining("ORM-SQL-FOREIGN-COLUMN");
  }

  @Test
  void updatesWithBareNames() {
    assertThat(
            sql(
                update(USER)
                    .set(USER_NAME, "a")
                    .set(USER_AGE, USER_AGE.plus(literal(1)))
                    .where(USER_ID.eq(7L))
                    .returning(USER_AGE)))
        .isEqualTo("UPDATE user_account SET name = ?, age = age + 1 WHERE id = ? RETURNING age");
  }

  @Test
  void qualifiesTheTargetInsideSubqueries() {
    Expression<String> newest = scalar(select(max(ADDRESS_EMAIL)).where(ADDRESS_USER.eq(USER_ID)));

    assertThat(sql(update(USER).set(USER_EMAIL, newest).all()))
        .isEqualTo(
            "UPDATE user_account SET email = (SELECT max(address.email) FROM address"
                + " WHERE address.user_id = user_account.id)");
  }

  @Test
  void refusesToChangeEveryRowUnlessAsked() {
    assertThatThrownBy(() -> sql(update(USER).set(USER_AGE, 1)))
        .hasMessageContaining("ORM-SQL-UNSAFE-STATEMENT")
        .hasMessageContaining("all() if every row is meant");
    assertThatThrownBy(() -> sql(delete(USER))).hasMessageContaining("ORM-SQL-UNSAFE-STATEMENT");
    assertThat(sql(delete(USER).all())).isEqualTo("DELETE FROM user_account");
    assertThat(sql(update(USER).setNull(USER_AGE).all()))
        .isEqualTo("UPDATE user_account SET age = ?");
  }

  @Test
  void refusesAnUpdateOfNothing() {
    assertThatThrownBy(() -> sql(update(USER).all())).hasMessageContaining("no column to set");
  }

  @Test
  void deletesAndReturnsWholeRows() {
    assertThat(sql(delete(ADDRESS).where(ADDRESS_ID.lt(5L)).returning(ADDRESS)))
        .isEqualTo("DELETE FROM address WHERE id < ? RETURNING id, user_id, email");
  }

  @Test
  void keepsTextAsWritten() {
    assertThat(sql(text("SELECT '?', ? ", 1))).isEqualTo("SELECT '?', ? ");
    assertThatThrownBy(() -> sql(text("SELECT ?")))
        .hasMessageContaining("0 values")
        .hasMessageContaining("1, one for each question mark");
  }
}
