package org.aludel.type;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import org.aludel.type.text.RangeText;
import org.aludel.type.value.MultiRange;
import org.jspecify.annotations.Nullable;

/** Several ranges over bounds of any type, as the server's text. */
record MultiRangeCodec<T>(SqlType<T> bound) implements ValueCodec<MultiRange<T>> {
  @Override
  public int jdbcType() {
    return Types.OTHER;
  }

  @Override
  public void bind(PreparedStatement statement, int index, MultiRange<T> value)
      throws SQLException {
    statement.setObject(index, text(value), Types.OTHER);
  }

  @Override
  public @Nullable MultiRange<T> read(ResultSet row, int index) throws SQLException {
    String text = row.getString(index);
    return text == null ? null : parse(text);
  }

  @Override
  public String text(MultiRange<T> value) {
    return RangeText.write(value, bound.codec()::text);
  }

  @Override
  public MultiRange<T> parse(String text) {
    return RangeText.parseMany(text, bound.codec()::parse);
  }

  @Override
  public SqlType<?> inner() {
    return bound;
  }
}
