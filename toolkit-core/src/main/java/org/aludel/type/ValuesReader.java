package org.aludel.type;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads all columns of a row by their types, into a new array. */
public record ValuesReader(List<SqlType<?>> types) implements RowReader<@Nullable Object[]> {
  public ValuesReader {
    types = List.copyOf(types);
  }

  @Override
  public @Nullable Object[] read(ResultSet row) throws SQLException {
    @Nullable Object[] values = new @Nullable Object[types.size()];
    for (int index = 0; index < values.length; index++) {
      values[index] = types.get(index).codec().read(row, index + 1);
    }
    return values;
  }
}
