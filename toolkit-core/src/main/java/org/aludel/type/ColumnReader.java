package org.aludel.type;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Reads one 1-based column of a row by its type. */
public record ColumnReader<J>(SqlType<J> type, int column) implements RowReader<@Nullable J> {
  @Override
  @SuppressWarnings("NullAway") // it does not see that the type argument is nullable
  public @Nullable J read(ResultSet row) throws SQLException {
    return type.codec().read(row, column);
  }
}
