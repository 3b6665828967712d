package org.aludel.instrument;

import java.lang.reflect.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.aludel.type.RowReader;
import org.aludel.type.ValueCodec;
import org.jspecify.annotations.Nullable;

/**
 * Reads entities that are records. Looks into an identity map before it makes anything; answers
 * null for a row whose id is NULL, as outer joins give. SQL NULL for a primitive component becomes
 * Java's default (0, false).
 *
 * <p>Not thread-safe, as the sink is not.
 *
 * @param <E> the record class
 */
public final class RecordReader<E> implements RowReader<@Nullable E> {
  private final RecordAccess<E> access;
  private final RecordSink<E> sink;
  private final EntityReader.Key id;
  private final List<Part> parts;
  private final int firstColumn;

  /** What a component holds of SQL NULL, by slot. */
  private final List<@Nullable Object> nulls = new ArrayList<>();

  /**
   * Where the value of one component is.
   *
   * @param offset of its column from the first column, from 0
   */
  public record Part(int offset, ValueCodec<?> codec) {}

  /**
   * A reader for one place in a row.
   *
   * @param id where the id is
   * @param parts of all slots, in their order
   * @param firstColumn 1-based position from which offsets count
   */
  public RecordReader(
      RecordAccess<E> access,
      RecordSink<E> sink,
      EntityReader.Key id,
      List<Part> parts,
      int firstColumn) {
    this.access = access;
    this.sink = sink;
    this.id = id;
    this.parts = List.copyOf(parts);
    this.firstColumn = firstColumn;
    for (Attribute attribute : access.attributes()) {
      Class<?> type = attribute.javaType();
      nulls.add(type.isPrimitive() ? Array.get(Array.newInstance(type, 1), 0) : null);
    }
  }

  @Override
  @SuppressWarnings("NullAway") // it does not see that the type argument is nullable
  public @Nullable E read(ResultSet row) throws SQLException {
    Object key = id.read(row, firstColumn);
    if (key == null) {
      return null;
    }
    E known = sink.known(key);
    return known == null ? sink.made(key, make(row)) : known;
  }

  private E make(ResultSet row) throws SQLException {
    @Nullable Object[] values = new @Nullable Object[parts.size()];
    for (int slot = 0; slot < values.length; slot++) {
      Object value = parts.get(slot).codec().read(row, firstColumn + parts.get(slot).offset());
      values[slot] = value == null ? nulls.get(slot) : value;
    }
    return access.make(values);
  }
}
