package org.aludel.orm.specimen;

import static org.aludel.orm.specimen.SpecimenT.SPECIMEN;
import static org.aludel.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.aludel.engine.Engine;
import org.aludel.orm.mapping.Registry;
import org.aludel.orm.session.Session;
import org.aludel.orm.session.SessionFactory;
import org.aludel.schema.Column;
import org.aludel.sql.ColumnReference;
import org.aludel.sql.Predicate;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.aludel.type.value.BitString;
import org.aludel.type.value.Inet;
import org.aludel.type.value.Interval;
import org.aludel.type.value.MacAddress;
import org.aludel.type.value.MultiRange;
import org.aludel.type.value.Point;
import org.aludel.type.value.Range;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Mapped attributes of classes that no driver knows. */
@PostgresTest(perMethod = true)
@TestInstance(TestInstance.Lifecycle.PER_METHOD)
final class SpecimenTest {
  private final Engine engine;
  private final SessionFactory sessions;
  private final TestDatabase database;

  SpecimenTest(TestDatabase database) {
    this.database = database;
    database.run("CREATE EXTENSION hstore; CREATE DOMAIN positive AS integer CHECK (VALUE > 0)");
    engine = Engine.create(database.dataSource());
    engine.createAll(Registry.of(SpecimenBase.class).metaData());
    sessions = SessionFactory.of(engine, SpecimenBase.class);
  }

  @AfterEach
  void close() {
    engine.close();
  }

  private static Specimen full(long id) {
    Specimen full = new Specimen(id);
    full.interval = new Interval(1, -2, 3_000_000);
    full.duration = Duration.ofHours(30).plusMillis(5);
    full.period = Period.of(1, 2, 3);
    full.time = OffsetTime.of(LocalTime.MAX, ZoneOffset.ofHours(-5));
    full.inet = Inet.of("10.1.2.3/8");
    full.network = Inet.of("10.0.0.0/8");
    full.host = InetAddress.getLoopbackAddress();
    full.mac = new MacAddress("08:00:2b:01:02:03");
    full.bits = new BitString("0011");
    full.nibble = new BitString("1000");
    full.point = new Point(1.5, -2);
    full.numbers = Range.closedOpen(1, 5);
    full.days = Range.atLeast(LocalDate.of(2026, 1, 2));
    full.spans = MultiRange.of(Range.lessThan(OffsetDateTime.parse("2026-01-02T03:04:05Z")));
    full.labels = new HashMap<>(Map.of("a \"q\"", "\\"));
    full.labels.put("none", null);
    full.tags = new ArrayList<>(Arrays.asList("a,\"b\"", null, "NULL", ""));
    full.codes = new ArrayList<>(List.of("x y", "{}"));
    full.counts = new ArrayList<>(List.of(Long.MIN_VALUE, id));
    full.keys = new ArrayList<>(List.of(new UUID(1, id)));
    full.moments = new ArrayList<>(List.of(Instant.parse("2026-01-02T03:04:05.000006Z")));
    full.addresses = new ArrayList<>(List.of(Inet.of("::1"), Inet.of("fe80::/10")));
    full.positive = 7;
    full.rangeText = "[1,5)";
    full.price = new BigDecimal("12.50");
    full.hue = Hue.DEEP_BLUE;
    full.number = Hue.DEEP_BLUE;
    return full;
  }

  private void save(Specimen... specimens) {
    sessions.inTransaction(session -> List.of(specimens).forEach(session::add));
  }

  @Test
  void everyAttributeOfOneRowComesBack() {
    save(full(1));

    assertLoaded(1);
  }

  @Test
  void everyAttributeOfManyRowsComesBack() {
    save(LongStream.rangeClosed(1, 5).mapToObj(SpecimenTest::full).toArray(Specimen[]::new));

    LongStream.rangeClosed(1, 5).forEach(this::assertLoaded);
  }

  private void assertLoaded(long id) {
    try (Session session = sessions.open()) {
      assertThat(session.get(Specimen.class, id)).usingRecursiveComparison().isEqualTo(full(id));
    }
  }

  @Test
  void valuesThatAreTooLongAreRefusedInManyRowsAsInOne() {
    Specimen first = new Specimen(1);
    first.codes = List.of("longer than five");
    Specimen second = new Specimen(2);
    second.nibble = new BitString("10001");

    for (Specimen specimen : List.of(first, second)) {
      assertThatThrownBy(() -> save(specimen)).hasMessageContaining("type");
      assertThatThrownBy(() -> save(specimen, new Specimen(3))).hasMessageContaining("type");
    }
    assertThat(database.query("SELECT count(*) FROM specimen")).containsExactly(List.of("0"));
  }

  @Test
  void attributesThatAreNullStayNull() {
    save(new Specimen(1), new Specimen(2));

    try (Session session = sessions.open()) {
      assertThat(session.scalars(select(SPECIMEN).orderBy(SPECIMEN.id)).all())
          .usingRecursiveComparison()
          .isEqualTo(List.of(new Specimen(1), new Specimen(2)));
    }
  }

