package org.aludel.type;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import org.aludel.type.text.TimeText;
import org.jspecify.annotations.Nullable;

/** Times with an offset; pgjdbc would lose the offset of 24:00. */
record OffsetTimeCodec() implements ValueCodec<OffsetTime> {
  private static final long NANOS_A_MICRO = 1_000;
  private static final long MICROS_A_DAY = 86_400_000_000L;

  @Override
  public int jdbcType() {
    return Types.OTHER;
  }

  @Override
  public void bind(PreparedStatement statement, int index, OffsetTime value) throws SQLException {
    statement.setObject(index, text(value), Types.OTHER);
  }

  /** The binary form is microseconds and an offset that counts westwards; text has digits. */
  @Override
  public @Nullable OffsetTime read(ResultSet row, int index) throws SQLException {
    byte[] raw = row.getBytes(index);
    if (raw == null) {
      return null;
    }
    if (raw[0] != 0) {
      return parse(new String(raw, StandardCharsets.US_ASCII));
    }
    ByteBuffer binary = ByteBuffer.wrap(raw);
    long micros = binary.getLong();
    ZoneOffset offset = ZoneOffset.ofTotalSeconds(-binary.getInt());
    LocalTime time =
        micros == MICROS_A_DAY ? LocalTime.MAX : LocalTime.ofNanoOfDay(micros * NANOS_A_MICRO);
    return OffsetTime.of(time, offset);
  }

  @Override
  public String text(OffsetTime value) {
    return TimeText.write(value);
  }

  @Override
  public OffsetTime parse(String text) {
    return TimeText.timetz(text);
  }
}
