package org.aludel.dialect.suite;

import static org.aludel.sql.Sql.count;
import static org.aludel.sql.Sql.exists;
import static org.aludel.sql.Sql.insert;
import static org.aludel.sql.Sql.literal;
import static org.aludel.sql.Sql.lower;
import static org.aludel.sql.Sql.max;
import static org.aludel.sql.Sql.not;
import static org.aludel.sql.Sql.or;
import static org.aludel.sql.Sql.scalar;
import static org.aludel.sql.Sql.select;
import static org.aludel.sql.Sql.sum;
import static org.aludel.sql.Sql.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.aludel.dialect.Capability;
import org.aludel.engine.Connection;
import org.aludel.error.AludelException;
import org.aludel.sql.NamedTable;
import org.aludel.sql.Row2;
import org.aludel.sql.Select;
import org.aludel.type.SqlTypes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rows are found, sorted, joined, grouped and paged alike. */
public abstract class QuerySuite extends DialectSuite {
  @BeforeEach
  void fillTables() {
    engine()
        .update(
            insert(CITY)
                .columns(NAME, PEOPLE)
                .values("Oslo", 700_000L)
                .values("Bergen", 290_000L)
                .values("Bodø", null));
    engine()
        .update(
            insert(ORDER)
                .columns(ORDER_CITY, GROUP)
                .values(id("Oslo"), "a")
                .values(id("Oslo"), "b")
                .values(id("Bergen"), "a_b"));
  }

  private int id(String city) {
    return engine().execute(select(CITY_ID).where(NAME.eq(city))).get(0);
  }

  private List<String> names(Select<String> query) {
    return engine().execute(query.orderBy(NAME.asc()));
  }

  @Test
  void conditionsFollowTheLogicOfThreeValues() {
    assertThat(names(select(NAME).where(PEOPLE.gt(300_000L)))).containsExactly("Oslo");
    assertThat(names(select(NAME).where(not(PEOPLE.gt(300_000L))))).containsExactly("Bergen");
    assertThat(names(select(NAME).where(PEOPLE.isNull()))).containsExactly("Bodø");
    assertThat(names(select(NAME).where(or(PEOPLE.isNull(), NAME.eq("Oslo")))))
        .containsExactly("Bodø", "Oslo");
  }

  @Test
  void anEmptyListHoldsNothing() {
    assertThat(names(select(NAME).where(NAME.in(List.of())))).isEmpty();
    assertThat(names(select(NAME).where(NAME.in("Oslo", "Paris")))).containsExactly("Oslo");
    assertThat(names(select(NAME).where(NAME.notIn(List.of("Oslo")))))
        .containsExactly("Bergen", "Bodø");
  }

  @Test
  void likeTellsUpperFromLowerCaseUnlessAskedNotTo() {
    assertThat(names(select(NAME).where(NAME.like("b%")))).isEmpty();
    assertThat(names(select(NAME).where(NAME.ilike("b%")))).containsExactly("Bergen", "Bodø");
  }

  @Test
  void joinsFollowTheForeignKey() {
    assertThat(engine().execute(select(NAME, GROUP).from(CITY).join(ORDER).orderBy(GROUP.asc())))
        .containsExactly(
            new Row2<>("Oslo", "a"), new Row2<>("Bergen", "a_b"), new Row2<>("Oslo", "b"));
    assertThat(engine().execute(select(NAME).from(CITY).leftJoin(ORDER).where(ORDER_ID.isNull())))
        .containsExactly("Bodø");
  }

  @Test
  void groupsAreCountedAndChosen() {
    assertThat(
            engine()
                .execute(
                    select(NAME, count(ORDER_ID))
                        .from(CITY)
                        .join(ORDER)
                        .groupBy(NAME)
                        .having(count(ORDER_ID).gt(1L))))
        .containsExactly(new Row2<>("Oslo", 2L));
  }

  @Test
  void totalsAndGreatestValuesAreOfTheRows() {
    assertThat(engine().execute(select(max(PEOPLE)))).containsExactly(700_000L);
    assertThat(engine().execute(select(sum(PEOPLE))).get(0)).isEqualByComparingTo("990000");
  }

  @Test
  void pagesBeginWhereTheyShould() {
    Select<String> sorted = select(NAME).orderBy(NAME.asc());

    assertThat(engine().execute(sorted.limit(1))).containsExactly("Bergen");
    assertThat(engine().execute(sorted.offset(1))).containsExactly("Bodø", "Oslo");
    assertThat(engine().execute(sorted.limit(1).offset(2))).containsExactly("Oslo");
  }

  @Test
  void nullsStandWhereTheStatementSays() {
    assertThat(engine().execute(select(NAME).orderBy(PEOPLE.asc().nullsFirst())))
        .containsExactly("Bodø", "Bergen", "Oslo");
    assertThat(engine().execute(select(NAME).orderBy(PEOPLE.desc().nullsLast())))
        .containsExactly("Oslo", "Bergen", "Bodø");
  }

  @Test
  void subqueriesSeeTheRowsAroundThem() {
    assertThat(names(select(NAME).where(exists(select(ORDER_ID).where(ORDER_CITY.eq(CITY_ID))))))
        .containsExactly("Bergen", "Oslo");
    NamedTable other = CITY.as("other");
    assertThat(
            names(
                select(NAME)
                    .where(PEOPLE.eq(scalar(select(max(other.c("people", SqlTypes.BIGINT))))))))
        .containsExactly("Oslo");
  }

  @Test
  void choicesAndCallsAreOfEachRow() {
    assertThat(
            engine()
                .execute(
                    select(
                            when(PEOPLE.gt(300_000L), literal("big")).otherwise(literal("small")),
                            lower(NAME))
                        .where(PEOPLE.isNotNull())
                        .orderBy(NAME.asc())))
        .containsExactly(new Row2<>("small", "bergen"), new Row2<>("big", "oslo"));
  }

  @Test
  void castsGiveValuesOfTheOtherType() {
    assertThat(engine().execute(select(PEOPLE.cast(SqlTypes.TEXT)).where(NAME.eq("Oslo"))))
        .containsExactly("700000");
  }

  @Test
  void rowsAreLockedWhereTheDatabaseLocksRows() {
    Select<String> locked = select(NAME).where(NAME.eq("Oslo")).forUpdate();

    try (Connection connection = engine().connect()) {
      if (engine().dialect().supports(Capability.ROW_LOCKS)) {
        assertThat(connection.execute(locked).all()).containsExactly("Oslo");
      } else {
        assertThatThrownBy(() -> connection.execute(locked))
            .isInstanceOf(AludelException.class)
            .hasMessageContaining("ORM-SQL-UNSUPPORTED-STATEMENT");
      }
    }
  }
}
