package org.aludel.orm.parts;

import static org.aludel.orm.parts.PersonT.PERSON;
import static org.aludel.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.aludel.engine.Engine;
import org.aludel.error.UsageException;
import org.aludel.orm.elements.Mood;
import org.aludel.orm.mapping.Registry;
import org.aludel.orm.session.Session;
import org.aludel.orm.session.SessionFactory;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.StatementRecorder;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Objects of an embeddable class that are rows of a table of their own. */
@PostgresTest
final class EmbeddedElementsTest {
  private static final Registry REGISTRY = Registry.of(ElementBase.class);

  private final StatementRecorder recorder = new StatementRecorder();
  private final TestDatabase database;
  private final Engine engine;
  private final SessionFactory sessions;

  EmbeddedElementsTest(TestDatabase database) {
    this.database = database;
    this.engine = Engine.create(recorder.wrap(database.dataSource()));
    this.sessions = SessionFactory.of(engine, REGISTRY);
  }

  @BeforeEach
  void createTables() {
    engine.createAll(REGISTRY.metaData());
    recorder.clear();
  }

  @AfterEach
  void dropTables() {
    engine.dropAll(REGISTRY.metaData());
    engine.close();
  }

  private Person added(Person person) {
    sessions.inTransaction(session -> session.add(person));
    recorder.clear();
    return person;
  }

  private static Person living(Address... addresses) {
    Person person = new Person("Ann");
    person.getAddresses().addAll(List.of(addresses));
    return person;
  }

  private static Person held(Session session, Person person) {
    return Objects.requireNonNull(session.get(Person.class, person.getId()));
  }

  /** What a session writes for a change of a person whose collections are loaded. */
  private List<String> written(Person person, Consumer<Person> change) {
    sessions.inTransaction(
        session -> {
          Person held = held(session, person);
          int loaded = held.getAddresses().size() + held.getPhones().size();
          loaded += held.getStays().size() + held.getPlaces().size();
          assertThat(loaded).isNotNegative();
          recorder.clear();
          change.accept(held);
        });
    return sql();
  }

  private List<String> sql() {
    List<String> all = recorder.sql();
    recorder.clear();
    return all;
  }

  private List<List<String>> addresses() {
    return database.query("SELECT street, city FROM person_addresses ORDER BY 1, 2");
  }

  @Test
  void allPartsAreWrittenAndRead() {
    Person person = added(living(Address.full("Via Appia", "Rome")));

    try (Session session = sessions.open()) {
      Address found = held(session, person).getAddresses().get(0);

      assertThat(found.getStreet()).isEqualTo("Via Appia");
      assertThat(found.getPosition()).isEqualTo(new Position(1, 2));
      assertThat(found.getMood()).isEqualTo(Mood.CALM);
      assertThat(found.getDistance().metres()).isEqualTo(70);
      assertThat(found.getNotes()).containsExactly("gate");
    }
    assertThat(
            database.query(
                "SELECT street, city, x, y, mood, distance, notes" + " FROM person_addresses"))
        .containsExactly(List.of("Via Appia", "Rome", "1", "2", "CALM", "70", "[\"gate\"]"));
  }

  @Test
  void newRowsAreWrittenInBulk() {
    Person other = living(new Address("c", "C"));

    sessions.inTransaction(
        session ->
            session.addAll(List.of(living(new Address("a", "A"), new Address("b", "B")), other)));

    assertThat(sql())
        .last()
        .isEqualTo(
            "INSERT INTO person_addresses (person_id, street, city, x, y, mood, distance, notes)"
                + " SELECT v.c1, v.c2, v.c3, v.c4, v.c5, v.c6, v.c7, v.c8::jsonb FROM"
                + " unnest(?::bigint[], ?::text[], ?::text[], ?::integer[], ?::integer[],"
                + " ?::text[], ?::bigint[], ?::text[]) AS v(c1, c2, c3, c4, c5, c6, c7, c8)");
    assertThat(addresses()).hasSize(3);
  }

