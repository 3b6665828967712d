package org.aludel.sql;

import static org.aludel.sql.Shop.USER_AGE;
import static org.aludel.sql.Shop.USER_EMAIL;
import static org.aludel.sql.Shop.USER_ID;
import static org.aludel.sql.Shop.USER_NAME;
import static org.aludel.sql.Shop.compile;
import static org.aludel.sql.Shop.sql;
import static org.aludel.sql.Shop.where;
import static org.aludel.sql.Sql.always;
import static org.aludel.sql.Sql.and;
import static org.aludel.sql.Sql.condition;
import static org.aludel.sql.Sql.literal;
import static org.aludel.sql.Sql.never;
import static org.aludel.sql.Sql.not;
import static org.aludel.sql.Sql.or;
import static org.aludel.sql.Sql.select;
import static org.aludel.sql.Sql.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.aludel.error.CompileException;
import org.aludel.type.SqlTypes;
import org.junit.jupiter.api.Test;

final class PredicateTest {
  private static final Predicate A = USER_AGE.eq(1);
  private static final Predicate B = USER_NAME.eq("b");
  private static final Predicate C = USER_EMAIL.isNull();

  @Test
  void writesComparisons() {
    assertThat(where(USER_AGE.ne(1))).isEqualTo("user_account.age <> ?");
    assertThat(where(USER_AGE.le(1))).isEqualTo("user_account.age <= ?");
    assertThat(where(USER_AGE.between(1, 2))).isEqualTo("user_account.age BETWEEN ? AND ?");
    assertThat(where(USER_NAME.isDistinctFrom(USER_EMAIL)))
        .isEqualTo("user_account.name IS DISTINCT FROM user_account.email");
    assertThat(where(USER_NAME.isNotNull())).isEqualTo("user_account.name IS NOT NULL");
  }

  @Test
  @SuppressWarnings("NullAway") // code that no checker watches does this
  void refusesComparisonWithNullAndSaysHow() {
    assertThatThrownBy(() -> USER_NAME.eq((String) null))
        .isInstanceOf(CompileException.class)
        .hasMessageContaining("ORM-SQL-NULL-COMPARISON")
        .hasMessageContaining("user_account.name")
        .hasMessageContaining("isNull()");
  }

  @Test
  void bindsAListAsOneArray() {
    assertThat(where(USER_AGE.in(1, 2, 3))).isEqualTo("user_account.age = ANY (?)");
    assertThat(where(USER_AGE.notIn(List.of()))).isEqualTo("user_account.age <> ALL (?)");
    assertThat(compile(select(USER_ID).where(USER_AGE.in(1, 2))).slots().get(0).type().name())
        .isEqualTo("integer[]");
  }

  @Test
  void writesSubqueriesBehindIn() {
    assertThat(where(USER_ID.in(select(USER_ID).where(A))))
        .isEqualTo(
            "user_account.id IN (SELECT user_account.id FROM user_account"
                + " WHERE user_account.age = ?)");
  }

  @Test
  void putsParenthesesWherePrecedenceAsksForThem() {
    String a = "user_account.age = ?";
    String b = "user_account.name = ?";
    String c = "user_account.email IS NULL";

    assertThat(where(and(A, or(B, C)))).isEqualTo(a + " AND (" + b + " OR " + c + ")");
    assertThat(where(or(A, and(B, C)))).isEqualTo(a + " OR " + b + " AND " + c);
    assertThat(where(and(A, and(B, C)))).isEqualTo(a + " AND " + b + " AND " + c);
    assertThat(where(not(or(A, B)))).isEqualTo("NOT (" + a + " OR " + b + ")");
    assertThat(where(not(A))).isEqualTo("NOT (" + a + ")");
    assertThat(where(A.isNull())).isEqualTo(a + " IS NULL");
    assertThat(where(or(A, B).isNull())).isEqualTo("(" + a + " OR " + b + ") IS NULL");
    assertThat(where(A.eq(B))).isEqualTo("(" + a + ") = (" + b + ")");
    assertThat(where(USER_AGE.between(literal(1), when(A, literal(2)).otherwise(3))))
        .isEqualTo("user_account.age BETWEEN 1 AND CASE WHEN " + a + " THEN 2 ELSE ? END");
  }

  @Test
  void groupsArithmeticAsItWasBuilt() {
    Expression<Integer> age = USER_AGE;

    assertThat(item(age.plus(literal(1)).times(literal(2))))
        .isEqualTo("(user_account.age + 1) * 2");
    assertThat(item(age.plus(literal(1).times(literal(2))))).isEqualTo("user_account.age + 1 * 2");
    assertThat(item(age.minus(literal(1).minus(literal(2)))))
        .isEqualTo("user_account.age - (1 - 2)");
    assertThat(item(age.minus(literal(1)).minus(literal(2)))).isEqualTo("user_account.age - 1 - 2");
    assertThat(item(literal(-3).negate().negate())).isEqualTo("-(-(-3))");
    assertThat(item(USER_NAME.concat(USER_EMAIL).concat(literal("it's"))))
        .isEqualTo("user_account.name || user_account.email || 'it''s'");
    assertThat(item(age.plus(literal(1)).cast(SqlTypes.TEXT)))
        .isEqualTo("CAST(user_account.age + 1 AS text)");
  }

  private static String item(Expression<?> expression) {
    String text = sql(select(expression).from(Shop.USER));
    return text.substring("SELECT ".length(), text.length() - " FROM user_account".length());
  }

  @Test
  void matchesPatternsOrTextTakenLiterally() {
    assertThat(where(USER_NAME.like("a%"))).isEqualTo("user_account.name LIKE ?");
    assertThat(where(USER_NAME.ilike("a%"))).isEqualTo("user_account.name ILIKE ?");
    assertThat(where(USER_NAME.contains("50%_/"))).isEqualTo("user_account.name LIKE ? ESCAPE '/'");
    assertThat(((Predicate.Like) USER_NAME.contains("50%_/")).pattern())
        .isEqualTo(new Bind<>(SqlTypes.TEXT, "%50/%/_//%"));
  }

  @Test
  void refusesPatternsOnNumbers() {
    assertThatThrownBy(() -> USER_AGE.like("1%"))
        .hasMessageContaining("cannot match \"user_account.age\" by LIKE")
        .hasMessageContaining("type integer");
  }

  @Test
  void fillsFragmentsInAndClosesThem() {
    assertThat(where(and(A, condition("? @> ? OR data ?? 'key'", USER_NAME, Sql.value("x?")))))
        .isEqualTo("user_account.age = ? AND (user_account.name @> ? OR data ?? 'key')");
    assertThatThrownBy(() -> where(condition("'?' = ?")))
        .hasMessageContaining("0 parts")
        .hasMessageContaining("1, one for each question mark");
  }

  @Test
  void junctionsOfNothingAreTheirNeutralElements() {
    assertThat(where(and())).isEqualTo("TRUE");
    assertThat(where(or())).isEqualTo("FALSE");
    assertThat(where(and(always(), A, and()))).isEqualTo("user_account.age = ?");
    assertThat(where(or(never(), A, or()))).isEqualTo("user_account.age = ?");
    assertThat(where(and(A, never()))).isEqualTo("FALSE");
    assertThat(where(or(A, always()))).isEqualTo("TRUE");
    assertThat(where(not(always()))).isEqualTo("FALSE");
  }

  @Test
  void hidesValuesFromItsText() {
    assertThat(USER_NAME.eq("secret").toString()).doesNotContain("secret");
  }
}
