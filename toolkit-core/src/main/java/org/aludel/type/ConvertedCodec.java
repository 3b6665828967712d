package org.aludel.type;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Function;
import org.aludel.error.MappingException;
import org.aludel.error.Problem;
import org.aludel.error.TypeCode;
import org.jspecify.annotations.Nullable;

/**
 * Values of one class kept as values of another. Two are the same when what is stored is the same.
 *
 * @param stored the type of the column
 * @param from what a stored value becomes
 * @param to what is stored of a value
 */
record ConvertedCodec<S, J>(
    SqlType<S> stored, Class<J> javaType, Function<S, J> from, Function<J, S> to)
    implements ValueCodec<J> {
  @Override
  public int jdbcType() {
    return stored.codec().jdbcType();
  }

  @Override
  public void bind(PreparedStatement statement, int index, J value) throws SQLException {
    stored.codec().bind(statement, index, toStored(value));
  }

  @Override
  public @Nullable J read(ResultSet row, int index) throws SQLException {
    S value = stored.codec().read(row, index);
    return value == null ? null : from.apply(value);
  }

  @Override
  public String text(J value) {
    return stored.codec().text(toStored(value));
  }

  @Override
  public J parse(String text) {
    return from.apply(stored.codec().parse(text));
  }

  @Override
  public char delimiter() {
    return stored.codec().delimiter();
  }

  @Override
  public Object element(J value) {
    return stored.codec().element(toStored(value));
  }

  @Override
  public boolean same(J left, J right) {
    return left.equals(right) || stored.codec().same(toStored(left), toStored(right));
  }

  /** Through the stored form, since nobody knows whether the class can be changed. */
  @Override
  public J copy(J value) {
    return from.apply(stored.codec().copy(toStored(value)));
  }

  /** A converter that makes null of a value would write what the column may refuse. */
  private S toStored(J value) {
    S converted = to.apply(value);
    if (converted == null) {
      throw new MappingException(
          Problem.of(TypeCode.WRONG_VALUE, "cannot write a " + javaType.getName())
              .found("a converter that gives null for a value that is not null")
              .expected("a value of type " + stored));
    }
    return converted;
  }
}
