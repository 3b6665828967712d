package org.aludel.sql.function;

import java.util.List;
import org.aludel.error.CompileException;
import org.aludel.error.Problem;
import org.aludel.error.SqlCode;
import org.aludel.sql.Bind;
import org.aludel.sql.Expression;
import org.aludel.sql.Scalar;
import org.aludel.sql.Sql;
import org.aludel.type.SqlType;
import org.aludel.type.SqlTypes;

/** What functions are made of. */
final class Calls {
  private Calls() {}

  static <T> Scalar.FunctionCall<T> call(String name, SqlType<T> type, Expression<?>... arguments) {
    return Sql.function(name, type, arguments);
  }

  /** A function of one value that gives one of the same type. */
  static <T> Expression<T> same(String name, Expression<T> value) {
    return call(name, value.type(), value);
  }

  static Bind<Integer> number(int value) {
    return Sql.bind(SqlTypes.INTEGER, value);
  }

  static Bind<String> text(String value) {
    return Sql.bind(SqlTypes.TEXT, value);
  }

  /** A bind cast to its type, where the server could take it for several. */
  static <T> Expression<T> cast(SqlType<T> type, T value) {
    return Sql.bind(type, value).cast(type);
  }

  /** The type of an array's elements. */
  static <E> SqlType<E> element(Expression<List<E>> array) {
    @SuppressWarnings("unchecked") // the codec of an array knows its elements
    SqlType<E> element =
        (SqlType<E>)
            array
                .type()
                .inner()
                .orElseThrow(
                    () ->
                        new CompileException(
                            Problem.of(
                                    SqlCode.UNSUPPORTED_STATEMENT,
                                    "cannot use the elements of \"" + array + "\"")
                                .found("the type " + array.type())
                                .expected("an array of one dimension")));
    return element;
  }
}
