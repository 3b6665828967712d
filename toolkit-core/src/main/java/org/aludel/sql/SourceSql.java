package org.aludel.sql;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.aludel.type.SqlType;

/** The part of {@link Sql} for sources, named queries and groups; users see it as methods there. */
abstract class SourceSql extends SelectSql {
  SourceSql() {}

  /** Rows of one value, to be given by {@link Values#row}. */
  public static <A> Values<A> values(ColumnReference<A> only) {
    return Values.of(Projection.of(only), only);
  }

  /** Rows of two values, to be given by {@link Values#row}. */
  public static <A, B> Values<Row2<A, B>> values(
      ColumnReference<A> first, ColumnReference<B> second) {
    return Values.of(Projection.of(Row2<A, B>::new, first, second), first, second);
  }

  /** Rows of three values, to be given by {@link Values#row}. */
  public static <A, B, C> Values<Row3<A, B, C>> values(
      ColumnReference<A> first, ColumnReference<B> second, ColumnReference<C> third) {
    return Values.of(Projection.of(Row3<A, B, C>::new, first, second, third), first, second, third);
  }

  /** Rows of any number of values, to be given by {@link Values#row}. */
  public static Values<Row> valuesRow(ColumnReference<?>... columns) {
    return Values.of(RowShape.projection(Arrays.asList(columns)), columns);
  }

  /**
   * A named query that begins with some rows and goes on with those that it finds from the rows
   * before, until there are none: UNION ALL.
   *
   * <pre>{@code
   * Expression<Integer> n = literal(1).as("n");
   * Cte<Integer> counted =
   *     recursive("counted", select(n), self ->
   *         select(self.column(n).plus(1)).where(self.column(n).lt(100)));
   * }</pre>
   */
  public static <R> Cte<R> recursive(
      String name, Query<R> base, Function<Cte.Self<R>, Query<R>> step) {
    return Cte.recursive(name, base, true, step);
  }

  /** The same without rows that were found before: UNION, which ends in circles too. */
  public static <R> Cte<R> recursiveDistinct(
      String name, Query<R> base, Function<Cte.Self<R>, Query<R>> step) {
    return Cte.recursive(name, base, false, step);
  }

  /** The rows of a table itself, without those of tables that inherit from it: ONLY. */
  public static TableScan only(TableSource<?> table) {
    return new TableScan(table, true, null);
  }

  /** Some rows of a table, to be chosen by {@link TableScan#bernoulli} or another method. */
  public static TableScan sample(TableSource<?> table) {
    return new TableScan(table, false, null);
  }

  /** Sources that are joined among themselves before they are joined to others. */
  public static JoinedSource joined(FromItem first) {
    return new JoinedSource(first, List.of(), null, List.of());
  }

  /**
   * A function in FROM whose rows have one column. It and its column have the same name, so that
   * {@code columnOf(function("generate_series", INTEGER, …), "n").column()} is a value of a row.
   */
  public static <T> TableFunction<T> columnOf(Expression<T> call, String name) {
    ColumnReference<T> column = new ColumnReference<>(null, name, call.type());
    return TableFunction.of(call, name, Projection.of(column), column);
  }

  /** A function in FROM whose rows have columns that it types itself. */
  public static TableFunction<Row> tableOf(
      Expression<?> call, String alias, ColumnReference<?>... columns) {
    return TableFunction.of(call, alias, RowShape.projection(Arrays.asList(columns)), columns);
  }

  /**
   * A function in FROM that returns records, whose columns the statement defines with their types.
   */
  public static TableFunction<Row> recordsOf(
      Expression<?> call, String alias, ColumnReference<?>... columns) {
    Projection<Row> projection = RowShape.projection(Arrays.asList(columns));
    return new TableFunction<>(
        List.of(part(call, columns)),
        alias,
        new TableFunction.Shape<>(projection, List.of(columns), null));
  }

