package org.aludel.type;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.LinkedHashMap;
import java.util.Map;
import org.aludel.type.text.HstoreText;
import org.jspecify.annotations.Nullable;

/** Keys with texts or null; maps that are read are new and belong to the caller. */
record HstoreCodec() implements ValueCodec<Map<String, @Nullable String>> {
  @Override
  public int jdbcType() {
    return Types.OTHER;
  }

  @Override
  public void bind(PreparedStatement statement, int index, Map<String, @Nullable String> value)
      throws SQLException {
    statement.setObject(index, text(value), Types.OTHER);
  }

  @Override
  public @Nullable Map<String, @Nullable String> read(ResultSet row, int index)
      throws SQLException {
    String text = row.getString(index);
    return text == null ? null : parse(text);
  }

  @Override
  public String text(Map<String, @Nullable String> value) {
    return Sendable.text(HstoreText.write(value));
  }

  @Override
  public Map<String, @Nullable String> parse(String text) {
    return HstoreText.parse(text);
  }

  @Override
  public Map<String, @Nullable String> copy(Map<String, @Nullable String> value) {
    return new LinkedHashMap<>(value);
  }
}
