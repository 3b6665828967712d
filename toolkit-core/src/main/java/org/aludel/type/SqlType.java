package org.aludel.type;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 * @param rules what it is in other databases, and the SQL round its values
 */
public record SqlType<J>(String name, Class<J> javaType, ValueCodec<J> codec, TypeRules<J> rules) {
  /** A type of one name everywhere, whose values and columns stand alone. */
  public SqlType(String name, Class<J> javaType, ValueCodec<J> codec) {
    this(name, javaType, codec, TypeRules.none());
  }

  public SqlType {
    if (name.isBlank()) {
      throw new SchemaException(
          Problem.of(SchemaCode.INVALID_NAME, "cannot use a type without a name"));
    }
  }

  /** The same Java side under another DDL name, such as {@code varchar(30)} for {@code varchar}. */
  public SqlType<J> named(String ddlName) {
    return new SqlType<>(ddlName, javaType, codec, rules);
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
    Map<String, SqlType<T>> variants = new HashMap<>();
    rules.variants().forEach((dialect, one) -> variants.put(dialect, one.as(type, from, to)));
    return new SqlType<>(
        name,
        type,
        new ConvertedCodec<>(this, type, from, to),
        new TypeRules<>(variants, rules.bindSql(), rules.columnSql()));
  }

  /**
   * Another type for one database, under the same class: {@code
   * SqlTypes.TEXT.withVariant("postgresql", PostgresTypes.CITEXT)}. DDL, binds, casts and results
   * follow it there.
   *
   * @param dialect the name of the dialect
   */
  public SqlType<J> withVariant(String dialect, SqlType<J> type) {
    return new SqlType<>(name, javaType, codec, rules.withVariant(dialect, type));
  }

  /** The type that stands for this one in the database of a dialect. */
  public SqlType<J> on(String dialect) {
    SqlType<J> variant = rules.variants().get(dialect);
    return variant == null ? this : variant;
  }

  /** Its name, and those of its variants. */
  public List<String> names() {
    List<String> names = new ArrayList<>();
    names.add(name);
    rules.variants().values().forEach(variant -> names.add(variant.name()));
    return names;
  }

  /**
   * The same with SQL round each value that is sent: {@code withBindSql("crypt(?, 'key')")}. In
   * statements of many rows the value arrives as text, so cast it inside where that matters.
   *
   * @param sql with one {@code ?}
   */
  public SqlType<J> withBindSql(String sql) {
    return new SqlType<>(
        name, javaType, codec, new TypeRules<>(rules.variants(), sql, rules.columnSql()));
  }

  /**
   * The same with SQL round each column that is read: {@code withColumnSql("ST_AsText(?)")}, in the
   * outermost SELECT and in RETURNING; conditions see the column as it is.
   *
   * @param sql with one {@code ?}
   */
  public SqlType<J> withColumnSql(String sql) {
    return new SqlType<>(
        name, javaType, codec, new TypeRules<>(rules.variants(), rules.bindSql(), sql));
  }

  /**
   * The type of its parts: elements of an array of one dimension, bounds of a range or multirange.
   * Empty for other types.
   */
  public Optional<SqlType<?>> inner() {
    return Optional.ofNullable(codec.inner());
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
