package org.aludel.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.aludel.compile.SqlLiteral;
import org.aludel.compile.TypedSql;
import org.aludel.error.MappingException;
import org.aludel.error.TypeCode;
import org.aludel.schema.Table;
import org.aludel.sql.BulkStatement;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.aludel.type.SqlType;
import org.aludel.type.SqlTypes;
import org.aludel.type.text.ArrayText;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every type in pg_type that a column can have, each with its array: what the server holds is read,
 * bound again alone, in bulk and as a literal, and the server compares.
 */
@Tag("servers")
@PostgresTest
final class TypeWalkTest {
  private static final String TYPES =
      """
      SELECT format_type(t.oid, NULL) AS name,
        t.typtype AS kind,
        CASE WHEN t.typtype = 'd' THEN format_type(t.typbasetype, t.typtypmod) END AS base,
        (SELECT e.enumlabel FROM pg_enum e WHERE e.enumtypid = t.oid LIMIT 1) AS label,
        (SELECT count(*) FROM pg_attribute a WHERE a.attrelid = t.typrelid AND a.attnum > 0) AS fields
      FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
      WHERE t.typtype IN ('b', 'r', 'm', 'e', 'd', 'c') AND t.typname NOT LIKE 'gbtreekey%'
        AND NOT (t.typcategory = 'A' AND t.typelem <> 0
          AND t.oid = (SELECT e.typarray FROM pg_type e WHERE e.oid = t.typelem))
        AND (n.nspname IN ('public', 'other') OR (n.nspname = 'pg_catalog' AND t.typtype <> 'c')
          OR t.typname IN ('pg_class', 'cardinal_number'))
      ORDER BY t.typtype, 1""";

  private static final String OWN =
      """
      CREATE EXTENSION hstore; CREATE EXTENSION ltree; CREATE EXTENSION citext;
      CREATE EXTENSION cube;
      CREATE SCHEMA other;
      CREATE TYPE mood AS ENUM ('it''s "sad"', 'NULL', 'a,b{}\\', '😀');
      CREATE TYPE other."Mood.of Day" AS ENUM ('x y');
      CREATE DOMAIN positive AS integer CHECK (VALUE > 0);
      CREATE DOMAIN "Zip code" AS varchar(7);
      CREATE DOMAIN nested AS positive;
      CREATE DOMAIN moods AS mood[];
      CREATE TYPE textrange AS RANGE (subtype = text);
      CREATE TYPE address AS (street text, zip "Zip code", tags text[], "at" tstzrange);
      CREATE TABLE uses (id integer PRIMARY KEY, where_to address)""";

  /** With lengths, precisions and fields. */
  private static final List<String> SPELLED =
      List.of(
          "varchar(30)",
          "char(3)",
          "numeric(10,2)",
          "numeric(3,-2)",
          "bit(5)",
          "varbit(7)",
          "time(2)",
          "timetz(0)",
          "timestamp(3)",
          "timestamptz(6)",
          "interval(2)",
          "interval year to month",
          "interval day to second(3)",
          "numeric(10,2)[]",
          "interval hour[]",
          "varchar(30)[]");

  /** One type of the server. */
  private record Known(String name, String kind, @Nullable String base, @Nullable String label) {}

  private final TestDatabase database;
  private final List<String> faults = new ArrayList<>();
  private final List<SqlType<?>> columns = new ArrayList<>();

  TypeWalkTest(TestDatabase database) {
    this.database = database;
  }

  @BeforeAll
  static void create(TestDatabase database) {
    database.run(OWN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "&prepareThreshold=-1&binaryTransfer=true"})
  void eachTypeIsWrittenAndReadOrRefusedByName(String options) throws SQLException {
    List<Known> types = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection(database.jdbcUrl() + options);
        Statement statement = connection.createStatement()) {
      try (ResultSet rows = statement.executeQuery(TYPES)) {
        while (rows.next()) {
          types.add(
              new Known(
                  Objects.requireNonNull(rows.getString("name")),
                  Objects.requireNonNull(rows.getString("kind")),
                  rows.getString("base"),
                  kind(rows)));
        }
      }
      connection.setAutoCommit(false);
      for (Known type : types) {
        walk(connection, type);
        connection.rollback();
      }
    }
    SPELLED.stream()
        // Before 15 a scale is neither negative nor above the precision.
        .filter(name -> database.majorVersion() >= 15 || !name.contains("-"))
        .forEach(name -> columns.add(SqlTypes.named(name)));
    reflect();

