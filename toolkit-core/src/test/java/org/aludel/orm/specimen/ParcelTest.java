package org.aludel.orm.specimen;

import static org.aludel.orm.specimen.ParcelT.PARCEL;
import static org.aludel.sql.Sql.literal;
import static org.aludel.sql.Sql.select;
import static org.aludel.sql.operator.TextSearch.plainQuery;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.NullNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.aludel.engine.Engine;
import org.aludel.error.MappingException;
import org.aludel.orm.mapping.Registry;
import org.aludel.orm.session.Session;
import org.aludel.orm.session.SessionFactory;
import org.aludel.schema.Column;
import org.aludel.schema.Table;
import org.aludel.sql.Predicate;
import org.aludel.sql.Shop;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Attributes of JSON and of types of users. */
@PostgresTest(perMethod = true)
final class ParcelTest {
  private final Engine engine;
  private final SessionFactory sessions;
  private final TestDatabase database;

  ParcelTest(TestDatabase database) {
    this.database = database;
    database.run("CREATE DOMAIN amount AS numeric(12,2)");
    engine = Engine.create(database.dataSource());
    engine.createAll(Registry.of(ParcelBase.class).metaData());
    sessions = SessionFactory.of(engine, ParcelBase.class);
  }

  @AfterEach
  void close() {
    engine.close();
  }

  private static Parcel.Place place(String street) {
    Parcel.Place place = new Parcel.Place();
    place.street = street;
    place.lines.add("c/o Ada");
    place.doors.put("front", 1);
    place.doors.put("back", 2);
    return place;
  }

  private static Parcel full(long id) {
    Parcel parcel = new Parcel(id);
    parcel.place = place("Lane");
    parcel.written = place("Road");
    parcel.stops = new ArrayList<>(List.of(place("A"), place("B")));
    parcel.named = new LinkedHashMap<>(Map.of("home", place("Lane")));
    parcel.doc = "{\"n\": [1, 2]}";
    parcel.words = "'brown':1 'fox':2";
    parcel.price = new Money(new BigDecimal("9.50"));
    parcel.secret = "abc";
    parcel.note = "long";
    parcel.code = "c";
    parcel.fee = new Euro(150);
    return parcel;
  }

  private void store(Parcel... parcels) {
    sessions.inTransaction(session -> session.addAll(List.of(parcels)));
  }

  private String stored(String expression) {
    return engine
        .execute(
            select(org.aludel.sql.Sql.fragment(org.aludel.type.SqlTypes.TEXT, expression))
                .from(PARCEL))
        .get(0);
  }

  @Test
  void columnsHaveTheTypesThatAnnotationsSay() {
    Table table = Registry.of(ParcelBase.class).mapper(Parcel.class).table();

    assertThat(table.columns().stream().map(Column::type).map(Object::toString))
        .containsExactly(
            "bigint",
            "jsonb",
            "json",
            "jsonb",
            "jsonb",
            "jsonb",
            "jsonb",
            "tsvector",
            "amount",
            "text",
            "text",
            "varchar(9)",
            "bigint");
  }

  @Test
  void oneRowComesBackAsItWas() {
    store(full(1));

    sessions.inTransaction(session -> assertFull(session.get(Parcel.class, 1L)));
  }

  @Test
  void rowsInBulkComeBackAsTheyWere() {
    store(full(1), full(2), full(3));

    sessions.inTransaction(
        session ->
            session
                .scalars(select(PARCEL).orderBy(PARCEL.id))
                .all()
                .forEach(ParcelTest::assertFull));
    assertThat(stored("secret")).isEqualTo("cba");
  }

  private static void assertFull(Parcel found) {
    Parcel wanted = full(found.getId());
    assertThat(found).usingRecursiveComparison().ignoringFields("words").isEqualTo(wanted);
    assertThat(found.words).isEqualTo(wanted.words);
  }

  @Test
  void nullIsNullOfSql() {
    store(new Parcel(1));

    assertThat(stored("(place IS NULL AND free IS NULL AND price IS NULL)::text"))
        .isEqualTo("true");
    sessions.inTransaction(session -> assertThat(session.get(Parcel.class, 1L).place).isNull());
  }

  @Test
  void nullOfJsonIsAValue() {
    Parcel parcel = new Parcel(1);
    parcel.free = NullNode.getInstance();
    store(parcel);

    assertThat(stored("jsonb_typeof(free)")).isEqualTo("null");
    sessions.inTransaction(
        session ->
            assertThat(session.get(Parcel.class, 1L).free).isEqualTo(NullNode.getInstance()));
    assertThat(engine.execute(select(PARCEL.id).where(PARCEL.free.isJsonNull())))
        .containsExactly(1L);
    assertThat(engine.execute(select(PARCEL.id).where(PARCEL.free.isNull()))).isEmpty();
  }

