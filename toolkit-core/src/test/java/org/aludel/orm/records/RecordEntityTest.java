package org.aludel.orm.records;

import static org.aludel.orm.query.Loading.joined;
import static org.aludel.orm.records.CityCountT.CITY_COUNT;
import static org.aludel.orm.records.CityT.CITY;
import static org.aludel.orm.records.CountryT.COUNTRY;
import static org.aludel.sql.Sql.delete;
import static org.aludel.sql.Sql.select;
import static org.aludel.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.aludel.engine.Engine;
import org.aludel.error.SessionCode;
import org.aludel.error.UsageException;
import org.aludel.orm.mapping.Registry;
import org.aludel.orm.session.Session;
import org.aludel.orm.session.SessionFactory;
import org.aludel.orm.state.Lifecycle;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.StatementRecorder;
import org.aludel.testing.TestDatabase;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Records are read as entities, one object a key, and never written by a session. */
@PostgresTest
final class RecordEntityTest {
  private static final Registry REGISTRY = Registry.of(Atlas.class);
  private static final String COUNTRY_BY_CODE =
      "SELECT code, name, people FROM country WHERE code = ?";

  private final StatementRecorder recorder = new StatementRecorder();
  private final TestDatabase database;
  private final Engine engine;
  private final Session session;

  RecordEntityTest(TestDatabase database) {
    this.database = database;
    engine = Engine.create(recorder.wrap(database.dataSource()));
    session = SessionFactory.of(engine, REGISTRY).open();
  }

  @BeforeEach
  void fill() {
    engine.createAll(REGISTRY.metaData());
    database.run(
        "CREATE VIEW city_count AS SELECT country_code AS country, count(*) AS cities FROM city"
            + " GROUP BY country_code;"
            + " INSERT INTO country VALUES ('CH', 'Switzerland', 9), ('FR', 'France', 68);"
            + " INSERT INTO city VALUES (1, 'CH'), (2, 'FR'), (3, 'CH'), (4, NULL);"
            + " INSERT INTO rate VALUES ('CHF', 2025, 1.05), ('CHF', 2026, NULL)");
    recorder.clear();
  }

  @AfterEach
  void drop() {
    session.rollback();
    session.close();
    database.run("DROP VIEW city_count");
    engine.dropAll(REGISTRY.metaData());
    engine.close();
  }

  private Country swiss() {
    return session.getOne(Country.class, "CH");
  }

  private List<String> sql() {
    List<String> all = recorder.sql();
    recorder.clear();
    return all;
  }

  @Test
  void tableIsPartOfTheSchema() {
    assertThat(REGISTRY.metaData().tables())
        .extracting(table -> table.name().name())
        .containsExactlyInAnyOrder("country", "city", "rate");
  }

  @Test
  void oneIsReadByItsKeyOnce() {
    Country first = swiss();
    Country second = swiss();

    assertThat(first.name()).isEqualTo("Switzerland");
    assertThat(second).isSameAs(first);
    assertThat(sql()).containsExactly(COUNTRY_BY_CODE);
  }

  @Test
  void queryGivesTheObjectsThatAreKnown() {
    Country known = swiss();
    sql();

    List<Country> large = session.scalars(select(COUNTRY).where(COUNTRY.people.gt(5))).all();

    assertThat(large).extracting(Country::code).containsExactlyInAnyOrder("CH", "FR");
    assertThat(large).anySatisfy(one -> assertThat(one).isSameAs(known));
    assertThat(sql())
        .containsExactly(
            "SELECT country.code, country.name, country.people FROM country"
                + " WHERE country.people > ?");
  }

  @Test
  void idOfTwoColumnsAndNullsAreRead() {
    Rate old = session.getOne(Rate.class, new Rate.Key("CHF", 2025));
    Rate latest = session.getOne(Rate.class, new Rate.Key("CHF", 2026));

    assertThat(old.value()).isEqualByComparingTo(new BigDecimal("1.05"));
    assertThat(latest.value()).isNull();
  }

  @Test
  void viewIsReadAsRecords() {
    List<CityCount> counts =
        session.scalars(select(CITY_COUNT).where(CITY_COUNT.cities.gt(1L))).all();

    assertThat(counts).containsExactly(new CityCount("CH", 2));
  }

  @Test
  void exceptionOfTheConstructorPasses() {
    database.run("UPDATE country SET people = -1 WHERE code = 'CH'");

    assertThatThrownBy(this::swiss)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Switzerland has -1 people");
  }

  @Test
  void referencesToRecordsAreReadByOneStatement() {
    List<City> cities = session.scalars(select(CITY).orderBy(CITY.id.asc())).all();

    assertThat(cities.get(0).getCountry()).isSameAs(cities.get(2).getCountry());
    assertThat(cities.get(1).getCountry()).extracting(Country::name).isEqualTo("France");
    assertThat(cities.get(3).getCountry()).isNull();
    assertThat(sql())
        .containsExactly(
            "SELECT city.id, city.country_code FROM city ORDER BY city.id",
            "SELECT code, name, people FROM country WHERE code = ANY (?::text[])");
  }

  @Test
  void joinReadsThemWithTheirOwners() {
    List<City> cities =
        session.scalars(select(CITY).orderBy(CITY.id.asc()).options(joined(CITY.country))).all();

    assertThat(cities.get(0).getCountry()).isSameAs(cities.get(2).getCountry());
    assertThat(cities.get(3).getCountry()).isNull();
    assertThat(sql()).hasSize(1);
  }

  @Test
  void referenceToOneIsWritten() {
    City city = session.getOne(City.class, 4L);
    sql();

    city.setCountry(swiss());
    session.flush();

    assertThat(sql())
        .containsExactly(COUNTRY_BY_CODE, "UPDATE city SET country_code = ? WHERE id = ?");
  }

