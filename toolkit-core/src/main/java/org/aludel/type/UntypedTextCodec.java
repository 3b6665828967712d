package org.aludel.type;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import org.jspecify.annotations.Nullable;

/** Text of unknown type: the server decides by the column. Source: JDBC 4.3, Types.OTHER. */
record UntypedTextCodec() implements ValueCodec<String> {
  @Override
  public int jdbcType() {
    return Types.OTHER;
  }

  @Override
  public void bind(PreparedStatement statement, int index, String value) throws SQLException {
    statement.setObject(index, value, Types.OTHER);
  }

  @Override
  public @Nullable String read(ResultSet row, int index) throws SQLException {
    return row.getString(index);
  }
}