  @Test
  void nullOfJsonIsRefusedByAClassWithoutIt() {
    store(new Parcel(1));
    database.run("UPDATE parcel SET place = 'null'");

    assertThatThrownBy(() -> sessions.inTransaction(session -> session.get(Parcel.class, 1L)))
        .isInstanceOf(MappingException.class)
        .hasMessageContaining("ORM-TYPE-NOT-REPRESENTABLE");
  }

  @Test
  void aChangeInsideIsFound() {
    store(full(1));

    sessions.inTransaction(
        session -> {
          Parcel parcel = session.get(Parcel.class, 1L);
          parcel.place.lines.add("2nd floor");
          parcel.stops.remove(0);
        });

    assertThat(stored("place ->> 'lines'")).isEqualTo("[\"c/o Ada\", \"2nd floor\"]");
    assertThat(stored("jsonb_array_length(stops)::text")).isEqualTo("1");
  }

  @Test
  void anotherOrderOfKeysIsNoChange() {
    store(full(1));
    String version = stored("xmin::text");

    sessions.inTransaction(
        session -> {
          Parcel parcel = session.get(Parcel.class, 1L);
          parcel.place.doors = new LinkedHashMap<>();
          parcel.place.doors.put("back", 2);
          parcel.place.doors.put("front", 1);
        });
    assertThat(stored("xmin::text")).isEqualTo(version);

    sessions.inTransaction(session -> session.get(Parcel.class, 1L).place.doors.put("front", 3));
    assertThat(stored("xmin::text")).isNotEqualTo(version);
  }

  @Test
  void attributesHaveTheOperatorsOfTheirType() {
    store(full(1));

    assertThat(ids(PARCEL.place.get("street").asText().eq("Lane"))).containsExactly(1L);
    assertThat(ids(PARCEL.place.get("doors").get("back").asInteger().gt(2))).isEmpty();
    assertThat(ids(PARCEL.doc.containsJson("{\"n\":[2]}"))).containsExactly(1L);
    assertThat(ids(PARCEL.written.get("street").asText().eq("Lane"))).isEmpty();
    assertThat(ids(PARCEL.words.matches(plainQuery("simple", "fox")))).containsExactly(1L);
    assertThat(ids(PARCEL.words.matches(plainQuery("simple", "dog")))).isEmpty();
    assertThat(
            Shop.sql(select(PARCEL.id).where(PARCEL.stops.get(0).get("street").asText().eq("A"))))
        .isEqualTo("SELECT parcel.id FROM parcel WHERE parcel.stops -> 0 ->> 'street' = ?");
  }

  private List<Long> ids(Predicate condition) {
    try (Session session = sessions.open()) {
      return session.scalars(select(PARCEL.id).where(condition)).all();
    }
  }

  @Test
  void aTypeOfUsersConvertsInConditionsToo() {
    store(full(1));

    assertThat(ids(PARCEL.price.ge(new Money(BigDecimal.ONE)))).containsExactly(1L);
    assertThat(ids(PARCEL.price.in(new Money(BigDecimal.ONE)))).isEmpty();
    assertThat(ids(PARCEL.secret.eq("abc"))).containsExactly(1L);
    assertThat(ids(PARCEL.secret.eq("cba"))).isEmpty();
    assertThat(engine.execute(select(PARCEL.secret, literal(1))).get(0).first()).isEqualTo("abc");
  }

  @Test
  void aChangedValueOfUsersIsWritten() {
    store(full(1), full(2));

    sessions.inTransaction(
        session ->
            session
                .scalars(select(PARCEL))
                .all()
                .forEach(
                    one -> {
                      one.secret = "xyz";
                      one.price = new Money(new BigDecimal("1.00"));
                    }));

    assertThat(stored("secret || price")).isEqualTo("zyx1.00");
  }

  @Test
  void theMapOfABaseSpeaksForAttributesThatSayNothing() {
    store(full(1), full(2));

    assertThat(ids(PARCEL.fee.gt(new Euro(149)))).hasSize(2);
    assertThat(stored("pg_typeof(note) || ' ' || pg_typeof(code) || ' ' || fee"))
        .isEqualTo("text character varying 150");
  }
}