    assertThat(types).hasSizeGreaterThan(85);
    assertThat(faults).isEmpty();
  }

  /** A label of an enum; a row of a composite type with all fields NULL but for the known one. */
  private static @Nullable String kind(ResultSet row) throws SQLException {
    String kind = row.getString("kind");
    if (!"c".equals(kind)) {
      return row.getString("label");
    }
    return "address".equals(row.getString("name"))
        ? "(\"a \"\"q\"\", (b)\",12345,\"{x,\"\"y z\"\",NULL}\",\"[\"\"2026-01-01 00:00:00+00\"\",)\")"
        : "(" + ",".repeat(row.getInt("fields") - 1) + ")";
  }

  private void walk(Connection connection, Known known) {
    String name = PostgresTypeNames.canonical(known.name());
    List<String> samples = accepted(samples(name, known));
    if (samples.isEmpty()) {
      if (!refuses(SqlTypes.named(name))) {
        faults.add(name + ": no samples");
      }
      return;
    }
    SqlType<?> type = SqlTypes.named(name);
    String array = hasArray(name) ? name + "[]" : null;
    String step = "";
    try {
      step = "alone";
      trip(connection, type, samples);
      if (array != null) {
        step = "array";
        connection.rollback();
        trip(connection, SqlTypes.named(array), arrays(name, samples));
      }
    } catch (SQLException | RuntimeException failure) {
      faults.add(name + " " + step + ": " + failure);
    }
  }

  /** Before 15 a server does not take its own text of the longest intervals. */
  private List<String> accepted(List<String> samples) {
    return samples.stream()
        .filter(one -> database.majorVersion() >= 15 || !one.contains("2562047788:"))
        .toList();
  }

  /** Before 14 the rows of the catalogue had none. */
  private boolean hasArray(String name) {
    return !name.equals("int2vector")
        && !name.equals("oidvector")
        && (database.majorVersion() >= 14 || !name.equals("pg_class"));
  }

  private static List<String> samples(String name, Known known) {
    String given = known.label();
    if (given != null) {
      return List.of(given);
    }
    String base = known.base();
    if (base == null) {
      return TypeSamples.of(name);
    }
    return switch (name) {
      case "moods" -> List.of("{\"a,b{}\\\\\",\"NULL\",NULL}");
      default -> base.startsWith("character varying") ? List.of("", "12 '\"\\") : List.of("1", "7");
    };
  }

  /** All samples in one array with a NULL, the first of them in two dimensions, and none. */
  private static List<String> arrays(String name, List<String> samples) {
    char delimiter = name.equals("box") ? ';' : ',';
    List<@Nullable String> withNull = new ArrayList<>(samples);
    withNull.add(null);
    List<@Nullable String> pair = Arrays.asList(samples.get(0), null);
    return List.of(
        ArrayText.write(withNull, delimiter, String::valueOf),
        ArrayText.write(List.of(pair, pair), delimiter, String::valueOf),
        "{}");
  }

  private static boolean refuses(SqlType<?> type) {
    try {
      text(type, "");
      return false;
    } catch (MappingException refusal) {
      assertThat(refusal.code()).isEqualTo(TypeCode.REFUSED_TYPE);
      assertThat(refusal).hasMessageContaining(type.name());
      return true;
    }
  }

  @SuppressWarnings("unchecked") // a value of the type itself
  private static <J> String text(SqlType<J> type, Object value) {
    return type.codec().text((J) value);
  }

  /** Writes the samples as text, reads values, writes them in three ways and lets SQL compare. */
  private <J> void trip(Connection connection, SqlType<J> type, List<String> samples)
      throws SQLException {
    run(connection, "CREATE TABLE sample (ord integer, v " + type.name() + ")");
    run(connection, "CREATE TABLE copy (way text, ord integer, v " + type.name() + ")");
    List<@Nullable J> values = new ArrayList<>();
    for (int ord = 1; ord <= samples.size(); ord++) {
      run(
          connection,
          "INSERT INTO sample VALUES (%d, %s::%s)"
              .formatted(ord, SqlLiteral.text(samples.get(ord - 1)), type.name()));
      J value = read(connection, type, ord);
      values.add(value);
      one(connection, type, ord, Objects.requireNonNull(value));
      run(
          connection,
          "INSERT INTO copy VALUES ('literal', %d, %s)"
              .formatted(ord, SqlLiteral.value(type, value)));
      if (!type.codec().same(value, type.codec().copy(value))) {
        faults.add(type + ": a copy differs: " + value);
      }
    }
    bulk(connection, type, values);
    compare(connection, type, samples.size());
    columns.add(type);
  }

  private static <J> @Nullable J read(Connection connection, SqlType<J> type, int ord)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT v FROM sample WHERE ord = " + ord)) {
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return type.codec().read(row, 1);
      }
    }
  }

  private static <J> void one(Connection connection, SqlType<J> type, int ord, J value)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO copy VALUES ('bind', " + ord + ", ?)")) {
      type.codec().bind(insert, 1, value);
      insert.execute();
    }
  }

  private static <J> void bulk(Connection connection, SqlType<J> type, List<@Nullable J> values)
      throws SQLException {
    Object[] texts = new Object[values.size() + 1];
    Arrays.fill(texts, "bulk");
    Object[] numbers = new Object[texts.length];
    for (int index = 0; index < numbers.length; index++) {
      numbers[index] = index + 1;
    }
    TypedSql sql =
        new PostgresDialect()
            .bulkCompiler()
            .compile(
                new BulkStatement.InsertRows(
                    new BulkStatement.Target(null, "copy"),
                    List.of(
                        new BulkStatement.Column("way", SqlTypes.TEXT),
                        new BulkStatement.Column("ord", SqlTypes.INTEGER),
                        new BulkStatement.Column("v", type)),
                    List.of(),
                    BulkStatement.Matching.NONE));
    Object[] column = Arrays.copyOf(values.toArray(), texts.length);
    try (PreparedStatement insert = connection.prepareStatement(sql.sql())) {
      bind(insert, 1, sql.types().get(0), texts);
      bind(insert, 2, sql.types().get(1), numbers);
      bind(insert, 3, sql.types().get(2), column);
      insert.execute();
    }
  }

  @SuppressWarnings("unchecked") // the types of bulk statements take objects
  private static void bind(PreparedStatement insert, int index, SqlType<?> type, Object value)
      throws SQLException {
    ((SqlType<Object>) type).codec().bind(insert, index, value);
  }

  private void compare(Connection connection, SqlType<?> type, int size) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT way, left(s.v::text, 90), left(c.v::text, 90), s.v::text = c.v::text,"
                    + " s.v IS NULL AND c.v IS NULL"
                    + " FROM copy c LEFT JOIN sample s USING (ord)")) {
      int count = 0;
      while (rows.next()) {
        count++;
        if (!rows.getBoolean(4) && !rows.getBoolean(5)) {
          faults.add(
              type
                  + " "
                  + rows.getString(1)
                  + ": "
                  + rows.getString(2)
                  + " -> "
                  + rows.getString(3));
        }
      }
      assertThat(count).as(type.name()).isEqualTo(3 * size + 1);
    }
  }

  /** One table with a column of every type. */
  private void reflect() {
    StringBuilder sql = new StringBuilder("CREATE TABLE everything (");
    for (int index = 0; index < columns.size(); index++) {
      sql.append(index == 0 ? "c" : ", c").append(index).append(' ').append(columns.get(index));
    }
    database.run("DROP TABLE IF EXISTS everything; " + sql + ")");
    Table table = Reflection.table(database, "everything");
    for (int index = 0; index < columns.size(); index++) {
      SqlType<?> type = columns.get(index);
      SqlType<?> found = table.columns().get(index).type();
      if (!found.name().equals(type.name()) || found.javaType() != type.javaType()) {
        faults.add(type + ": reflected as " + found + " of " + found.javaType());
      }
    }
    database.run("DROP TABLE everything");
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(sql);
    }
  }
}
