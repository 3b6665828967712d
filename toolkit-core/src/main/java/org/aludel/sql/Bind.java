package org.aludel.sql;

import java.util.Set;
import java.util.function.Supplier;
import org.aludel.error.CompileException;
import org.aludel.error.Problem;
import org.aludel.error.SqlCode;
import org.aludel.type.SqlType;
import org.aludel.util.Suggestion;
import org.jspecify.annotations.Nullable;

/**
 * A value that travels beside the SQL text as a bind parameter.
 *
 * @param value null for SQL NULL
 * @param parameter its name where the value is given later, or null
 */
public record Bind<T>(SqlType<T> type, @Nullable T value, @Nullable Parameter<T> parameter)
    implements Expression<T> {
  /**
   * The name of a value that {@link Statement#with} gives.
   *
   * @param given whether the bind has its value, be it the one for want of another
   * @param otherwise makes the value at each execution that gives none, or null
   */
  public record Parameter<T>(
      String name, boolean given, @Nullable Supplier<? extends @Nullable T> otherwise) {}

  /**
   * Checks what the compiler could not, such as values that came by way of raw types.
   *
   * @throws org.aludel.error.CompileException with {@code WRONG_VALUE} for a value of another class
   *     than the type's
   */
  public Bind {
    Refusals.requireClass(type, value, "bind a value");
  }

  /** A value that is known. */
  public Bind(SqlType<T> type, @Nullable T value) {
    this(type, value, null);
  }

  /** A value that is given later, and must be. */
  static <T> Bind<T> named(String name, SqlType<T> type) {
    return new Bind<>(type, null, new Parameter<>(name, false, null));
  }

  /** A value that is compared, which NULL never is. */
  public static <T> Bind<T> compared(SqlType<T> type, @Nullable T value, Object to) {
    return new Bind<>(type, Refusals.notNull(value, to));
  }

  /**
   * The same parameter with a value for executions that give none; null is SQL NULL.
   *
   * @throws org.aludel.error.CompileException with {@code UNSUPPORTED_STATEMENT} for a bind that is
   *     no parameter
   */
  public Bind<T> orElse(@Nullable T otherwise) {
    return new Bind<>(type, otherwise, new Parameter<>(name(), true, null));
  }

  /** The same parameter with a value that is made at each execution that gives none. */
  public Bind<T> orElseGet(Supplier<? extends @Nullable T> otherwise) {
    return new Bind<>(type, null, new Parameter<>(name(), false, otherwise));
  }

  /**
   * A value that may take this one's place.
   *
   * @throws org.aludel.error.CompileException with {@code WRONG_VALUE} for one of another class
   */
  @SuppressWarnings("NullAway") // NULL is a value of every type
  public @Nullable T checked(@Nullable Object other) {
    Refusals.requireClass(type, other, "give parameter \"" + name() + "\" a value");
    return type.javaType().cast(other);
  }

  /** That a statement has no parameter of a name: {@code UNKNOWN_PARAMETER}. */
  public static CompileException unknown(String name, Set<String> known) {
    return new CompileException(
        Problem.of(SqlCode.UNKNOWN_PARAMETER, "cannot give parameter \"" + name + "\" a value")
            .found(
                known.isEmpty()
                    ? "a statement without parameters"
                    : "the parameters " + String.join(", ", known))
            .expected("one of them" + Suggestion.phrase(name, known))
            .fix("Sql.parameter(\"" + name + "\", type) in the statement"));
  }

  private String name() {
    Parameter<T> named = parameter;
    if (named == null) {
      throw Refusals.missing(
          "a default", "a value that is given already", "Sql.parameter(name, type).orElse(…)");
    }
    return named.name();
  }

  @Override
  public <V> V accept(ExpressionVisitor<V> visitor) {
    return visitor.visitBind(this);
  }

  /** Without the value, which may be a secret. */
  @Override
  public String toString() {
    return "?" + type;
  }
}
