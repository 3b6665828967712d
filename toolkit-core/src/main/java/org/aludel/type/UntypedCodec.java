package org.aludel.type;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import org.jspecify.annotations.Nullable;

/**
 * Values that cross JDBC as the server's own text, without a type, so that the server takes it for
 * what the column is. Source: JDBC 4.3, Types.OTHER; pgjdbc.
 */
interface UntypedCodec<J> extends ValueCodec<J> {
  @Override
  default int jdbcType() {
    return Types.OTHER;
  }

  @Override
  default void bind(PreparedStatement statement, int index, J value) throws SQLException {
    statement.setObject(index, text(value), Types.OTHER);
  }

  @Override
  default @Nullable J read(ResultSet row, int index) throws SQLException {
    String text = row.getString(index);
    return text == null ? null : parse(text);
  }
}
