package org.aludel.dialect.sqlite;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.function.UnaryOperator;
import org.aludel.type.ValueCodec;
import org.jspecify.annotations.Nullable;

/**
 * Values that are kept as text, in the form that another codec knows.
 *
 * @param codec whose text it is
 * @param stored the text that SQLite keeps of the codec's text
 * @param codecText the codec's text of what SQLite keeps
 */
record SqliteTextCodec<J>(
    ValueCodec<J> codec, UnaryOperator<String> stored, UnaryOperator<String> codecText)
    implements ValueCodec<J> {
  @Override
  public int jdbcType() {
    return Types.VARCHAR;
  }

  @Override
  public void bind(PreparedStatement statement, int index, J value) throws SQLException {
    statement.setString(index, text(value));
  }

  @Override
  public @Nullable J read(ResultSet row, int index) throws SQLException {
    String text = row.getString(index);
    return text == null ? null : parse(text);
  }

  @Override
  public String text(J value) {
    return stored.apply(codec.text(value));
  }

  @Override
  public J parse(String text) {
    return codec.parse(codecText.apply(text));
  }

  @Override
  public boolean same(J left, J right) {
    return codec.same(left, right);
  }

  @Override
  public J copy(J value) {
    return codec.copy(value);
  }
}
