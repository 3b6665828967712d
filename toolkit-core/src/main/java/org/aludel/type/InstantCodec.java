package org.aludel.type;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.aludel.type.text.TimeText;
import org.jspecify.annotations.Nullable;

/**
 * Instants cross JDBC as date-times in UTC, which every driver of JDBC 4.2 takes. The ends of both
 * calendars stand for infinity, as in pgjdbc.
 */
final class InstantCodec implements ValueCodec<Instant> {
  private static final Instant LAST = LocalDateTime.MAX.toInstant(ZoneOffset.UTC);
  private static final Instant FIRST = LocalDateTime.MIN.toInstant(ZoneOffset.UTC);

  @Override
  public int jdbcType() {
    return Types.TIMESTAMP_WITH_TIMEZONE;
  }

  @Override
  public void bind(PreparedStatement statement, int index, Instant value) throws SQLException {
    statement.setObject(index, server(value), Types.TIMESTAMP_WITH_TIMEZONE);
  }

  @Override
  public @Nullable Instant read(ResultSet row, int index) throws SQLException {
    OffsetDateTime value = Times.timestamptz(row, index);
    return value == null ? null : instant(value);
  }

  private static Instant instant(OffsetDateTime value) {
    if (OffsetDateTime.MAX.equals(value)) {
      return Instant.MAX;
    }
    if (OffsetDateTime.MIN.equals(value)) {
      return Instant.MIN;
    }
    return value.toInstant();
  }

  @Override
  public String text(Instant value) {
    return TimeText.write(server(value));
  }

  @Override
  public Instant parse(String text) {
    return instant(TimeText.timestamptz(text));
  }

  @Override
  public Object element(Instant value) {
    return server(value);
  }

  private static OffsetDateTime server(Instant value) {
    if (value.isAfter(LAST)) {
      return OffsetDateTime.MAX;
    }
    return value.isBefore(FIRST) ? OffsetDateTime.MIN : value.atOffset(ZoneOffset.UTC);
  }
}
