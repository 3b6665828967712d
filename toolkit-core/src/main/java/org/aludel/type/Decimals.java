package org.aludel.type;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import org.aludel.error.MappingException;
import org.aludel.error.Problem;
import org.aludel.error.TypeCode;
import org.jspecify.annotations.Nullable;

/** What {@code numeric} holds, as decimals; used by generated code. */
public final class Decimals {
  private static final Set<String> NO_NUMBERS = Set.of("NaN", "Infinity", "-Infinity");

  private Decimals() {}

  /**
   * The decimal of a column of the current row, at a 1-based position; null for NULL.
   *
   * @throws MappingException NOT_REPRESENTABLE for NaN and the infinities
   */
  public static @Nullable BigDecimal read(ResultSet row, int index) throws SQLException {
    try {
      return row.getBigDecimal(index);
    } catch (SQLException failure) {
      String text = row.getString(index);
      if (text != null && NO_NUMBERS.contains(text)) {
        throw refused(text, failure);
      }
      throw failure;
    }
  }

  static BigDecimal parse(String text) {
    if (NO_NUMBERS.contains(text)) {
      throw refused(text, null);
    }
    return new BigDecimal(text);
  }

  private static MappingException refused(String text, @Nullable Throwable cause) {
    return new MappingException(
        Problem.of(TypeCode.NOT_REPRESENTABLE, "cannot read a numeric as a BigDecimal")
            .found(text)
            .expected("a number")
            .fix(
                "use a double, which holds it, or read it as text; a check constraint keeps it out"),
        cause);
  }
}
