package org.aludel.instrument;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import org.aludel.type.RowReader;
import org.aludel.type.ValueCodec;
import org.jspecify.annotations.Nullable;

/** Reads rows of tables of values: the key of the owner, what is beside the value, the value. */
public final class ValueReader implements RowReader<ValueReader.Row> {
  /**
   * One row.
   *
   * @param key what stands beside the value; null where nothing does
   * @param value null where the row holds NULL
   */
  public record Row(Object owner, @Nullable Object key, @Nullable Object value) {}

  /** Reads a value, which may stand in several columns. */
  public interface Value {
    /**
     * The value of the current row, or null.
     *
     * @param column the 1-based position of its first column
     */
    @Nullable Object read(ResultSet row, int column) throws SQLException;
  }

  private final EntityReader.Key owner;
  private final @Nullable ValueCodec<?> key;
  private final Value value;
  private final int valueAt;

  /**
   * A reader for rows that begin with the key of the owner.
   *
   * @param key how the column behind that key is read; null to leave it out
   * @param valueAt the 1-based position of the value's first column
   */
  public ValueReader(
      EntityReader.Key owner, @Nullable ValueCodec<?> key, Value value, int valueAt) {
    this.owner = owner;
    this.key = key;
    this.value = value;
    this.valueAt = valueAt;
  }

  @Override
  public Row read(ResultSet row) throws SQLException {
    return new Row(
        Objects.requireNonNull(owner.read(row, 1), "the columns are NOT NULL"),
        key == null ? null : key.read(row, owner.offsets().size() + 1),
        value.read(row, valueAt));
  }
}
