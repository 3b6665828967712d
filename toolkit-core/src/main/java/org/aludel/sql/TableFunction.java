package org.aludel.sql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A function in FROM; it may use the columns of the sources before it. Made by {@link Sql#tableOf},
 * {@link Sql#recordsOf} and {@link Sql#rowsFrom}.
 *
 * <pre>{@code
 * TableFunction<Integer> days = tableOf(function("generate_series", INTEGER, literal(1), literal(7)), "d");
 * select(days.column(), …)
 * }</pre>
 *
 * @param calls more than one for ROWS FROM, whose rows stand side by side
 * @param <R> what one row becomes
 */
public record TableFunction<R>(List<Part> calls, String alias, Shape<R> shape)
    implements DerivedSource<R> {
  /**
   * A call.
   *
   * @param definition what the records that it returns consist of; empty where the function says so
   */
  public record Part(Expression<?> call, List<ColumnReference<?>> definition) {
    public Part {
      definition = List.copyOf(definition);
    }
  }

  /**
   * Its columns.
   *
   * @param columns names and types, without a source
   * @param ordinality the column that numbers the rows from 1, or null
   */
  public record Shape<R>(
      Projection<R> projection,
      List<ColumnReference<?>> columns,
      @Nullable ColumnReference<Long> ordinality) {
    public Shape {
      columns = List.copyOf(columns);
    }
  }

  public TableFunction {
    calls = List.copyOf(calls);
  }

  /** A further column, that numbers the rows from 1: WITH ORDINALITY. */
  public TableFunction<R> withOrdinality(ColumnReference<Long> number) {
    Shape<R> numbered = new Shape<>(shape.projection, shape.columns, number);
    return new TableFunction<>(calls, alias, numbered);
  }

  /** The same under another alias. */
  public TableFunction<R> as(String value) {
    return new TableFunction<>(calls, value, shape);
  }

  /** The only column, or the first of several. */
  @SuppressWarnings("unchecked") // a projection of one column has its class
  public ColumnReference<R> column() {
    if (shape.columns.size() != 1) {
      throw Refusals.unsupported(
          "take the only column of \"" + alias + "\"",
          shape.columns.size() + " columns",
          "column(…) with one of them");
    }
    return (ColumnReference<R>) shape.columns.get(0).withSource(this);
  }

  /** Whether the statement defines its columns with their types. */
  public boolean isDefinition() {
    return calls.size() == 1 && !calls.get(0).definition.isEmpty();
  }

  /** Names of the columns in order, that of the numbers last. */
  public List<String> names() {
    List<ColumnReference<?>> all = new ArrayList<>(shape.columns);
    if (shape.ordinality != null) {
      all.add(shape.ordinality);
    }
    return all.stream().<String>map(ColumnReference::name).toList();
  }

  @Override
  public String name() {
    return alias;
  }

  @Override
  public QueryColumns<R> columns() {
    return QueryColumns.of(shape.projection, shape.ordinality);
  }

  static <R> TableFunction<R> of(
      Expression<?> call, String alias, Projection<R> projection, ColumnReference<?>... columns) {
    Shape<R> shape = new Shape<>(projection, Arrays.asList(columns), null);
    return new TableFunction<>(List.of(new Part(call, List.of())), alias, shape);
  }

  @Override
  public <V> V accept(SourceVisitor<V> visitor) {
    return visitor.visitTableFunction(this);
  }
}
