package org.aludel.type;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Values that the driver itself converts. Source: JDBC 4.3, appendix B.
 *
 * @param getter a typed getter, which converts between numeric types where {@code getObject} with a
 *     class insists on the exact one
 */
record ScalarCodec<J>(int jdbcType, Getter<J> getter) implements ValueCodec<J> {
  /** Reads a column that may be NULL. */
  @FunctionalInterface
  interface Getter<J> {
    @Nullable J get(ResultSet row, int index) throws SQLException;
  }

  @Override
  public void bind(PreparedStatement statement, int index, J value) throws SQLException {
    statement.setObject(index, value, jdbcType);
  }

  @Override
  public @Nullable J read(ResultSet row, int index) throws SQLException {
    J value = getter.get(row, index);
    return row.wasNull() ? null : value;
  }
}
