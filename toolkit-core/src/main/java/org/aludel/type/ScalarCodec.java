package org.aludel.type;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Values that the driver itself converts. Source: JDBC 4.3, appendix B.
 *
 * @param getter a typed getter, which converts between numeric types where {@code getObject} with a
 *     class insists on the exact one
 * @param writer the server's text of a value
 * @param reader the value of the server's text
 * @param equality whether two values are the same to the database
 */
record ScalarCodec<J>(
    int jdbcType,
    Getter<J> getter,
    Function<J, String> writer,
    Function<String, J> reader,
    BiPredicate<J, J> equality)
    implements ValueCodec<J> {
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

  @Override
  public String text(J value) {
    return writer.apply(value);
  }

  @Override
  public J parse(String text) {
    return reader.apply(text);
  }

  @Override
  public boolean same(J left, J right) {
    return equality.test(left, right);
  }
}
