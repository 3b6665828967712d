package org.aludel.sql;

import java.util.ArrayList;
import java.util.List;
import org.aludel.error.CompileException;
import org.aludel.error.Problem;
import org.aludel.error.SqlCode;
import org.jspecify.annotations.Nullable;

/**
 * Rows of values: {@code VALUES (…), (…)}. As a source or a named query it gives its columns their
 * names; binds are cast to the types of the columns.
 *
 * <pre>{@code
 * ColumnReference<Integer> number = column("number", SqlTypes.INTEGER);
 * ColumnReference<String> word = column("word", SqlTypes.TEXT);
 * DerivedTable<?> words = values(number, word).row(1, "one").row(2, "two").as("w");
 * select(words.column(word)).where(words.column(number).eq(2))
 * }</pre>
 *
 * @param columns names and types, without a source
 * @param rows one or more, each with as many values
 * @param <R> what a row becomes
 */
public record Values<R>(
    Projection<R> projection,
    List<ColumnReference<?>> columns,
    List<List<Expression<?>>> rows,
    Select.Paging paging)
    implements Query<R> {
  public Values {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
  }

  static <R> Values<R> of(Projection<R> projection, ColumnReference<?>... columns) {
    return new Values<>(projection, List.of(columns), List.of(), Select.Paging.NONE);
  }

  /**
   * Adds a row: one value for each column, an {@link Expression} or a value of the column's class.
   *
   * @throws CompileException with {@code WRONG_VALUE}, or {@code UNSUPPORTED_STATEMENT} for another
   *     number of values
   */
  public Values<R> row(@Nullable Object... values) {
    if (values.length != columns.size()) {
      throw new CompileException(
          Problem.of(SqlCode.UNSUPPORTED_STATEMENT, "cannot add a row to VALUES")
              .found(values.length + " values")
              .expected(columns.size() + ", one for each column"));
    }
    List<Expression<?>> row = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      row.add(Refusals.valueFor(columns.get(i), values[i]));
    }
    List<List<Expression<?>>> all = new ArrayList<>(rows);
    all.add(row);
    return new Values<>(projection, columns, all, paging);
  }

  /** Terms behind those given before. */
  public Values<R> orderBy(OrderTerm... terms) {
    return withPaging(paging.orderBy(terms));
  }

  /** At most so many rows. */
  public Values<R> limit(long count) {
    return withPaging(paging.limit(count));
  }

  /** Skips so many rows first. */
  public Values<R> offset(long count) {
    return withPaging(paging.offset(count));
  }

  /** The same rows in another order and page. */
  public Values<R> withPaging(Select.Paging value) {
    return new Values<>(projection, columns, rows, value);
  }

  @Override
  public Values<R> with(String name, @Nullable Object value) {
    return Parameters.bound(this, name, value);
  }

  @Override
  public <V> V accept(StatementVisitor<V> visitor) {
    return visitor.visitValues(this);
  }
}
