package org.aludel.type;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Enum constants by name, as text or, with {@code Types.OTHER}, as labels of an enum type. */
record EnumNameCodec<E extends Enum<E>>(Class<E> type, int jdbcType) implements ValueCodec<E> {
  @Override
  public void bind(PreparedStatement statement, int index, E value) throws SQLException {
    statement.setObject(index, value.name(), jdbcType);
  }

  @Override
  public @Nullable E read(ResultSet row, int index) throws SQLException {
    return EnumValues.named(type, row.getString(index));
  }

  @Override
  public Object element(E value) {
    return value.name();
  }

  @Override
  public String text(E value) {
    return value.name();
  }

  @Override
  public E parse(String text) {
    return EnumValues.require(type, text);
  }
}