  @Test
  void whatIsNothingInsideAnElementIsNull() {
    Person person = added(living(new Address("Via Appia", "Rome")));

    try (Session session = sessions.open()) {
      Address found = held(session, person).getAddresses().get(0);

      assertThat(found.getPosition()).isNull();
      assertThat(found.getDistance()).isNull();
    }
  }

  @Test
  void elementsOfTheObjectsOfAResultAreLoadedTogether() {
    IntStream.range(0, 20).forEach(number -> added(living(new Address("s" + number, "c"))));
    try (Session session = sessions.open()) {
      List<Person> people = session.scalars(select(PERSON).orderBy(PERSON.id)).all();
      sql();

      assertThat(people).allMatch(person -> person.getAddresses().size() == 1);

      assertThat(sql())
          .singleElement()
          .asString()
          .startsWith("SELECT person_addresses.person_id, person_addresses.street,");
    }
  }

  @Test
  void eagerElementsComeWithTheirOwners() {
    Person person = new Person("Ann");
    person.getAliases().add(new Alias("Annie", null));
    added(person);

    try (Session session = sessions.open()) {
      Person found = held(session, person);
      sql();

      assertThat(found.getAliases()).containsExactly(new Alias("Annie", null));
      assertThat(sql()).isEmpty();
    }
  }

  @Test
  void aChangeInsideAnElementIsFound() {
    Person person = added(living(new Address("a", "Rome"), new Address("b", "Bonn")));

    List<String> sql = written(person, one -> one.getAddresses().get(0).setCity("Paris"));

    assertThat(sql)
        .satisfiesExactly(
            delete ->
                assertThat(delete)
                    .startsWith("DELETE FROM person_addresses AS t USING unnest(")
                    .contains("t.person_id = v.k1 AND t.street IS NOT DISTINCT FROM v.k2"),
            insert -> assertThat(insert).startsWith("INSERT INTO person_addresses"));
    assertThat(addresses()).containsExactly(List.of("a", "Paris"), List.of("b", "Bonn"));
  }

  @Test
  void aChangeInsideAPartOfAnElementIsFound() {
    Person person = added(living(Address.full("a", "Rome")));

    written(person, one -> one.getAddresses().get(0).getNotes().add("bell"));
    written(person, one -> one.getAddresses().get(0).getDistance().add(5));

    assertThat(database.query("SELECT notes, distance FROM person_addresses"))
        .containsExactly(List.of("[\"gate\", \"bell\"]", "75"));
  }

  @Test
  void anEqualElementInPlaceOfAnotherIsNoChange() {
    Person person = added(living(Address.full("a", "Rome")));

    List<String> sql = written(person, one -> one.getAddresses().set(0, Address.full("a", "Rome")));

    assertThat(sql).isEmpty();
  }

  @Test
  void ofEqualElementsOfABagOneCanLeave() {
    Person person =
        added(living(new Address("a", "A"), new Address("a", "A"), new Address(null, "A")));

    written(person, one -> one.getAddresses().removeIf(address -> address.getStreet() == null));
    written(person, one -> one.getAddresses().remove(0));

    assertThat(addresses()).containsExactly(List.of("a", "A"));
  }

  @Test
  void anElementOfASetIsARowByItsOwn() {
    Person person = new Person("Ann");
    person.getPhones().addAll(List.of(new Phone("06", 1), new Phone("06", 2)));
    added(person);

    List<String> sql =
        written(
            person,
            one -> {
              one.getPhones().remove(new Phone("06", 1));
              one.getPhones().add(new Phone("07", 1));
            });

    assertThat(sql)
        .containsExactly(
            "DELETE FROM person_phones AS t USING"
                + " unnest(?::bigint[], ?::text[], ?::integer[]) AS v(k1, k2, k3)"
                + " WHERE t.person_id = v.k1 AND t.area = v.k2 AND t.number = v.k3",
            "INSERT INTO person_phones (person_id, area, number)"
                + " SELECT v.c1, v.c2, v.c3"
                + " FROM unnest(?::bigint[], ?::text[], ?::integer[]) AS v(c1, c2, c3)");
    assertThat(database.query("SELECT area, number FROM person_phones ORDER BY 1"))
        .containsExactly(List.of("06", "2"), List.of("07", "1"));
  }

