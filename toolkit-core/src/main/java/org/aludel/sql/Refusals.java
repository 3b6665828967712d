package org.aludel.sql;

import java.util.List;
import java.util.regex.Pattern;
import org.aludel.error.CompileException;
import org.aludel.error.Problem;
import org.aludel.error.SqlCode;
import org.aludel.error.TypeCode;
import org.aludel.type.SqlType;
import org.aludel.util.Suggestion;
import org.jspecify.annotations.Nullable;

/** Mistakes that are refused while a statement is built. */
final class Refusals {
  private static final Pattern OPERATOR =
      Pattern.compile(
          "[-+*/<>=~!@#%^&|`?]+|[A-Za-z]+( [A-Za-z]+)*|OPERATOR\\(\\w+\\.[-+*/<>=~!@#%^&|`?]+\\)");

  private Refusals() {}

  /** The value, which must be there since it is compared. */
  static <T> T notNull(@Nullable T value, Object comparedTo) {
    if (value == null) {
      throw new CompileException(
          Problem.of(SqlCode.NULL_COMPARISON, "cannot compare \"" + comparedTo + "\" with null")
              .found("a comparison that is never true in SQL")
              .fix("isNull() or isNotNull(), or isNotDistinctFrom(…) where either may be NULL"));
    }
    return value;
  }

  /** Refuses a value of another class than that of a type. */
  static void requireClass(SqlType<?> type, @Nullable Object value, String what) {
    if (value != null && !type.javaType().isInstance(value)) {
      throw new CompileException(
          Problem.of(TypeCode.WRONG_VALUE, "cannot " + what)
              .found("a value of class " + value.getClass().getName())
              .expected(type.javaType().getName() + ", for type " + type));
    }
  }

  /** Refuses a name that a table with known columns does not have. */
  static void requireColumn(TableSource<?> table, String name) {
    List<ColumnReference<?>> known = table.columnReferences();
    if (known.isEmpty() || known.stream().anyMatch(column -> column.name().equals(name))) {
      return;
    }
    List<String> names = known.stream().<String>map(ColumnReference::name).toList();
    throw new CompileException(
        Problem.of(
                SqlCode.UNKNOWN_COLUMN,
                "cannot use column \"" + name + "\" of \"" + table.key() + "\"")
            .found("columns " + String.join(", ", names))
            .expected("one of them" + Suggestion.phrase(name, names)));
  }

  /** A value to compare an expression with: a bind, or a row of binds. */
  static <T> Expression<T> compared(Expression<T> with, @Nullable T value) {
    T present = notNull(value, with);
    return with instanceof Operation.RowValue<T> row
        ? new Operation.RowValue<>(row.type(), TupleTypes.binds(row, present))
        : new Bind<>(with.type(), present);
  }

  /**
   * Refuses what is no operator: SQL that came in by that door could be anything.
   *
   * @param operator of the characters of operators, a word or words, or {@code OPERATOR(schema.+)}
   */
  static String requireOperator(String operator) {
    boolean comment = operator.contains("--") || operator.contains("/*");
    if (comment || !OPERATOR.matcher(operator).matches()) {
      throw new CompileException(
          Problem.of(SqlCode.UNSUPPORTED_STATEMENT, "cannot use \"" + operator + "\" as operator")
              .expected("one of + - * / < > = ~ ! @ # % ^ & | ` ? or several, or words")
              .fix("Sql.fragment(…) for SQL of another form"));
    }
    return operator;
  }

  /** What is said where a part cannot do without another. */
  static CompileException missing(String what, String found, String fix) {
    return new CompileException(
        Problem.of(SqlCode.UNSUPPORTED_STATEMENT, "cannot build " + what).found(found).fix(fix));
  }

  /** Refuses an operand that is not text. */
  static void requireText(Expression<?> operand) {
    if (operand.type().javaType() != String.class) {
      throw new CompileException(
          Problem.of(SqlCode.UNSUPPORTED_STATEMENT, "cannot match \"" + operand + "\" by LIKE")
              .found("type " + operand.type())
              .expected("text")
              .fix("cast(SqlTypes.TEXT) first"));
    }
  }

  /** What cannot be done, what was met instead, and what to do. */
  static CompileException unsupported(String what, String found, String fix) {
    return new CompileException(
        Problem.of(SqlCode.UNSUPPORTED_STATEMENT, "cannot " + what).found(found).fix(fix));
  }

  /** Refuses an empty list of parts. */
  static void requireSome(java.util.Collection<?> parts, String what) {
    if (parts.isEmpty()) {
      throw new CompileException(
          Problem.of(SqlCode.UNSUPPORTED_STATEMENT, "cannot build " + what + " of nothing")
              .expected("one part or more"));
    }
  }

  /** The value as an expression for a column, checked against the column's class. */
  static Expression<?> valueFor(ColumnReference<?> column, @Nullable Object value) {
    if (value instanceof Expression<?> expression) {
      return expression;
    }
    return bind(column, column.type(), value);
  }

  private static <J> Bind<J> bind(
      ColumnReference<?> column, SqlType<J> type, @Nullable Object value) {
    requireClass(type, value, "set column \"" + column + "\"");
    return new Bind<>(type, type.javaType().cast(value));
  }
}
