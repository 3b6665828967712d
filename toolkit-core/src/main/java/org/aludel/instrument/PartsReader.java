package org.aludel.instrument;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.aludel.type.RowReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads the parts of a row, objects and single values, and makes one value of them.
 *
 * @param <R> what a row becomes
 */
public final class PartsReader<R extends @Nullable Object> implements RowReader<R> {
  private final List<RowReader<?>> parts;
  private final Function<@Nullable Object[], R> maker;

  public PartsReader(List<RowReader<?>> parts, Function<@Nullable Object[], R> maker) {
    this.parts = List.copyOf(parts);
    this.maker = maker;
  }

  @Override
  public R read(ResultSet row) throws SQLException {
    @Nullable Object[] values = new @Nullable Object[parts.size()];
    for (int part = 0; part < values.length; part++) {
      values[part] = parts.get(part).read(row);
    }
    return maker.apply(values);
  }
}
