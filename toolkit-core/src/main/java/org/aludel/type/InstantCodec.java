package org.aludel.type;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Instants cross JDBC as date-times in UTC, which every driver of JDBC 4.2 takes. */
final class InstantCodec implements ValueCodec<Instant> {
  @Override
  public int jdbcType() {
    return Types.TIMESTAMP_WITH_TIMEZONE;
  }

  @Override
  public void bind(PreparedStatement statement, int index, Instant value) throws SQLException {
    statement.setObject(index, element(value), Types.TIMESTAMP_WITH_TIMEZONE);
  }

  @Override
  public @Nullable Instant read(ResultSet row, int index) throws SQLException {
    OffsetDateTime value = row.getObject(index, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }

  @Override
  public Object element(Instant value) {
    return value.atOffset(ZoneOffset.UTC);
  }
}