  /**
   * The rows of several functions side by side, with NULL behind the shorter: ROWS FROM.
   *
   * @param columns of all calls, in order
   */
  public static TableFunction<Row> rowsFrom(
      String alias, List<? extends ColumnReference<?>> columns, TableFunction.Part... calls) {
    List<Selectable<?>> items = List.copyOf(columns);
    return new TableFunction<>(
        Arrays.asList(calls),
        alias,
        new TableFunction.Shape<>(RowShape.projection(items), List.copyOf(columns), null));
  }

  /** A call in ROWS FROM; of a function that returns records, with what they consist of. */
  public static TableFunction.Part part(Expression<?> call, ColumnReference<?>... definition) {
    return new TableFunction.Part(call, Arrays.asList(definition));
  }

  /** The numbers from one to another, both included, as rows with one column. */
  public static <T> TableFunction<T> series(Expression<T> first, Expression<T> last, String name) {
    return columnOf(call("generate_series", first.type(), first, last), name);
  }

  /** The values from one to another by steps, as rows with one column. */
  public static <T> TableFunction<T> series(
      Expression<T> first, Expression<T> last, Expression<?> step, String name) {
    return columnOf(call("generate_series", first.type(), first, last, step), name);
  }

  /** The elements of an array as rows with one column. */
  public static <T> TableFunction<T> unnest(Expression<List<T>> array, String name) {
    return columnOf(call("unnest", elementOf(array), array), name);
  }

  /** The elements of two arrays side by side, with NULL behind the shorter. */
  public static <A, B> TableFunction<Row2<A, B>> unnest(
      Expression<List<A>> first, Expression<List<B>> second, String alias, List<String> names) {
    ColumnReference<A> one = new ColumnReference<>(null, names.get(0), elementOf(first));
    ColumnReference<B> two = new ColumnReference<>(null, names.get(1), elementOf(second));
    Expression<?> call = call("unnest", first.type(), first, second);
    return TableFunction.of(call, alias, Projection.of(Row2<A, B>::new, one, two), one, two);
  }

  @SuppressWarnings("unchecked") // the codec of an array knows its elements
  private static <T> SqlType<T> elementOf(Expression<List<T>> array) {
    return (SqlType<T>)
        array
            .type()
            .inner()
            .orElseThrow(
                () ->
                    Refusals.unsupported(
                        "take the elements of \"" + array + "\"",
                        "type " + array.type(),
                        "an array of one dimension"));
  }

  private static <T> Expression<T> call(String name, SqlType<T> type, Expression<?>... arguments) {
    return new Scalar.FunctionCall<>(name, type, Arrays.asList(arguments), Scalar.Form.PLAIN);
  }

  /** Several keys as one, inside sets of them; of none, all rows as one group. */
  public static GroupTerm group(Expression<?>... keys) {
    return GroupTerm.Sets.of(GroupTerm.Kind.SET, keys);
  }

  /** Groups by each part by itself: GROUPING SETS. */
  public static GroupTerm groupingSets(GroupTerm... parts) {
    return GroupTerm.Sets.of(GroupTerm.Kind.GROUPING_SETS, parts);
  }

  /** Groups by all parts, then without the last, down to none. */
  public static GroupTerm rollup(GroupTerm... parts) {
    return GroupTerm.Sets.of(GroupTerm.Kind.ROLLUP, parts);
  }

  /** Groups by every choice of the parts. */
  public static GroupTerm cube(GroupTerm... parts) {
    return GroupTerm.Sets.of(GroupTerm.Kind.CUBE, parts);
  }

  /** Groups by all parts, where sets of keys that come twice count once: GROUP BY DISTINCT. */
  public static GroupTerm distinctGroups(GroupTerm... parts) {
    return GroupTerm.Sets.of(GroupTerm.Kind.DISTINCT, parts);
  }

  /** Which of the keys a group leaves out: a bit each, the last one the lowest; 1 for left out. */
  public static Expression<Integer> grouping(Expression<?>... keys) {
    return new Scalar.FunctionCall<>(
        "grouping", org.aludel.type.SqlTypes.INTEGER, Arrays.asList(keys), Scalar.Form.PLAIN);
  }
}
