package org.aludel.type;

import java.util.function.Function;
import org.aludel.error.Problem;
import org.aludel.error.SchemaCode;
import org.aludel.error.SchemaException;

/**
 * A database type and the Java class that stands for it. Immutable.
 *
 * @param name as written in DDL, in the server's short spelling and qualified where the type is not
 *     in the default schema: {@code varchar(30)}, {@code timestamptz}, {@code text[]}, {@code
 *     billing.mood}
 * @param javaType the class of values
 * @param codec how they cross JDBC
 */
public record SqlType<J>(String name, Class<J> javaType, ValueCodec<J> codec) {
  public SqlType {
    if (name.isBlank()) {
      throw new SchemaException(
          Problem.of(SchemaCode.INVALID_NAME, "cannot use a type without a name"));
    }
  }

  /** The same Java side under another DDL name, such as {@code varchar(30)} for {@code varchar}. */
  public SqlType<J> named(String ddlName) {
    return new SqlType<>(ddlName, javaType, codec);
  }

  /**
   * The same column under a class of one's own, in statements, DDL and mapped classes alike. Two
   * values are the same when what is stored is the same; copies go through the stored form. Keep it
   * in a constant: statements are compiled once for each type, and a type made anew is another.
   *
   * <pre>{@code
   * SqlType<Money> money = SqlTypes.numeric(12, 2).as(Money.class, Money::new, Money::amount);
   * }</pre>
   *
   * @param from what a stored value becomes; never called with null
   * @param to what is stored of a value; never called with null and never gives it
   */
  public <T> SqlType<T> as(Class<T> type, Function<J, T> from, Function<T, J> to) {
    return new SqlType<>(name, type, new ConvertedCodec<>(this, type, from, to));
  }

  /** The name without length and precision: {@code varchar} of {@code varchar(30)}. */
  public String baseName() {
    int open = name.indexOf('(');
    int close = name.indexOf(')', open + 1);
    return open < 0 || close < 0 ? name : name.substring(0, open) + name.substring(close + 1);
  }

  /**
   * The name to cast values to so that nothing is cut: without length, since a cast to {@code
   * varchar(3)} shortens what an assignment refuses. Source: PostgreSQL 18 §8.3, §8.10.
   */
  public String castName() {
    String bare = baseName();
    String brackets = bare.endsWith("[]") ? "[]" : "";
    String element = bare.substring(0, bare.length() - brackets.length());
    return switch (element) {
      case "char" -> "bpchar" + brackets;
      case "bit" -> "varbit" + brackets;
      default -> bare;
    };
  }

  @Override
  public String toString() {
    return name;
  }
}
