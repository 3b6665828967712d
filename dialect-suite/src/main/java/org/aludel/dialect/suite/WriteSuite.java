package org.aludel.dialect.suite;

import static org.aludel.sql.Sql.delete;
import static org.aludel.sql.Sql.excluded;
import static org.aludel.sql.Sql.insert;
import static org.aludel.sql.Sql.select;
import static org.aludel.sql.Sql.set;
import static org.aludel.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.aludel.engine.Connection;
import org.aludel.engine.Transaction;
import org.aludel.error.CompileException;
import org.aludel.error.IntegrityViolation;
import org.aludel.sql.Row2;
import org.junit.jupiter.api.Test;

/** Rows are written, kept and taken back alike. */
public abstract class WriteSuite extends DialectSuite {
  private List<String> names() {
    return engine().execute(select(NAME).orderBy(NAME.asc()));
  }

  @Test
  void theDatabaseGivesTheKeyBack() {
    List<Integer> first = engine().execute(insert(CITY).set(NAME, "Oslo").returning(CITY_ID));
    List<Integer> second = engine().execute(insert(CITY).set(NAME, "Bergen").returning(CITY_ID));

    assertThat(second.get(0)).isGreaterThan(first.get(0));
  }

  @Test
  void manyRowsAreWrittenByOneStatement() {
    long written =
        engine().update(insert(CITY).columns(NAME, PEOPLE).values("Oslo", 1L).values("Bergen", 2L));

    assertThat(written).isEqualTo(2);
    assertThat(names()).containsExactly("Bergen", "Oslo");
  }

  @Test
  void rowsCanComeFromAQuery() {
    engine().update(insert(CITY).columns(NAME, PEOPLE).values("Oslo", 1L));

    engine()
        .update(
            insert(ORDER)
                .columns(ORDER_CITY, GROUP)
                .from(select(CITY_ID, NAME).where(PEOPLE.eq(1L))));

    assertThat(engine().execute(select(GROUP))).containsExactly("Oslo");
  }

  @Test
  void whatIsThereAlreadyIsChangedOrLeftOut() {
    engine().update(insert(CITY).columns(NAME, PEOPLE).values("Oslo", 1L));

    engine()
        .update(
            insert(CITY)
                .columns(NAME, PEOPLE)
                .values("Oslo", 2L)
                .onConflictDoUpdate(List.of(NAME), set(PEOPLE, excluded(PEOPLE))));
    engine()
        .update(insert(CITY).columns(NAME, PEOPLE).values("Oslo", 3L).onConflictDoNothing(NAME));

    assertThat(engine().execute(select(NAME, PEOPLE))).containsExactly(new Row2<>("Oslo", 2L));
  }

  @Test
  void changesSayHowManyRowsTheyReached() {
    engine().update(insert(CITY).columns(NAME, PEOPLE).values("Oslo", 1L).values("Bergen", 2L));

    assertThat(engine().update(update(CITY).set(PEOPLE, PEOPLE.plus(1L)).where(NAME.eq("Oslo"))))
        .isEqualTo(1);
    assertThat(engine().execute(select(PEOPLE).orderBy(NAME.asc()))).containsExactly(2L, 2L);
    assertThat(engine().update(delete(CITY).where(PEOPLE.eq(2L)))).isEqualTo(2);
    assertThat(names()).isEmpty();
  }

  @Test
  void aChangeOfEveryRowMustBeMeant() {
    assertThatThrownBy(() -> engine().update(delete(CITY)))
        .isInstanceOf(CompileException.class)
        .hasMessageContaining("ORM-SQL-UNSAFE-STATEMENT");
  }

  @Test
  void whatIsNotCommittedIsGone() {
    try (Connection connection = engine().connect()) {
      connection.execute(insert(CITY).set(NAME, "Oslo"));
      connection.rollback();
      connection.execute(insert(CITY).set(NAME, "Bergen"));
      connection.commit();
    }

    assertThat(names()).containsExactly("Bergen");
  }

  @Test
  void aSavepointTakesBackItsOwnPart() {
    try (Connection connection = engine().connect()) {
      connection.execute(insert(CITY).set(NAME, "Oslo"));
      Transaction nested = connection.beginNested();
      connection.execute(insert(CITY).set(NAME, "Bergen"));
      nested.rollback();
      connection.commit();
    }

    assertThat(names()).containsExactly("Oslo");
  }

  @Test
  void aSavepointSavesTheTransactionFromAFailure() {
    try (Connection connection = engine().connect()) {
      connection.execute(insert(CITY).set(NAME, "Oslo"));
      try (Transaction nested = connection.beginNested()) {
        assertThatThrownBy(() -> connection.execute(insert(CITY).set(NAME, "Oslo")))
            .isInstanceOf(IntegrityViolation.class);
        nested.rollback();
      }
      connection.commit();
    }

    assertThat(names()).containsExactly("Oslo");
  }

  @Test
  void theSchemaChangesWithTheTransaction() {
    try (Connection connection = engine().connect()) {
      connection.update("CREATE TABLE suite_passing (id integer)");
      connection.rollback();
      assertThatThrownBy(() -> connection.execute("SELECT id FROM suite_passing"))
          .hasMessageContaining("ORM-SQL-STATEMENT-FAILED");
    }
  }

  @Test
  void brokenRulesAreToldApartFromOtherFailures() {
    engine().update(insert(CITY).set(NAME, "Oslo"));

    assertThatThrownBy(() -> engine().update(insert(CITY).set(NAME, "Oslo")))
        .isInstanceOf(IntegrityViolation.class);
    assertThatThrownBy(() -> engine().update(insert(ORDER).set(ORDER_CITY, -1)))
        .isInstanceOf(IntegrityViolation.class);
    assertThatThrownBy(() -> engine().update(insert(ORDER).set(GROUP, "x")))
        .isInstanceOf(IntegrityViolation.class);
    assertThatThrownBy(() -> engine().update("SELEC 1")).hasMessageContaining("ORM-SQL-SYNTAX");
  }
}
