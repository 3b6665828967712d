package org.aludel.type;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import org.jspecify.annotations.Nullable;

/** Values of types that are not known here: the driver's own objects, and text for any of them. */
record DriverCodec() implements ValueCodec<Object> {
  @Override
  public int jdbcType() {
    return Types.OTHER;
  }

  /** Text goes without a type, so that the server reads it as what the column is. */
  @Override
  public void bind(PreparedStatement statement, int index, Object value) throws SQLException {
    if (value instanceof String) {
      statement.setObject(index, value, Types.OTHER);
    } else {
      statement.setObject(index, value);
    }
  }

  @Override
  public @Nullable Object read(ResultSet row, int index) throws SQLException {
    return row.getObject(index);
  }
}
