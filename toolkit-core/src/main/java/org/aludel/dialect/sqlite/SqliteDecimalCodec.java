package org.aludel.dialect.sqlite;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import org.aludel.error.MappingException;
import org.aludel.error.Problem;
import org.aludel.error.TypeCode;
import org.aludel.type.ValueCodec;
import org.jspecify.annotations.Nullable;

/**
 * Decimals as SQLite's numbers, so that it can sort and add them: whole ones of 64 bits, others in
 * binary. What would come back as another number is refused. Source: SQLite, datatypes.
 *
 * @param codec whose values they are, by their text
 * @param scale the digits behind the point that values are read with, or -1 for those that are kept
 */
record SqliteDecimalCodec<J>(ValueCodec<J> codec, int scale) implements ValueCodec<J> {
  @Override
  public int jdbcType() {
    return Types.NUMERIC;
  }

  @Override
  public void bind(PreparedStatement statement, int index, J value) throws SQLException {
    BigDecimal decimal = new BigDecimal(codec.text(value));
    if (isWhole(decimal)) {
      statement.setLong(index, decimal.longValueExact());
    } else {
      statement.setDouble(index, fitting(decimal));
    }
  }

  @Override
  public @Nullable J read(ResultSet row, int index) throws SQLException {
    String text = row.getString(index);
    return text == null ? null : parse(text);
  }

  @Override
  public String text(J value) {
    BigDecimal decimal = new BigDecimal(codec.text(value));
    return isWhole(decimal)
        ? Long.toString(decimal.longValueExact())
        : Double.toString(fitting(decimal));
  }

  @Override
  public J parse(String text) {
    BigDecimal decimal = new BigDecimal(text);
    boolean scaled = scale >= 0 && decimal.scale() <= scale;
    return codec.parse((scaled ? decimal.setScale(scale) : decimal).toPlainString());
  }

  @Override
  public boolean same(J left, J right) {
    return codec.same(left, right);
  }

  private static boolean isWhole(BigDecimal decimal) {
    return decimal.stripTrailingZeros().scale() <= 0
        && decimal.toBigInteger().bitLength() < Long.SIZE;
  }

  private static double fitting(BigDecimal decimal) {
    double binary = decimal.doubleValue();
    if (Double.isInfinite(binary)
        || new BigDecimal(Double.toString(binary)).compareTo(decimal) != 0) {
      throw new MappingException(
          Problem.of(TypeCode.NOT_REPRESENTABLE, "cannot keep a decimal of SQLite")
              .found(decimal.precision() + " digits")
              .expected("a number that a double holds: 15 digits always, 17 at most")
              .fix(
                  "keep it as text: type.withVariant(\"sqlite\", …), or as a whole number of"
                      + " cents"));
    }
    return binary;
  }
}
