package org.aludel.sql.function;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.aludel.error.CompileException;
import org.aludel.error.Problem;
import org.aludel.error.SqlCode;
import org.aludel.error.TypeCode;
import org.aludel.sql.Bind;
import org.aludel.sql.Expression;
import org.aludel.sql.Scalar;
import org.aludel.type.SqlType;
import org.jspecify.annotations.Nullable;

/**
 * A function of the user's database, declared once and called with checked arguments. Immutable;
 * keep it in a constant.
 *
 * <pre>{@code
 * static final NamedFunction<Integer> LEVENSHTEIN =
 *     NamedFunction.of("levenshtein", SqlTypes.INTEGER, SqlTypes.TEXT, SqlTypes.TEXT);
 *
 * select(USER.id).where(LEVENSHTEIN.call(USER.name, "sandy").le(2))
 * }</pre>
 *
 * @param name written as given, with its schema if need be
 * @param type of what it gives
 * @param parameters the types of its arguments, in order
 */
public record NamedFunction<T>(String name, SqlType<T> type, List<SqlType<?>> parameters) {
  public NamedFunction {
    parameters = List.copyOf(parameters);
  }

  /** A function of these arguments. */
  public static <T> NamedFunction<T> of(String name, SqlType<T> type, SqlType<?>... parameters) {
    return new NamedFunction<>(name, type, Arrays.asList(parameters));
  }

  /**
   * A call, each argument an {@link Expression} or a value of the parameter's class.
   *
   * @throws CompileException with {@code UNSUPPORTED_STATEMENT} for another number of arguments,
   *     {@code WRONG_VALUE} for a value of another class
   */
  public Scalar.FunctionCall<T> call(@Nullable Object... arguments) {
    if (arguments.length != parameters.size()) {
      throw new CompileException(
          Problem.of(SqlCode.UNSUPPORTED_STATEMENT, "cannot call \"" + name + "\"")
              .found(arguments.length + " arguments")
              .expected(parameters.size() + ", as declared"));
    }
    List<Expression<?>> expressions = new ArrayList<>();
    for (int i = 0; i < arguments.length; i++) {
      expressions.add(
          arguments[i] instanceof Expression<?> expression
              ? expression
              : bind(i, parameters.get(i), arguments[i]));
    }
    return new Scalar.FunctionCall<>(name, type, expressions, Scalar.Form.PLAIN);
  }

  private <P> Bind<P> bind(int index, SqlType<P> parameter, @Nullable Object value) {
    Class<P> wanted = parameter.javaType();
    if (value != null && !wanted.isInstance(value)) {
      throw new CompileException(
          Problem.of(TypeCode.WRONG_VALUE, "cannot call \"" + name + "\"")
              .found("argument " + (index + 1) + " of class " + value.getClass().getName())
              .expected(wanted.getName() + ", for type " + parameter));
    }
    return new Bind<>(parameter, wanted.cast(value));
  }
}