  @Test
  void changesInsideListsAndMapsAreWritten() {
    save(full(1));

    sessions.inTransaction(
        session -> {
          Specimen found = session.get(Specimen.class, 1L);
          found.tags.add("new");
          found.labels.remove("none");
        });

    assertThat(database.query("SELECT tags[5], labels ? 'none' FROM specimen"))
        .containsExactly(List.of("new", "f"));
  }

  @Test
  void nothingIsWrittenWhereNothingChanged() {
    save(full(1));
    String before = database.query("SELECT xmin::text FROM specimen").get(0).get(0);

    sessions.inTransaction(
        session -> {
          Specimen found = session.get(Specimen.class, 1L);
          found.tags = new ArrayList<>(found.tags);
          found.price = new BigDecimal("12.5");
        });

    assertThat(database.query("SELECT xmin::text FROM specimen")).containsExactly(List.of(before));
  }

  @Test
  void convertedAttributesAreStoredAsTheirConverterSays() {
    save(full(1), full(2));

    assertThat(database.query("SELECT hue, number FROM specimen WHERE id = 1"))
        .containsExactly(List.of("blue", "{11}"));
    assertThat(
            database.query(
                "SELECT format_type(atttypid, atttypmod) FROM pg_attribute WHERE attname = 'hue'"))
        .containsExactly(List.of("character varying(7)"));
    try (Session session = sessions.open()) {
      assertThat(session.scalars(select(SPECIMEN.id).where(SPECIMEN.hue.eq(Hue.DEEP_BLUE))).all())
          .containsExactlyInAnyOrder(1L, 2L);
    }
  }

  @Test
  void attributesAreComparedInStatements() {
    save(full(1), full(2));

    try (Session session = sessions.open()) {
      assertThat(
              session
                  .scalars(
                      select(SPECIMEN.id)
                          .where(
                              SPECIMEN.keys.eq(List.of(new UUID(1, 2))),
                              SPECIMEN.inet.in(Inet.of("10.1.2.3/8")),
                              SPECIMEN.numbers.ne(Range.none())))
                  .all())
          .containsExactly(2L);
    }
  }

  @Test
  void numbersThatAreNoneAreRefusedByNameOfTheCure() {
    save(full(1));
    database.run("UPDATE specimen SET price = 'NaN'");

    try (Session session = sessions.open()) {
      assertThatThrownBy(() -> session.get(Specimen.class, 1L))
          .hasMessageContaining("ORM-TYPE-NOT-REPRESENTABLE")
          .hasMessageContaining("NaN");
    }
  }

  @Test
  void metamodelAndMappingChooseEqualTypes() {
    List<Column> columns = Registry.of(SpecimenBase.class).metaData().tables().get(0).columns();

    for (ColumnReference<?> reference : SPECIMEN.columnReferences()) {
      Column column =
          columns.stream()
              .filter(one -> one.name().equals(reference.name()))
              .findFirst()
              .orElseThrow();
      assertThat(reference.type().javaType())
          .as(reference.name())
          .isEqualTo(column.type().javaType());
      if (column.type().javaType() != Hue.class) {
        assertThat(reference.type().codec()).as(reference.name()).isEqualTo(column.type().codec());
      }
      assertThat(reference.type().name()).as(reference.name()).isEqualTo(column.type().name());
    }
  }

  @Test
  void attributesHaveTheOperatorsOfTheirType() {
    sessions.inTransaction(session -> session.addAll(List.of(full(1), new Specimen(2))));

    assertThat(ids(SPECIMEN.tags.overlaps(List.of("NULL", "z")))).containsExactly(1L);
    assertThat(ids(SPECIMEN.tags.overlaps(List.of("z")))).isEmpty();
    assertThat(ids(SPECIMEN.codes.at(1).isNotNull())).containsExactly(1L);
    assertThat(ids(SPECIMEN.numbers.containsValue(4))).containsExactly(1L);
    assertThat(ids(SPECIMEN.numbers.containsValue(5))).isEmpty();
    assertThat(ids(SPECIMEN.days.after(Range.lessThan(LocalDate.of(2026, 1, 1)))))
        .containsExactly(1L);
    assertThat(ids(SPECIMEN.spans.isEmpty())).isEmpty();
    assertThat(ids(SPECIMEN.inet.strictlyWithin(Inet.of("10.0.0.0/7")))).containsExactly(1L);
    assertThat(ids(SPECIMEN.host.family().eq(6))).isEmpty();
    assertThat(ids(SPECIMEN.labels.hasKey("nobody"))).isEmpty();
    assertThat(ids(SPECIMEN.addresses.length().gt(0))).containsExactly(1L);
  }

  private List<Long> ids(Predicate condition) {
    try (Session session = sessions.open()) {
      return session.scalars(select(SPECIMEN.id).where(condition)).all();
    }
  }
}
