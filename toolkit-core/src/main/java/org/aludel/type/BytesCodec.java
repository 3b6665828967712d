package org.aludel.type;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Arrays;
import org.aludel.type.text.BytesText;
import org.jspecify.annotations.Nullable;

/** Bytes, compared by content. */
record BytesCodec() implements ValueCodec<byte[]> {
  @Override
  public int jdbcType() {
    return Types.BINARY;
  }

  @Override
  public void bind(PreparedStatement statement, int index, byte[] value) throws SQLException {
    statement.setBytes(index, value);
  }

  @Override
  public byte @Nullable [] read(ResultSet row, int index) throws SQLException {
    return row.getBytes(index);
  }

  @Override
  public String text(byte[] value) {
    return BytesText.write(value);
  }

  @Override
  public byte[] parse(String text) {
    return BytesText.parse(text);
  }

  @Override
  public boolean same(byte[] left, byte[] right) {
    return Arrays.equals(left, right);
  }

  @Override
  public byte[] copy(byte[] value) {
    return value.clone();
  }
}
