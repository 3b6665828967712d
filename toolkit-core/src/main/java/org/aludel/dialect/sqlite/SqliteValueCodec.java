package org.aludel.dialect.sqlite;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import org.aludel.type.ValueCodec;
import org.jspecify.annotations.Nullable;

/** Values of which nobody said a type: as they are kept, whole numbers always as Long. */
final class SqliteValueCodec implements ValueCodec<Object> {
  @Override
  public int jdbcType() {
    return Types.OTHER;
  }

  @Override
  public void bind(PreparedStatement statement, int index, Object value) throws SQLException {
    statement.setObject(index, value);
  }

  @Override
  public @Nullable Object read(ResultSet row, int index) throws SQLException {
    Object value = row.getObject(index);
    return value instanceof Integer number ? (Object) number.longValue() : value;
  }

  @Override
  public String text(Object value) {
    return value.toString();
  }

  @Override
  public Object parse(String text) {
    return text;
  }
}
