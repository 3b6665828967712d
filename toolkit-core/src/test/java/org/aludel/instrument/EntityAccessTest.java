package org.aludel.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.aludel.ddl.CreateOrder;
import org.aludel.dialect.DialectRegistry;
import org.aludel.error.MappingException;
import org.aludel.orm.mapping.BasicProperty;
import org.aludel.orm.mapping.Registry;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every class that can be mapped, through the generated access and a real server. */
@PostgresTest
final class EntityAccessTest {
  private static final EntityAccess<Sample> ACCESS = EntityAccess.of(Sample.class);
  private static final Registry REGISTRY = Registry.builder().add(Sample.class).build();

  /** Two values of each attribute that the database tells apart, by name. */
  private static final List<Pair> PAIRS =
      List.of(
          new Pair("id", 1L, 2L),
          new Pair("flag", true, false),
          new Pair("maybe", true, false),
          new Pair("small", Short.MAX_VALUE, Short.MIN_VALUE),
          new Pair("boxedSmall", (short) 1, (short) -1),
          new Pair("count", Integer.MAX_VALUE, Integer.MIN_VALUE),
          new Pair("boxedCount", 1000, -1000),
          new Pair("big", Long.MAX_VALUE, Long.MIN_VALUE),
          new Pair("boxedBig", 1000L, -1000L),
          new Pair("real", 1.5f, Float.NaN),
          new Pair("boxedReal", 0.1f, Float.NEGATIVE_INFINITY),
          new Pair("precise", 0.1d, Double.NaN),
          new Pair("boxedPrecise", 1e300, Double.POSITIVE_INFINITY),
          new Pair("text", "it's \u00fc \"quoted\"", ""),
          new Pair("json", "{\"a\": 1}", "[]"),
          new Pair("price", new BigDecimal("12345678.90"), new BigDecimal("-0.01")),
          new Pair("uuid", new UUID(1, 2), new UUID(-1, -2)),
          new Pair("day", LocalDate.of(2024, 2, 29), LocalDate.of(1, 1, 1)),
          new Pair("time", LocalTime.of(23, 59, 59, 999_999_000), LocalTime.MIDNIGHT),
          new Pair(
              "local",
              LocalDateTime.of(2024, 1, 1, 1, 1, 1, 1000),
              LocalDateTime.of(1900, 1, 1, 0, 0)),
          new Pair(
              "offset",
              OffsetDateTime.of(2024, 7, 1, 12, 0, 0, 0, ZoneOffset.UTC),
              OffsetDateTime.of(1969, 12, 31, 23, 59, 59, 999_999_000, ZoneOffset.UTC)),
          new Pair("instant", Instant.parse("2024-07-01T12:00:00.123456Z"), Instant.EPOCH),
          new Pair("bytes", new byte[] {0, -1, 127}, new byte[0]),
          new Pair("byName", Sample.Mood.HAPPY, Sample.Mood.SAD),
          new Pair("byPosition", Sample.Mood.HAPPY, Sample.Mood.SAD),
          new Pair("byLabel", Sample.Mood.HAPPY, Sample.Mood.SAD));

  /** One attribute with two values. */
  record Pair(String name, Object first, Object second) {
    int slot() {
      return IntStream.range(0, ACCESS.attributes().size())
          .filter(slot -> ACCESS.attributes().get(slot).name().equals(name))
          .findFirst()
          .orElseThrow();
    }

    String column() {
      return "\"" + property().column().name() + "\"";
    }

