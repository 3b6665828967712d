package org.aludel.type;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import org.jspecify.annotations.Nullable;

/** Enum constants by position. */
@SuppressWarnings("EnumOrdinal") // storing the position is what @Enumerated(ORDINAL) asks for
record EnumOrdinalCodec<E extends Enum<E>>(Class<E> type) implements ValueCodec<E> {
  @Override
  public int jdbcType() {
    return Types.SMALLINT;
  }

  @Override
  public void bind(PreparedStatement statement, int index, E value) throws SQLException {
    statement.setShort(index, (short) value.ordinal());
  }

  @Override
  public @Nullable E read(ResultSet row, int index) throws SQLException {
    int ordinal = row.getInt(index);
    return row.wasNull() ? null : EnumValues.at(type, ordinal);
  }

  @Override
  public Object element(E value) {
    return (short) value.ordinal();
  }

  @Override
  public String text(E value) {
    return Integer.toString(value.ordinal());
  }

  @Override
  public E parse(String text) {
    return EnumValues.at(type, Integer.parseInt(text));
  }
}
