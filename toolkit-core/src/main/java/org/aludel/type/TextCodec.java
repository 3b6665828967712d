package org.aludel.type;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Values that cross JDBC as the server's own text, without a type, so that the server takes it for
 * what the column is. Source: JDBC 4.3, Types.OTHER; pgjdbc.
 */
record TextCodec<J>(Function<J, String> writer, Function<String, J> reader, char delimiter)
    implements ValueCodec<J> {
  private static final char COMMA = ',';

  static <J> TextCodec<J> of(Function<J, String> writer, Function<String, J> reader) {
    return new TextCodec<>(writer, reader, COMMA);
  }

  @Override
  public int jdbcType() {
    return Types.OTHER;
  }

  @Override
  public void bind(PreparedStatement statement, int index, J value) throws SQLException {
    statement.setObject(index, text(value), Types.OTHER);
  }

  @Override
  public @Nullable J read(ResultSet row, int index) throws SQLException {
    String text = row.getString(index);
    return text == null ? null : reader.apply(text);
  }

  @Override
  public String text(J value) {
    return Sendable.text(writer.apply(value));
  }

  @Override
  public J parse(String text) {
    return reader.apply(text);
  }
}
