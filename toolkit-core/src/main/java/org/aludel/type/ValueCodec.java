package org.aludel.type;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.aludel.type.text.ArrayText;
import org.jspecify.annotations.Nullable;

/**
 * How values of one Java class cross JDBC for one SQL type. Stateless and thread-safe.
 *
 * @param <J> the Java class
 */
public interface ValueCodec<J> {
  /** The {@link java.sql.Types} code for {@code setNull}. */
  int jdbcType();

  /** Binds a value that is not null at a 1-based index. */
  void bind(PreparedStatement statement, int index, J value) throws SQLException;

  /** Reads the 1-based column of the current row; null for SQL NULL. */
  @Nullable J read(ResultSet row, int index) throws SQLException;

  /**
   * The value as the text from which the server reads this type: what literals, arrays, ranges and
   * rows are made of.
   */
  String text(J value);

  /**
   * The value of the text that the server writes, with DateStyle ISO.
   *
   * @throws org.aludel.error.MappingException UNREADABLE_VALUE for a text of another form,
   *     NOT_REPRESENTABLE for a value that the Java class cannot hold
   */
  J parse(String text);

  /** What stands between elements of arrays of this type: a comma but for {@code box}. */
  default char delimiter() {
    return ArrayText.COMMA;
  }

  /** The value as an element for {@link java.sql.Connection#createArrayOf}. */
  default Object element(J value) {
    return value;
  }

  /** The type of the parts of values, such as the elements of an array; null for others. */
  default @Nullable SqlType<?> inner() {
    return null;
  }

  /** Whether two values are the same to the database; decides what an UPDATE writes. */
  default boolean same(J left, J right) {
    return left.equals(right);
  }

  /** A copy that later changes of {@code value} do not reach; the value itself when immutable. */
  default J copy(J value) {
    return value;
  }
}
