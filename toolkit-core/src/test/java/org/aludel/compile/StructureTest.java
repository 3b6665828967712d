package org.aludel.compile;

import static org.aludel.sql.Shop.ADDRESS_ID;
import static org.aludel.sql.Shop.USER;
import static org.aludel.sql.Shop.USER_AGE;
import static org.aludel.sql.Shop.USER_EMAIL;
import static org.aludel.sql.Shop.USER_ID;
import static org.aludel.sql.Shop.USER_NAME;
import static org.aludel.sql.Sql.bind;
import static org.aludel.sql.Sql.insert;
import static org.aludel.sql.Sql.literal;
import static org.aludel.sql.Sql.select;
import static org.aludel.sql.Sql.value;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.aludel.sql.Bind;
import org.aludel.sql.Select;
import org.aludel.sql.Shop;
import org.aludel.sql.Statement;
import org.aludel.type.SqlTypes;
import org.junit.jupiter.api.Test;

final class StructureTest {
  @Test
  void ignoresValuesAndTheLengthOfLists() {
    assertThat(key(query("a", 1, 2))).isEqualTo(key(query("b", 3, 4, 5)));
    assertThat(Structure.of(query("b", 3, 4)).values()).containsExactly("b", List.of(3, 4), 10L);
  }

  private static Select<Long> query(String name, Integer... ages) {
    return select(USER_ID).where(USER_NAME.eq(name), USER_AGE.in(ages)).limit(10);
  }

  @Test
  void tellsEverythingApartThatChangesTheText() {
    List<Statement<?>> different =
        List.of(
            select(USER_ID),
            select(USER_NAME),
            select(ADDRESS_ID),
            select(USER_ID).distinct(),
            select(USER_ID).where(USER_AGE.eq(1)),
            select(USER_ID).where(USER_AGE.ne(1)),
            select(USER_ID).where(USER_AGE.eq(literal(1))),
            select(USER_ID).where(USER_AGE.eq(literal(2))),
            select(USER_ID).where(USER_AGE.in(1)),
            select(USER_ID).where(USER_AGE.notIn(1)),
            select(USER_ID).where(USER_NAME.like("a")),
            select(USER_ID).where(USER_NAME.ilike("a")),
            select(USER_ID).where(USER_NAME.contains("a")),
            select(USER_ID).having(USER_AGE.eq(1)),
            select(USER_ID).limit(1),
            select(USER_ID).offset(1),
            select(USER_ID).orderBy(USER_ID),
            select(USER_ID).orderBy(USER_ID.desc()),
            select(USER_ID).orderBy(USER_ID.desc().nullsLast()),
            select(USER_ID).groupBy(USER_ID),
            select(USER_ID).forUpdate(),
            select(USER_ID.as("key")),
            select(USER_ID.cast(SqlTypes.TEXT)),
            select(USER_ID.cast(SqlTypes.VARCHAR)),
            insert(USER).set(USER_NAME, "a"),
            insert(USER).set(USER_NAME, "a").onConflictDoNothing(),
            insert(USER).set(USER_NAME, "a").onConflictDoNothing(USER_EMAIL),
            insert(USER).set(USER_NAME, "a").returning(USER_ID));
    Set<Structure.Key> keys = new HashSet<>();
    Set<String> texts = new HashSet<>();

    different.forEach(statement -> keys.add(key(statement)));
    different.forEach(statement -> texts.add(Shop.sql(statement)));

    assertThat(texts).hasSize(different.size());
    assertThat(keys).hasSize(different.size());
  }

  @Test
  void tellsAValueUsedTwiceFromTwoValues() {
    Bind<Integer> once = value(1);
    Statement<?> shared =
        select(USER_ID).where(USER_AGE.gt(once), USER_ID.cast(SqlTypes.INTEGER).lt(once));
    Statement<?> apart =
        select(USER_ID).where(USER_AGE.gt(value(1)), USER_ID.cast(SqlTypes.INTEGER).lt(value(1)));

    assertThat(key(shared)).isNotEqualTo(key(apart));
    assertThat(Structure.of(shared).values()).containsExactly(1);
    assertThat(Shop.compile(shared).slots())
        .extracting(CompiledStatement.Slot::ordinal)
        .containsExactly(0, 0);
  }

  @Test
  void tellsTypesOfBindsApart() {
    assertThat(key(select(bind(SqlTypes.TEXT, "a"))))
        .isNotEqualTo(key(select(bind(SqlTypes.JSON, "a"))));
  }

  @Test
  void expandsListsWhereTheDatabaseHasNoArrays() {
    Select<Long> three = select(USER_ID).where(USER_AGE.in(1, 2, 3));
    Select<Long> none = select(USER_ID).where(USER_AGE.in(List.of()));

    CompiledStatement compiled = common(three);

    assertThat(compiled.sql()).endsWith("WHERE user_account.age IN (?, ?, ?)");
    assertThat(compiled.slots())
        .extracting(CompiledStatement.Slot::element)
        .containsExactly(0, 1, 2);
    assertThat(compiled.dependsOnValues()).isTrue();
    assertThat(common(none).sql()).endsWith("WHERE 1 = 0");
    // Kept, it would answer for longer lists, whose key is the same.
    assertThat(common(none).dependsOnValues()).isTrue();
  }

  @Test
  void lowersBothSidesWhereTheDatabaseHasNoIlike() {
    assertThat(common(select(USER_ID).where(USER_NAME.ilike("a%"))).sql())
        .endsWith("WHERE lower(user_account.name) LIKE lower(?)");
  }

  private static CompiledStatement common(Statement<?> statement) {
    IdentifierQuoter quoter = new IdentifierQuoter(Set.of(), 63);
    return new SqlCompiler(Structure.of(statement), quoter, "none").compile(statement);
  }

  private static Structure.Key key(Statement<?> statement) {
    return Structure.of(statement).key();
  }
}
