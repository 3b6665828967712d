package org.aludel.type;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.aludel.type.text.SentTime;
import org.jspecify.annotations.Nullable;

/**
 * Dates and times of the current row of PostgreSQL, at 1-based positions; null for NULL. The
 * driver's bytes are read where they are the usual text, and the driver is asked where they are
 * not. The methods that are named for what was sent read the binary form too, which does not tell
 * its type: whoever calls them knows the type of the column. Used by generated code.
 */
public final class Times {
  /** Days from 1970, where Java's count begins, to 2000, where the server's does. */
  private static final int EPOCH_DAYS = 10_957;

  private static final long EPOCH_SECONDS = EPOCH_DAYS * 86_400L;
  private static final int MICROS = 1_000_000;
  private static final int NANOS_A_MICRO = 1_000;

  /** The letters of {@code infinity}, which are as many as the bytes of a time. */
  private static final long INFINITY = 0x696E_6669_6E69_7479L;

  private Times() {}

  public static @Nullable LocalDate date(ResultSet row, int index) throws SQLException {
    byte[] sent = row.getBytes(index);
    LocalDate read = sent == null ? null : SentTime.date(sent);
    return sent == null || read != null ? read : row.getObject(index, LocalDate.class);
  }

  public static @Nullable LocalDateTime timestamp(ResultSet row, int index) throws SQLException {
    byte[] sent = row.getBytes(index);
    LocalDateTime read = sent == null ? null : SentTime.timestamp(sent);
    return sent == null || read != null ? read : row.getObject(index, LocalDateTime.class);
  }

  /** In UTC. */
  public static @Nullable OffsetDateTime timestamptz(ResultSet row, int index) throws SQLException {
    byte[] sent = row.getBytes(index);
    OffsetDateTime read = sent == null ? null : SentTime.timestamptz(sent);
    return sent == null || read != null ? read : row.getObject(index, OffsetDateTime.class);
  }

  /** Whether a column is a {@code date}. */
  public static boolean isDate(ResultSetMetaData columns, int index) throws SQLException {
    return columns.getColumnType(index) == Types.DATE;
  }

  /** Whether a column is a {@code timestamp}, with or without time zone. */
  public static boolean isTimestamp(ResultSetMetaData columns, int index) throws SQLException {
    int type = columns.getColumnType(index);
    return type == Types.TIMESTAMP || type == Types.TIMESTAMP_WITH_TIMEZONE;
  }

  /** Of a column that {@link #isDate}. */
  public static @Nullable LocalDate sentDate(ResultSet row, int index) throws SQLException {
    byte[] sent = row.getBytes(index);
    if (sent == null) {
      return null;
    }
    if (sent.length == Integer.BYTES) {
      int days = number(sent, 0);
      if (days != Integer.MAX_VALUE && days != Integer.MIN_VALUE) {
        return LocalDate.ofEpochDay(days + (long) EPOCH_DAYS);
      }
    }
    return date(row, index);
  }

  /** In UTC, of a column that {@link #isTimestamp}. */
  public static @Nullable OffsetDateTime sentTimestamptz(ResultSet row, int index)
      throws SQLException {
    byte[] sent = row.getBytes(index);
    if (sent == null) {
      return null;
    }
    long micros = sent.length == Long.BYTES ? micros(sent) : Long.MAX_VALUE;
    if (isInfinite(micros)) {
      return timestamptz(row, index);
    }
    LocalDateTime local =
        LocalDateTime.ofEpochSecond(seconds(micros), nanos(micros), ZoneOffset.UTC);
    return OffsetDateTime.of(local, ZoneOffset.UTC);
  }

  /** As {@link #sentTimestamptz}. */
  public static @Nullable Instant sentInstant(ResultSet row, int index) throws SQLException {
    byte[] sent = row.getBytes(index);
    if (sent == null) {
      return null;
    }
    long micros = sent.length == Long.BYTES ? micros(sent) : Long.MAX_VALUE;
    return isInfinite(micros)
        ? JavaTypes.INSTANT.codec().read(row, index)
        : Instant.ofEpochSecond(seconds(micros), nanos(micros));
  }

  private static boolean isInfinite(long micros) {
    return micros == Long.MAX_VALUE || micros == Long.MIN_VALUE || micros == INFINITY;
  }

  private static long seconds(long micros) {
    return Math.floorDiv(micros, MICROS) + EPOCH_SECONDS;
  }

  private static int nanos(long micros) {
    return Math.floorMod(micros, MICROS) * NANOS_A_MICRO;
  }

  private static long micros(byte[] sent) {
    return ((long) number(sent, 0) << Integer.SIZE) | (number(sent, Integer.BYTES) & 0xFFFF_FFFFL);
  }

  private static int number(byte[] sent, int at) {
    return (sent[at] << 24)
        | ((sent[at + 1] & 0xFF) << 16)
        | ((sent[at + 2] & 0xFF) << 8)
        | (sent[at + 3] & 0xFF);
  }
}
