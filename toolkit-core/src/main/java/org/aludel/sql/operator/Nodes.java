package org.aludel.sql.operator;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.aludel.error.CompileException;
import org.aludel.error.Problem;
import org.aludel.error.SqlCode;
import org.aludel.sql.Bind;
import org.aludel.sql.Expression;
import org.aludel.sql.Predicate;
import org.aludel.sql.Scalar;
import org.aludel.sql.Sql;
import org.aludel.type.SqlType;
import org.aludel.type.SqlTypes;

/** The nodes that operators are made of. */
final class Nodes {
  private static final SqlType<List<String>> TEXTS = SqlTypes.array(SqlTypes.TEXT);

  private Nodes() {}

  static Predicate holds(Expression<?> left, String operator, Expression<?> right) {
    return Sql.isTrue(infix(SqlTypes.BOOLEAN, left, operator, right));
  }

  static <T> Expression<T> infix(
      SqlType<T> type, Expression<?> left, String operator, Expression<?> right) {
    Scalar.Rank rank =
        switch (operator) {
          case "+", "-" -> Scalar.Rank.SUM;
          case "*" -> Scalar.Rank.PRODUCT;
          default -> Scalar.Rank.OTHER;
        };
    return new Scalar.Infix<>(type, left, operator, rank, right);
  }

  static <T> Expression<T> call(String function, SqlType<T> type, Expression<?>... arguments) {
    return new Scalar.FunctionCall<>(function, type, Arrays.asList(arguments), Scalar.Form.PLAIN);
  }

  static Predicate test(String function, Expression<?>... arguments) {
    return Sql.isTrue(call(function, SqlTypes.BOOLEAN, arguments));
  }

  /** A value cast to its type without length, so that nothing is cut. */
  static <T> Expression<T> value(SqlType<T> type, T value, Expression<?> other) {
    return new Scalar.Cast<>(Bind.compared(type, value, other), type.named(type.castName()));
  }

  static Expression<List<String>> texts(Collection<String> values, Expression<?> other) {
    return value(TEXTS, List.copyOf(values), other);
  }

  /** The type of an operand's parts: elements of an array, bounds of a range. */
  @SuppressWarnings("unchecked") // the codec of such a type knows what it is made of
  static <P> SqlType<P> inner(Expression<?> operand, String what) {
    return (SqlType<P>)
        operand
            .type()
            .inner()
            .orElseThrow(
                () ->
                    new CompileException(
                        Problem.of(
                                SqlCode.UNSUPPORTED_STATEMENT,
                                "cannot use the " + what + " of \"" + operand + "\"")
                            .found("the type \"" + operand.type() + "\"")
                            .expected("an array of one dimension, a range or a multirange")
                            .fix("write the operator with Sql.fragment(…) or op(…)")));
  }
}
