package org.aludel.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import org.aludel.compile.BulkCompiler;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.sql.BulkStatement;
import org.aludel.sql.BulkStatement.Column;
import org.aludel.sql.BulkStatement.Matching;
import org.aludel.sql.BulkStatement.Target;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.aludel.type.SqlType;
import org.aludel.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@PostgresTest
final class PostgresBulkCompilerTest {
  private static final Target AUTHOR = new Target(null, "author");
  private static final Column ID = new Column("id", SqlTypes.BIGINT);
  private static final Column NAME = new Column("name", SqlTypes.varchar(30));
  private static final Column TAGS = new Column("tags", SqlTypes.named("text[]"));
  private static final Column ORDER = new Column("order", SqlTypes.INTEGER);

  private final BulkCompiler compiler = new PostgresDialect().bulkCompiler();

  @Test
  void oneRowIsInsertedByValues() {
    assertThat(sql(new BulkStatement.InsertRow(AUTHOR, List.of(NAME, ORDER), List.of(ID))))
        .isEqualTo("INSERT INTO author (name, \"order\") VALUES (?, ?) RETURNING id");
    assertThat(sql(new BulkStatement.InsertRow(AUTHOR, List.of(), List.of(ID))))
        .isEqualTo("INSERT INTO author DEFAULT VALUES RETURNING id");
  }

  @Test
  void manyRowsAreInsertedOverUnnest() {
    assertThat(sql(insert(Matching.ORDINAL, List.of(ID))))
        .isEqualTo(
            "MERGE INTO author AS t USING unnest(?::text[], ?::text[]) WITH ORDINALITY"
                + " AS v(c1, c2, ord) ON false WHEN NOT MATCHED THEN INSERT (name, tags)"
                + " VALUES (v.c1, v.c2::text[]) RETURNING v.ord, t.id");
    assertThat(sql(insert(Matching.KEY_ORDER, List.of(ID))))
        .isEqualTo(
            "INSERT INTO author AS t (name, tags) SELECT v.c1, v.c2::text[] FROM"
                + " unnest(?::text[], ?::text[]) WITH ORDINALITY AS v(c1, c2, ord)"
                + " ORDER BY v.ord RETURNING t.id");
    assertThat(sql(insert(Matching.NONE, List.of())))
        .isEqualTo(
            "INSERT INTO author (name, tags) SELECT v.c1, v.c2::text[] FROM"
                + " unnest(?::text[], ?::text[]) AS v(c1, c2)");
  }

  @Test
  void aValueThatIsTooLongIsRefusedAndNotCut(TestDatabase database) {
    Column code = new Column("code", SqlTypes.named("char(3)"));
    Column words = new Column("words", SqlTypes.named("varchar(3)[]"));
    Column bits = new Column("bits", SqlTypes.named("bit(3)"));
    database.run("CREATE TABLE cut (code char(3), words varchar(3)[], bits bit(3))");

    String insert =
        sql(
            new BulkStatement.InsertRows(
                new Target(null, "cut"), List.of(code, words, bits), List.of(), Matching.NONE));

    assertThat(insert)
        .startsWith(
            "INSERT INTO cut (code, words, bits) SELECT v.c1::bpchar, v.c2::varchar[],"
                + " v.c3::varbit FROM");
    for (String row :
        List.of(
            "'{abcd}', '{NULL}', '{NULL}'",
            "'{NULL}', '{\"{abcd}\"}', '{NULL}'",
            "'{NULL}', '{NULL}', '{1011}'")) {
      String[] values = row.split(", ");
      String filled = insert;
      for (String value : values) {
        filled = filled.replaceFirst("\\?", Matcher.quoteReplacement(value));
      }
      String statement = filled;
      assertThatThrownBy(() -> database.run(statement))
          .hasMessageMatching("(?s).*(too long|does not match).*");
    }
  }

  @Test
  void updatesAndDeletesAreJoinedByKey() {
    assertThat(sql(new BulkStatement.UpdateRows(AUTHOR, List.of(NAME), List.of(ID), List.of(ID))))
        .isEqualTo(
            "UPDATE author AS t SET name = v.c1 FROM unnest(?::bigint[], ?::text[]) AS v(k1, c1)"
                + " WHERE t.id = v.k1 RETURNING t.id");
    assertThat(sql(new BulkStatement.DeleteRows(AUTHOR, List.of(ID), List.of())))
        .isEqualTo("DELETE FROM author WHERE id = ANY (?::bigint[])");
    assertThat(sql(new BulkStatement.DeleteRows(AUTHOR, List.of(ID, NAME), List.of(ID))))
        .isEqualTo(
            "DELETE FROM author AS t USING unnest(?::bigint[], ?::text[]) AS v(k1, k2)"
                + " WHERE t.id = v.k1 AND t.name = v.k2 RETURNING t.id");
  }

  @Test
  void rowsAreMovedWhereTheyHoldAnotherNumber() {
    assertThat(sql(new BulkStatement.MoveRows(AUTHOR, ORDER, List.of(ID))))
        .isEqualTo(
            "UPDATE author AS t SET \"order\" = v.c1 FROM unnest(?::bigint[], ?::integer[])"
                + " AS v(k1, c1) WHERE t.id = v.k1 AND t.\"order\" IS DISTINCT FROM v.c1");
  }

  @Test
  void deletesFindNullWhereAColumnMayHoldIt() {
    Column name = new Column("name", SqlTypes.varchar(30), true);

    assertThat(sql(new BulkStatement.DeleteRows(AUTHOR, List.of(ID, name), List.of())))
        .isEqualTo(
            "DELETE FROM author AS t USING unnest(?::bigint[], ?::text[]) AS v(k1, k2)"
                + " WHERE t.id = v.k1 AND t.name IS NOT DISTINCT FROM v.k2");
  }