  @Test
  void rowThatChangedGivesAnotherObjectInTheNextTransaction() {
    Country before = swiss();
    session.commit();
    database.run("UPDATE country SET people = 10 WHERE code = 'CH'");

    session.scalars(select(COUNTRY)).all();
    Country after = swiss();

    assertThat(before.people()).isEqualTo(9);
    assertThat(after.people()).isEqualTo(10);
    assertThat(session.stateOf(before)).isEqualTo(Lifecycle.DETACHED);
    assertThat(session.stateOf(after)).isEqualTo(Lifecycle.PERSISTENT);
  }

  @Test
  void rowThatStayedGivesTheSameObject() {
    Country before = swiss();
    session.commit();

    session.scalars(select(COUNTRY)).all();

    assertThat(swiss()).isSameAs(before);
  }

  @Test
  void referenceOfALaterTransactionIsToTheObjectOfThatTransaction() {
    swiss();
    session.commit();
    database.run("UPDATE country SET people = 10 WHERE code = 'CH'");

    City city = session.getOne(City.class, 1L);

    assertThat(city.getCountry()).isSameAs(swiss()).extracting(Country::people).isEqualTo(10);
  }

  @Test
  void expiredOneIsReadAgain() {
    Country before = swiss();
    database.run("UPDATE country SET people = 10 WHERE code = 'CH'");

    session.expire(before);

    assertThat(swiss().people()).isEqualTo(10);
  }

  @Test
  void statementThatUpdatesTheRowGivesAnotherObject() {
    Country before = swiss();

    session.execute(update(COUNTRY).set(COUNTRY.people, 10).where(COUNTRY.code.eq("CH")));

    assertThat(swiss().people()).isEqualTo(10);
    assertThat(session.contains(before)).isFalse();
  }

  @Test
  void bulkGivesTheRecordsThatItWrote() {
    Country before = swiss();

    List<Country> made =
        session.bulk().insertReturning(COUNTRY, List.of(new Country("IT", "Italy", 59)));
    session.bulk().update(COUNTRY, List.of(new Country("CH", "Switzerland", 10)));

    assertThat(session.getOne(Country.class, "IT")).isSameAs(made.get(0));
    assertThat(swiss()).isNotSameAs(before).extracting(Country::people).isEqualTo(10);
  }

  @Test
  void statementThatDeletesTheRowDetachesTheObject() {
    Country before = session.getOne(Country.class, "FR");
    database.run("DELETE FROM city");

    session.execute(delete(COUNTRY).where(COUNTRY.code.eq("FR")));

    assertThat(session.get(Country.class, "FR")).isNull();
    assertThat(session.contains(before)).isFalse();
  }

  @Test
  void rollbackReadsAgainWhatWasReadAfterAWrite() {
    session.execute(update(COUNTRY).set(COUNTRY.people, 10).where(COUNTRY.code.eq("CH")));
    assertThat(swiss().people()).isEqualTo(10);

    session.rollback();

    assertThat(swiss().people()).isEqualTo(9);
  }

  @Test
  void flushWritesNothing() {
    swiss();
    sql();

    session.flush();

    assertThat(session.hasChanges()).isFalse();
    assertThat(sql()).isEmpty();
  }

  @Test
  void rowsAreWrittenByStatements() {
    session.bulk().insert(COUNTRY, List.of(new Country("IT", "Italy", 59)));
    session.execute(delete(COUNTRY).where(COUNTRY.code.eq("IT")));

    assertThat(sql())
        .containsExactly(
            "INSERT INTO country (code, name, people) SELECT v.c1, v.c2, v.c3"
                + " FROM unnest(?::text[], ?::text[], ?::integer[]) AS v(c1, c2, c3)",
            "DELETE FROM country WHERE code = ? RETURNING code");
  }

  @Test
  void writingOneIsRefused() {
    Country known = swiss();

    refused("add", () -> session.add(new Country("IT", "Italy", 59)));
    refused("merge", () -> session.merge(new Country("IT", "Italy", 59)));
    refused("delete", () -> session.delete(known));
    refused("delete", () -> session.delete(new Country("IT", "Italy", 59)));
    refused("refresh", () -> session.refresh(known));
    refused(
        "set an attribute of", () -> session.set(known, COUNTRY.people, COUNTRY.people.plus(1)));

    assertThat(session.contains(known)).isTrue();
  }

  @Test
  void mergeOfAKnownOneIsTheObjectItself() {
    Country known = swiss();

    assertThat(session.merge(known)).isSameAs(known);
  }

  @Test
  void mergeOfAnOwnerFindsTheRecordOfTheSession() {
    City merged = session.merge(new City(4, new Country("FR", "an older name", 1)));

    assertThat(merged.getCountry()).isSameAs(session.getOne(Country.class, "FR"));
  }

  @Test
  void newOwnerOfARecordThatTheSessionDoesNotHoldIsRefused() {
    session.add(new City(5, new Country("FR", "France", 68)));

    assertThatThrownBy(session::flush)
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("Country");
  }

  @Test
  void referenceWithoutARowIsRefused() {
    UsageException refusal =
        Objects.requireNonNull(
            catchThrowableOfType(
                UsageException.class, () -> session.reference(Country.class, "CH")));

    assertThat(refusal.code()).isEqualTo(SessionCode.UNSUPPORTED);
  }

  private static void refused(String what, ThrowingCallable call) {
    UsageException refusal =
        Objects.requireNonNull(catchThrowableOfType(UsageException.class, call));

    assertThat(refusal.code()).isEqualTo(SessionCode.READ_ONLY);
    assertThat(refusal).hasMessageContainingAll("cannot " + what, "Country", "is a record");
  }
}
