package org.aludel.type;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import org.aludel.error.MappingException;
import org.aludel.error.Problem;
import org.aludel.error.TypeCode;
import org.jspecify.annotations.Nullable;

/** Values that only the server itself makes: read as text, never written. */
record RefusedCodec(String type) implements ValueCodec<String> {
  @Override
  public int jdbcType() {
    return Types.OTHER;
  }

  @Override
  public void bind(PreparedStatement statement, int index, String value) {
    throw refused();
  }

  @Override
  public @Nullable String read(ResultSet row, int index) throws SQLException {
    return row.getString(index);
  }

  @Override
  public String text(String value) {
    throw refused();
  }

  @Override
  public String parse(String text) {
    return text;
  }

  private MappingException refused() {
    return new MappingException(
        Problem.of(TypeCode.REFUSED_TYPE, "cannot write a value of type \"" + type + "\"")
            .found("a type whose values only the server makes; it accepts none from clients")
            .fix("leave the column out of the statement"));
  }
}
