package org.aludel.type;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import org.aludel.type.text.RangeText;
import org.aludel.type.value.Range;
import org.jspecify.annotations.Nullable;

/** Ranges over bounds of any type, as the server's text. */
record RangeCodec<T>(SqlType<T> bound) implements ValueCodec<Range<T>> {
  @Override
  public int jdbcType() {
    return Types.OTHER;
  }

  @Override
  public void bind(PreparedStatement statement, int index, Range<T> value) throws SQLException {
    statement.setObject(index, text(value), Types.OTHER);
  }

  @Override
  public @Nullable Range<T> read(ResultSet row, int index) throws SQLException {
    String text = row.getString(index);
    return text == null ? null : parse(text);
  }

  @Override
  public String text(Range<T> value) {
    return RangeText.write(value, bound.codec()::text);
  }

  @Override
  public Range<T> parse(String text) {
    return RangeText.parse(text, bound.codec()::parse);
  }

  @Override
  public SqlType<?> inner() {
    return bound;
  }
}