  @Test
  void anElementThatTheServerRoundedCanLeave() {
    sessions.inTransaction(
        session -> {
          Person person = session.add(new Person("Ann"));
          person.getAliases().add(new Alias("A", new BigDecimal("1.005")));
          session.flush();

          person.getAliases().clear();
        });

    assertThat(database.query("SELECT name, weight FROM person_aliases")).isEmpty();
  }

  @Test
  void theSameElementTwiceInASetIsRefused() {
    Person person = new Person("Ann");
    person.getAliases().add(new Alias("A", new BigDecimal("1.0")));
    added(person);

    assertThatThrownBy(
            () -> written(person, one -> one.getAliases().add(new Alias("A", BigDecimal.ONE))))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("ORM-SESSION-CONTRADICTION")
        .hasMessageContaining("two elements of a Set with the same attributes");
  }

  @Test
  void aPositionKeepsItsRow() {
    Person person = new Person("Ann");
    person.getStays().addAll(List.of(Address.full("a", "A"), new Address("b", "B")));
    added(person);

    List<String> sql = written(person, one -> one.getStays().remove(0));

    assertThat(sql)
        .containsExactly(
            "DELETE FROM stay AS t USING unnest(?::bigint[], ?::integer[]) AS v(k1, k2)"
                + " WHERE t.person = v.k1 AND t.place = v.k2",
            "UPDATE stay AS t SET lane = v.c1, city = v.c2, east = v.c3, y = v.c4, mood = v.c5,"
                + " distance = v.c6, notes = v.c7::jsonb"
                + " FROM unnest(?::bigint[], ?::integer[], ?::text[], ?::text[], ?::integer[],"
                + " ?::integer[], ?::text[], ?::bigint[], ?::text[])"
                + " AS v(k1, k2, c1, c2, c3, c4, c5, c6, c7)"
                + " WHERE t.person = v.k1 AND t.place = v.k2");
    assertThat(database.query("SELECT place, lane, east FROM stay"))
        .hasSize(1)
        .first()
        .asString()
        .startsWith("[0, b,");
  }

  @Test
  void anElementUnderAKeyKeepsItsRow() {
    Person person = new Person("Ann");
    person.getPlaces().put("home", new Address("a", "A"));
    person.getPlaces().put("work", new Address("b", "B"));
    added(person);

    List<String> sql = written(person, one -> one.getPlaces().get("work").setCity("C"));

    assertThat(sql).singleElement().asString().startsWith("UPDATE person_places AS t SET street");
    assertThat(database.query("SELECT label, town FROM person_places ORDER BY 1"))
        .containsExactly(List.of("home", "A"), List.of("work", "C"));
  }

  @Test
  void rollbackRestoresTheElementsAndWhatIsInThem() {
    Person person = added(living(Address.full("a", "Rome")));
    try (Session session = sessions.open()) {
      Person found = held(session, person);
      found.getAddresses().get(0).setCity("Paris");
      found.getAddresses().add(new Address("b", "Bonn"));
      session.flush();
      found.getAddresses().get(0).setPosition(null);

      session.rollback();

      assertThat(found.getAddresses())
          .singleElement()
          .satisfies(
              one -> {
                assertThat(one.getCity()).isEqualTo("Rome");
                assertThat(one.getPosition()).isEqualTo(new Position(1, 2));
              });
    }
  }

  @Test
  void mergeSharesNothingWithWhatWasGiven() {
    Person person = added(living(Address.full("a", "Rome")));
    person.getAddresses().get(0).setCity("Paris");

    Person merged = sessions.fromTransaction(session -> session.merge(person));

    assertThat(addresses()).containsExactly(List.of("a", "Paris"));
    assertThat(merged.getAddresses().get(0)).isNotSameAs(person.getAddresses().get(0));
  }

