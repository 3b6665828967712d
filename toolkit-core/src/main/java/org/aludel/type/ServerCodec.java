package org.aludel.type;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.Map;
import org.aludel.type.value.MultiRange;
import org.aludel.type.value.Range;
import org.jspecify.annotations.Nullable;

/**
 * Values of types that are not known by name: enums, composites, domains, types of extensions. What
 * is read is of the class that belongs to the result's own type, which for a domain is the one
 * below it, and the server's text for types of users. Never an object of the driver's classes.
 */
record ServerCodec() implements ValueCodec<Object> {
  @Override
  public int jdbcType() {
    return Types.OTHER;
  }

  /** Text goes without a type, so that the server reads it as what the column is. */
  @Override
  public void bind(PreparedStatement statement, int index, Object value) throws SQLException {
    if (isText(value)) {
      statement.setObject(index, text(value), Types.OTHER);
      return;
    }
    @SuppressWarnings("unchecked") // the type was found by the value's class
    SqlType<Object> known = (SqlType<Object>) KnownTypes.ofClass(value.getClass()).orElse(null);
    if (known == null) {
      statement.setObject(index, value);
    } else {
      known.codec().bind(statement, index, value);
    }
  }

  private static boolean isText(Object value) {
    return value instanceof String
        || value instanceof Enum<?>
        || value instanceof Collection<?>
        || value instanceof Map<?, ?>
        || value instanceof Range<?>
        || value instanceof MultiRange<?>;
  }

  @Override
  public @Nullable Object read(ResultSet row, int index) throws SQLException {
    SqlType<?> known = KnownTypes.ofDriver(row.getMetaData().getColumnTypeName(index));
    return known == null ? row.getString(index) : known.codec().read(row, index);
  }

  @Override
  public String text(Object value) {
    return Sendable.text(ServerText.of(value));
  }

  @Override
  public Object parse(String text) {
    return text;
  }

  /** By content where the class allows it. */
  @Override
  public boolean same(Object left, Object right) {
    return left.equals(right)
        || (left instanceof byte[] && right instanceof byte[] && text(left).equals(text(right)));
  }
}