    BasicProperty property() {
      return REGISTRY.mapper(Sample.class).basics().get(slot());
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Pair> pairs() {
    return PAIRS.stream();
  }

  static Stream<Pair> references() {
    return PAIRS.stream().filter(pair -> !pair.property().javaType().isPrimitive());
  }

  @BeforeAll
  static void createTable(TestDatabase database) {
    var compiler = DialectRegistry.load().named("postgresql").orElseThrow().ddlCompiler();
    CreateOrder.createAll(REGISTRY.metaData())
        .forEach(statement -> database.run(compiler.compile(statement)));
  }

  @Test
  void everyAttributeIsTried() {
    assertThat(PAIRS)
        .extracting(Pair::name)
        .containsExactlyElementsOf(ACCESS.attributes().stream().map(Attribute::name).toList());
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void valueComesBackAsItWasWritten(Pair pair, TestDatabase database) throws SQLException {
    for (Object value : new Object[] {pair.first(), pair.second()}) {
      Sample read = read(database, pair, value);

      assertThat(ACCESS.get(read, pair.slot())).isEqualTo(value);
    }
  }

  @ParameterizedTest
  @MethodSource("references")
  void nullComesBackAsNull(Pair pair, TestDatabase database) throws SQLException {
    Sample read = ACCESS.create();
    ACCESS.set(read, pair.slot(), pair.first());

    select(database, "NULL", pair, row -> ACCESS.readSlot(row, 1, read, pair.slot()));

    assertThat(ACCESS.get(read, pair.slot())).isNull();
  }

  @Test
  void wholeRowButALongIdIsReadByPosition(TestDatabase database) throws SQLException {
    Sample wanted = ACCESS.create();
    PAIRS.forEach(pair -> ACCESS.set(wanted, pair.slot(), pair.first()));
    Sample read = ACCESS.create();

    try (Connection connection = database.open();
        PreparedStatement statement = connection.prepareStatement(selectOfBinds())) {
      for (Pair pair : PAIRS) {
        pair.property().codec().bind(statement, pair.slot() + 1, pair.first());
      }
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        ACCESS.read(row, 3, read);
      }
    }

    assertThat(ACCESS.changed(read, ACCESS.snapshot(wanted)).stream()).containsExactly(0);
    assertThat(ACCESS.get(read, 0)).isNull();
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void changeIsSeenInItsSlotOnly(Pair pair) {
    Sample sample = ACCESS.create();
    ACCESS.set(sample, pair.slot(), pair.first());
    Object snapshot = ACCESS.snapshot(sample);
    assertThat(ACCESS.isChanged(sample, snapshot)).isFalse();

    ACCESS.set(sample, pair.slot(), pair.second());

    assertThat(ACCESS.isChanged(sample, snapshot)).isTrue();
    assertThat(ACCESS.changed(sample, snapshot).stream()).containsExactly(pair.slot());
    assertThat(ACCESS.snapshotValue(snapshot, pair.slot())).isEqualTo(pair.first());
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void restorePutsTheOldValueBack(Pair pair) {
    Sample sample = ACCESS.create();
    ACCESS.set(sample, pair.slot(), pair.first());
    Object snapshot = ACCESS.snapshot(sample);
    ACCESS.set(sample, pair.slot(), pair.second());

    ACCESS.restore(sample, snapshot);

    assertThat(ACCESS.get(sample, pair.slot())).isEqualTo(pair.first());
    assertThat(ACCESS.isChanged(sample, snapshot)).isFalse();
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void snapshotTakesAValueThatTheServerMade(Pair pair) {
    Sample sample = ACCESS.create();
    Object snapshot = ACCESS.snapshot(sample);
    ACCESS.set(sample, pair.slot(), pair.first());

    ACCESS.snapshotValue(snapshot, pair.slot(), pair.first());

    assertThat(ACCESS.isChanged(sample, snapshot)).isFalse();
  }

  @Test
  void numbersAndInstantsAreComparedAsTheDatabaseDoes() {
    Sample sample = ACCESS.create();
    ACCESS.set(sample, slot("price"), new BigDecimal("1.5"));
    ACCESS.set(sample, slot("offset"), OffsetDateTime.parse("2024-07-01T12:00:00Z"));
    ACCESS.set(sample, slot("real"), Float.NaN);
    Object snapshot = ACCESS.snapshot(sample);

    ACCESS.set(sample, slot("price"), new BigDecimal("1.50"));
    ACCESS.set(sample, slot("offset"), OffsetDateTime.parse("2024-07-01T14:00:00+02:00"));
    ACCESS.set(sample, slot("real"), Float.NaN);

    assertThat(ACCESS.isChanged(sample, snapshot)).isFalse();
  }

  @Test
  void bytesThatAreChangedInPlaceAreSeen() {
    byte[] bytes = {1, 2};
    Sample sample = ACCESS.create();
    ACCESS.set(sample, slot("bytes"), bytes);
    Object snapshot = ACCESS.snapshot(sample);

    bytes[0] = 9;

    assertThat(ACCESS.changed(sample, snapshot).stream()).containsExactly(slot("bytes"));
  }

  @Test
  void columnOfAPrimitiveIsAnArrayOfIt() {
    List<Sample> samples = new ArrayList<>();
    for (int index = 0; index < 3; index++) {
      Sample sample = ACCESS.create();
      ACCESS.set(sample, slot("count"), index);
      ACCESS.set(sample, slot("text"), index == 1 ? null : "t" + index);
      samples.add(sample);
    }

    assertThat(ACCESS.column(samples, slot("count"))).isEqualTo(new int[] {0, 1, 2});
    assertThat(ACCESS.column(samples, slot("text"))).isEqualTo(new Object[] {"t0", null, "t2"});
  }

  @Test
  void longIdNeedsNoBox() {
    Sample sample = ACCESS.create();
    assertThat(ACCESS.longId(sample)).isZero();

    ACCESS.longId(sample, 42);

    assertThat(ACCESS.hasLongId()).isTrue();
    assertThat(ACCESS.longId(sample)).isEqualTo(42);
    assertThat(ACCESS.get(sample, 0)).isEqualTo(42L);
  }

  @Test
  void slotThatDoesNotExistIsRefused() {
    Sample sample = ACCESS.create();

    assertThatThrownBy(() -> ACCESS.get(sample, 26))
        .isInstanceOf(IndexOutOfBoundsException.class)
        .hasMessageContaining("Sample");
  }

  @Test
  void textThatIsNoConstantIsRefusedByName(TestDatabase database) {
    Sample sample = ACCESS.create();
    Pair pair = PAIRS.get(slot("byName"));

    assertThatThrownBy(
            () ->
                select(
                    database, "'HAPY'", pair, row -> ACCESS.readSlot(row, 1, sample, pair.slot())))
        .isInstanceOf(MappingException.class)
        .hasMessageContaining("ORM-TYPE-WRONG-VALUE")
        .hasMessageContaining("did you mean \"HAPPY\"?");
  }

  @Test
  void classWithoutGeneratedCodeIsRefused() {
    assertThatThrownBy(() -> EntityAccess.of(String.class))
        .isInstanceOf(MappingException.class)
        .hasMessageContaining("ORM-MAP-NO-GENERATED-CODE")
        .hasMessageContaining("annotationProcessorPaths");
  }

  private static int slot(String name) {
    return new Pair(name, "", "").slot();
  }

  private interface RowUse {
    void use(ResultSet row) throws SQLException;
  }

  private static Sample read(TestDatabase database, Pair pair, Object value) throws SQLException {
    Sample read = ACCESS.create();
    String insert = "INSERT INTO sample (" + pair.column() + ") VALUES (?)";
    if (pair.name().equals("id")) {
      select(database, value.toString(), pair, row -> ACCESS.readSlot(row, 1, read, 0));
      return read;
    }
    try (Connection connection = database.open();
        PreparedStatement relax =
            connection.prepareStatement("CREATE TEMP TABLE sample (LIKE public.sample)")) {
      relax.execute();
      relaxNotNull(connection);
      try (PreparedStatement statement = connection.prepareStatement(insert)) {
        pair.property().codec().bind(statement, 1, value);
        statement.execute();
      }
      try (PreparedStatement statement =
              connection.prepareStatement("SELECT " + pair.column() + " FROM sample");
          ResultSet row = statement.executeQuery()) {
        row.next();
        ACCESS.readSlot(row, 1, read, pair.slot());
      }
    }
    return read;
  }

  /** A row of one value needs a table without NOT NULL. */
  private static void relaxNotNull(Connection connection) throws SQLException {
    for (BasicProperty property : REGISTRY.mapper(Sample.class).basics()) {
      try (PreparedStatement statement =
          connection.prepareStatement(
              "ALTER TABLE pg_temp.sample ALTER COLUMN "
                  + "\""
                  + property.column().name()
                  + "\""
                  + " DROP NOT NULL")) {
        statement.execute();
      }
    }
  }

  private static void select(TestDatabase database, String value, Pair pair, RowUse use)
      throws SQLException {
    String type = pair.property().column().type().name();
    try (Connection connection = database.open();
        PreparedStatement statement =
            connection.prepareStatement("SELECT CAST(" + value + " AS " + type + ")");
        ResultSet row = statement.executeQuery()) {
      row.next();
      use.use(row);
    }
  }

  private static String selectOfBinds() {
    StringBuilder sql = new StringBuilder("SELECT 'before', 'too'");
    PAIRS.forEach(
        pair ->
            sql.append(", CAST(? AS ").append(pair.property().column().type().name()).append(')'));
    return sql.toString();
  }
}
