package org.aludel.instrument;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.aludel.type.ColumnReader;
import org.aludel.type.RowReader;
import org.aludel.type.ValueCodec;
import org.jspecify.annotations.Nullable;

/**
 * Reads the parts of a row, objects and single values, and makes one value of them.
 *
 * @param <R> what a row becomes
 */
public final class PartsReader<R extends @Nullable Object> implements RowReader<R> {
  private final RowReader<?>[] parts;

  /** How single values are read, null for other parts: a call less a value than by its reader. */
  private final @Nullable ValueCodec<?>[] codecs;

  private final int[] columns;
  private final Function<@Nullable Object[], R> maker;

  public PartsReader(List<RowReader<?>> parts, Function<@Nullable Object[], R> maker) {
    this.parts = parts.toArray(RowReader<?>[]::new);
    this.codecs = new @Nullable ValueCodec<?>[parts.size()];
    this.columns = new int[parts.size()];
    this.maker = maker;
    for (int part = 0; part < columns.length; part++) {
      if (parts.get(part) instanceof ColumnReader<?> value) {
        codecs[part] = value.type().codec();
        columns[part] = value.column();
      }
    }
  }

  @Override
  public R read(ResultSet row) throws SQLException {
    @Nullable Object[] values = new @Nullable Object[columns.length];
    for (int part = 0; part < values.length; part++) {
      ValueCodec<?> codec = codecs[part];
      values[part] = codec == null ? parts[part].read(row) : codec.read(row, columns[part]);
    }
    return maker.apply(values);
  }
}