  @Test
  void rowsAreFoundByWhatTheServerRoundedTheirValuesTo() {
    Column price = new Column("price", SqlTypes.numeric(10, 2));

    assertThat(sql(new BulkStatement.DeleteRows(AUTHOR, List.of(ID, price), List.of())))
        .isEqualTo(
            "DELETE FROM author AS t USING unnest(?::bigint[], ?::numeric[]) AS v(k1, k2)"
                + " WHERE t.id = v.k1 AND t.price = v.k2::numeric(10,2)");
  }

  @Test
  void selectsTakeOneKeyOrAnArrayOfThem() {
    var order = List.of(new BulkStatement.Order(NAME, true));
    assertThat(sql(new BulkStatement.SelectRow(AUTHOR, List.of(ID, NAME), List.of(ID))))
        .isEqualTo("SELECT id, name FROM author WHERE id = ?");
    assertThat(sql(new BulkStatement.SelectRows(AUTHOR, List.of(ID), List.of(ID), order)))
        .isEqualTo("SELECT id FROM author WHERE id = ANY (?::bigint[]) ORDER BY name DESC");
    assertThat(sql(new BulkStatement.SelectRows(AUTHOR, List.of(ID), List.of(ID, NAME), order)))
        .isEqualTo(
            "SELECT t.id FROM author AS t JOIN unnest(?::bigint[], ?::text[]) AS v(k1, k2)"
                + " ON t.id = v.k1 AND t.name = v.k2 ORDER BY t.name DESC");
  }

  @Test
  void valuesOfEveryTypeArriveAsTheyWere(TestDatabase database) {
    database.run("CREATE TYPE mood AS ENUM ('sad', 'it''s \"fine\"')");
    for (Sample sample : samples()) {
      roundTrip(database, sample);
    }
  }

  private record Sample(SqlType<?> type, List<?> values, List<String> expected) {}

  private static List<Sample> samples() {
    return List.of(
        new Sample(SqlTypes.BOOLEAN, List.of(true, false), List.of("true", "false")),
        new Sample(
            SqlTypes.BIGINT, List.of(Long.MIN_VALUE, 7L), List.of("-9223372036854775808", "7")),
        new Sample(SqlTypes.DOUBLE, List.of(Double.NaN, 0.1d), List.of("NaN", "0.1")),
        new Sample(
            SqlTypes.numeric(10, 2),
            List.of(new BigDecimal("1E+3"), new BigDecimal("2.50")),
            List.of("1000.00", "2.50")),
        new Sample(
            SqlTypes.varchar(30), List.of("a,\"b\\{}", "NULL"), List.of("a,\"b\\{}", "NULL")),
        new Sample(
            SqlTypes.UUID_TYPE,
            List.of(new UUID(0, 1), new UUID(0, 2)),
            List.of(new UUID(0, 1).toString(), new UUID(0, 2).toString())),
        new Sample(
            SqlTypes.DATE,
            List.of(LocalDate.MAX, LocalDate.of(-43, 3, 15), LocalDate.of(12026, 1, 2)),
            List.of("infinity", "0044-03-15 BC", "12026-01-02")),
        new Sample(
            SqlTypes.TIMESTAMPTZ,
            List.of(OffsetDateTime.of(2026, 1, 2, 3, 4, 5, 6000, ZoneOffset.ofHours(2))),
            List.of("2026-01-02 01:04:05.000006+00")),
        new Sample(SqlTypes.BYTEA, List.of(new byte[] {1, (byte) 255}), List.of("\\x01ff")),
        new Sample(SqlTypes.named("mood"), List.of("it's \"fine\""), List.of("it's \"fine\"")),
        new Sample(
            SqlTypes.named("jsonb"),
            List.of("{\"a\": [1, \"x\"]}"),
            List.of("{\"a\": [1, \"x\"]}")),
        new Sample(
            SqlTypes.named("text[]"),
            List.of(Arrays.asList("a,b", null, "NULL"), List.of("q\"\\")),
            List.of("{\"a,b\",NULL,\"NULL\"}", "{\"q\\\"\\\\\"}")));
  }

  private void roundTrip(TestDatabase database, Sample sample) {
    database.run("DROP TABLE IF EXISTS one; CREATE TABLE one (v " + sample.type() + ")");
    var insert =
        new BulkStatement.InsertRows(
            new Target(null, "one"),
            List.of(new Column("v", sample.type())),
            List.of(),
            Matching.NONE);
    @Nullable Object[] values =
        Arrays.copyOf(sample.values().toArray(), sample.values().size() + 1);

    try (Engine engine = Engine.create(database.jdbcUrl());
        Connection connection = engine.connect()) {
      connection.update(connection.compile(insert), List.of((Object) values));
      connection.execute("SET LOCAL timezone = 'UTC'");
      List<@Nullable String> found =
          connection
              .execute("SELECT v::text FROM one WHERE v IS NOT NULL")
              .scalars(String.class)
              .all();

      assertThat(found).as(sample.type().name()).isEqualTo(sample.expected());
      connection.rollback();
    }
  }

  private BulkStatement insert(Matching matching, List<Column> returning) {
    return new BulkStatement.InsertRows(AUTHOR, List.of(NAME, TAGS), returning, matching);
  }

  private String sql(BulkStatement statement) {
    return compiler.compile(statement).sql();
  }
}
