package org.aludel.dialect.suite;

import static org.aludel.sql.Sql.insert;
import static org.aludel.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.aludel.schema.Column;
import org.aludel.schema.MetaData;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.Table;
import org.aludel.sql.ColumnReference;
import org.aludel.type.SqlType;
import org.aludel.type.SqlTypes;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Values come back as they went, are found by being equal, and sort. */
public abstract class TypeSuite extends DialectSuite {
  static List<Arguments> values() {
    return List.of(
        Arguments.of(SqlTypes.BOOLEAN, false, true),
        Arguments.of(SqlTypes.SMALLINT, (short) -7, (short) 7),
        Arguments.of(SqlTypes.INTEGER, Integer.MIN_VALUE, Integer.MAX_VALUE),
        Arguments.of(SqlTypes.BIGINT, Long.MIN_VALUE, Long.MAX_VALUE),
        Arguments.of(SqlTypes.DOUBLE, -1.5, 1e300),
        Arguments.of(SqlTypes.numeric(12, 2), new BigDecimal("9.50"), new BigDecimal("10.25")),
        Arguments.of(SqlTypes.varchar(30), "007", "8"),
        Arguments.of(SqlTypes.TEXT, "it's \\ \"x\"", "\ud83d\ude00"),
        Arguments.of(SqlTypes.UUID_TYPE, new UUID(0, 1), new UUID(0, 2)),
        Arguments.of(SqlTypes.DATE, LocalDate.of(999, 12, 31), LocalDate.of(2026, 1, 31)),
        Arguments.of(SqlTypes.TIME, LocalTime.of(9, 0), LocalTime.of(9, 0, 0, 1_000)),
        Arguments.of(
            SqlTypes.TIMESTAMP,
            LocalDateTime.of(2026, 1, 31, 9, 0),
            LocalDateTime.of(2026, 1, 31, 9, 0, 0, 500_000_000)),
        Arguments.of(
            SqlTypes.TIMESTAMPTZ,
            OffsetDateTime.parse("2026-01-31T08:00:00Z"),
            OffsetDateTime.parse("2026-01-31T08:00:00.25Z")));
  }

  @ParameterizedTest
  @MethodSource("values")
  <J> void comeBackAndSort(SqlType<J> type, J smaller, J greater) {
    Table table =
        new Table(
            QualifiedName.of("suite_value"),
            List.of(Column.of("value", type)),
            List.of(),
            List.of(),
            null);
    ColumnReference<J> column = table.c("value", type);
    MetaData model = MetaData.ofTables(List.of(table));
    engine().createAll(model);
    try {
      engine().update(insert(table).columns(column).values(greater).values(smaller));
      engine().update(insert(table).columns(column).values((Object) null));

      assertThat(engine().execute(select(column).where(column.isNotNull()).orderBy(column.asc())))
          .containsExactly(smaller, greater);
      assertThat(engine().execute(select(column).where(column.eq(smaller))))
          .containsExactly(smaller);
      assertThat(engine().execute(select(column).where(column.isNull()))).containsOnlyNulls();
    } finally {
      engine().dropAll(model);
    }
  }
}