  @Test
  void refreshReadsElementsAgain() {
    Person person = added(living(new Address("a", "Rome")));
    try (Session session = sessions.open()) {
      Person found = held(session, person);
      found.getAddresses().get(0).setCity("Paris");
      database.run("UPDATE person_addresses SET city = 'Oslo'");

      session.refresh(found);

      assertThat(found.getAddresses().get(0).getCity()).isEqualTo("Oslo");
    }
  }

  @Test
  void elementsGoWithTheirOwner() {
    Person person = added(living(new Address("a", "Rome")));

    sessions.inTransaction(session -> session.delete(held(session, person)));

    assertThat(addresses()).isEmpty();
  }

  @Test
  void anElementWithoutContentsIsRefused() {
    Person person = living(new Address(null, null));

    assertThatThrownBy(() -> sessions.inTransaction(session -> session.add(person)))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("ORM-SESSION-CONTRADICTION")
        .hasMessageContaining("org.aludel.orm.parts.Person.addresses")
        .hasMessageContaining("an element whose attributes are all null");
  }

  @Test
  void conditionsAskAboutTheAttributesOfElements() {
    added(living(new Address("a", "Rome"), new Address("b", "Bonn")));
    added(living(new Address("a", "Bonn")));
    try (Session session = sessions.open()) {
      List<Long> found =
          session
              .scalars(
                  select(PERSON.id)
                      .from(PERSON)
                      .where(
                          PERSON.addresses.any(
                              PERSON
                                  .addresses
                                  .city
                                  .eq("Rome")
                                  .and(PERSON.addresses.position.x.isNull()))))
              .all();

      assertThat(found).hasSize(1);
      assertThat(sql())
          .containsExactly(
              "SELECT person.id FROM person WHERE EXISTS (SELECT 1 FROM person_addresses"
                  + " WHERE person_addresses.person_id = person.id"
                  + " AND person_addresses.city = ? AND person_addresses.x IS NULL)");
    }
  }

  @Test
  void containsComparesEachPart() {
    added(living(new Address("a", "Rome")));
    added(living(Address.full("a", "Rome")));
    try (Session session = sessions.open()) {
      assertThat(count(session, new Address("a", "Rome"))).isEqualTo(1);
      assertThat(count(session, Address.full("a", "Rome"))).isEqualTo(1);
      assertThat(count(session, new Address("b", "Rome"))).isZero();
    }
  }

  private static int count(Session session, Address address) {
    return session.scalars(select(PERSON).where(PERSON.addresses.contains(address))).all().size();
  }

  @Test
  void aJoinGivesARowForEachElement() {
    Person person = new Person("Ann");
    person.getStays().addAll(List.of(new Address("a", "A"), new Address("b", "B")));
    added(person);
    added(new Person("Bob"));
    try (Session session = sessions.open()) {
      List<String> rows =
          session
              .execute(
                  select(PERSON.name, PERSON.stays.street)
                      .from(PERSON)
                      .leftJoin(PERSON.stays)
                      .orderBy(PERSON.name, PERSON.stays.street))
              .all()
              .stream()
              .map(row -> row.first() + " " + row.second())
              .toList();

      assertThat(rows).containsExactly("Ann a", "Ann b", "Bob null");
      assertThat(sql())
          .containsExactly(
              "SELECT person.name, stay.lane FROM person LEFT JOIN stay ON stay.person = person.id"
                  + " ORDER BY person.name, stay.lane");
    }
  }

  @Test
  void aQueryFlushesWhatItAsksAbout() {
    Person person = added(living(new Address("a", "Rome")));
    try (Session session = sessions.open()) {
      held(session, person).getAddresses().get(0).setCity("Oslo");

      assertThat(
              session
                  .scalars(
                      select(PERSON).where(PERSON.addresses.any(PERSON.addresses.city.eq("Oslo"))))
                  .all())
          .hasSize(1);
    }
  }
}
