package org.aludel.type;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Text that the driver sends as such, or with {@code Types.OTHER} as what the column is. */
record StringCodec(int jdbcType) implements ValueCodec<String> {
  @Override
  public void bind(PreparedStatement statement, int index, String value) throws SQLException {
    statement.setObject(index, Sendable.text(value), jdbcType);
  }

  @Override
  public @Nullable String read(ResultSet row, int index) throws SQLException {
    return row.getString(index);
  }

  @Override
  public String text(String value) {
    return Sendable.text(value);
  }

  @Override
  public String parse(String text) {
    return text;
  }

  @Override
  public Object element(String value) {
    return Sendable.text(value);
  }
}
