package org.aludel.sql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aludel.error.CompileException;
import org.aludel.error.Problem;
import org.aludel.error.SqlCode;
import org.aludel.error.UsageException;
import org.aludel.util.Suggestion;

/** The labels of a result's columns; shared by all of its rows. Immutable. */
public final class RowShape {
  private final List<String> labels;
  private final List<Expression<?>> expressions;
  private final Map<String, Integer> positions = new HashMap<>();

  private RowShape(List<String> labels, List<Expression<?>> expressions) {
    this.labels = List.copyOf(labels);
    this.expressions = expressions;
    for (int position = 0; position < labels.size(); position++) {
      positions.putIfAbsent(labels.get(position), position);
    }
  }

  /** Labels in column order; of equal ones the first is found. */
  public static RowShape of(List<String> labels) {
    return new RowShape(labels, List.of());
  }

  /** Labels and the expressions behind them, in the same order. */
  public static RowShape of(List<String> labels, List<? extends Expression<?>> expressions) {
    return new RowShape(labels, List.copyOf(expressions));
  }

  /** Rows of the items, found by label or by expression. */
  static Projection<Row> projection(List<Selectable<?>> items) {
    List<String> labels = new ArrayList<>();
    List<Expression<?>> expressions = new ArrayList<>();
    for (Selectable<?> item : items) {
      if (!(item instanceof Expression<?> expression)) {
        throw new CompileException(
            Problem.of(SqlCode.UNSUPPORTED_STATEMENT, "cannot put a whole table into a row")
                .expected("expressions, such as columns")
                .fix("select(table) alone, or name its columns"));
      }
      labels.add(label(expression));
      expressions.add(expression);
    }
    RowShape shape = of(labels, expressions);
    return new Projection<>(items, values -> new Row(shape, values));
  }

  /** The name that an expression's column has in a result. */
  static String label(Expression<?> expression) {
    if (expression instanceof Scalar.Label<?> labelled) {
      return labelled.label();
    }
    if (expression instanceof ColumnReference<?> column) {
      return column.name();
    }
    if (expression instanceof Call.Aggregate<?> aggregate) {
      return label(aggregate.function());
    }
    if (expression instanceof Call.Over<?> over) {
      return label(over.call());
    }
    return expression instanceof Scalar.FunctionCall<?> call ? call.name() : "?column?";
  }

  /**
   * The 0-based position of an expression that was selected.
   *
   * @throws UsageException with {@code UNKNOWN_RESULT_COLUMN}
   */
  public int position(Expression<?> expression) {
    int position = expressions.indexOf(expression);
    if (position < 0) {
      throw unknown("\"" + expression + "\"", "");
    }
    return position;
  }

  /** The labels in column order, immutable. */
  public List<String> labels() {
    return labels;
  }

  /**
   * The 0-based position of a label.
   *
   * @throws UsageException with {@code UNKNOWN_RESULT_COLUMN}
   */
  public int position(String label) {
    Integer position = positions.get(label);
    if (position == null) {
      throw unknown("\"" + label + "\"", Suggestion.phrase(label, labels));
    }
    return position;
  }

  /** The position itself when the result has it; else as {@link #position(String)}. */
  int checked(int position) {
    if (position < 0 || position >= labels.size()) {
      throw unknown("at position " + position, "");
    }
    return position;
  }

  private UsageException unknown(String what, String suggestion) {
    return new UsageException(
        Problem.of(SqlCode.UNKNOWN_RESULT_COLUMN, "cannot read the result's column " + what)
            .found("columns 0 to " + (labels.size() - 1) + ": " + String.join(", ", labels))
            .expected("one of them" + suggestion));
  }
}
