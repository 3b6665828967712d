package org.aludel.type;

/**
 * A type of one's own, for attributes that {@code @StoredAs} gives it to; it is made once and has a
 * constructor without arguments. Stateless and thread-safe.
 *
 * <pre>{@code
 * public final class MoneyType implements UserType<Money> {
 *   private static final SqlType<Money> TYPE =
 *       SqlTypes.numeric(12, 2).as(Money.class, Money::new, Money::amount);
 *
 *   public SqlType<Money> sqlType() {
 *     return TYPE;
 *   }
 * }
 * }</pre>
 *
 * <p>Its name is what DDL and revisions say. Conversions are {@link SqlType#as}, or a {@link
 * ValueCodec} where JDBC must be seen; SQL round values is {@link SqlType#withBindSql} and {@link
 * SqlType#withColumnSql}; operators of its own are a record that implements {@code Scalar.Typed}.
 *
 * @param <J> the class of attributes
 */
public interface UserType<J> {
  /** The type; the same one at each call. */
  SqlType<J> sqlType();
}
