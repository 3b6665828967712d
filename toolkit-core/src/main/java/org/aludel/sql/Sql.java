package org.aludel.sql;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.aludel.error.CompileException;
import org.aludel.error.Problem;
import org.aludel.error.SqlCode;
import org.aludel.type.SqlType;
import org.aludel.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * Where statements and expressions begin; made to be imported statically.
 *
 * <pre>{@code
 * Select<Row2<Long, String>> query =
 *     select(USER.id, USER.name).where(USER.name.startsWith("p")).orderBy(USER.id).limit(10);
 * }</pre>
 *
 * Each method is a delegation; the nodes it makes are immutable.
 */
public final class Sql extends SourceSql {
  private Sql() {}

  public static Insert<Void> insert(TableSource<?> table) {
    return Insert.into(table);
  }

  public static Update<Void> update(TableSource<?> table) {
    return Update.of(table);
  }

  public static Delete<Void> delete(TableSource<?> table) {
    return Delete.from(table);
  }

  /**
   * A statement as text, a value for each {@code ?}; a question mark that is none is written twice.
   * Values may have names too: {@link TextStatement#bind}. Its rows are {@link Row}s unless {@code
   * columns(…)} says what they are.
   */
  public static TextStatement<Row> text(String sql, @Nullable Object... values) {
    List<Bind<?>> binds = Arrays.stream(values).<Bind<?>>map(Sql::bindOf).toList();
    return new TextStatement<>(sql, binds, Projection.dynamic());
  }

  /** A table of which only the name is known, in the default schema. */
  public static NamedTable table(String name) {
    return NamedTable.of(new TableName(null, name));
  }

  /** A table of which only the name is known. */
  public static NamedTable table(String schema, String name) {
    return NamedTable.of(new TableName(schema, name));
  }

  /** A column by its name alone, for statements with one source. */
  public static <T> ColumnReference<T> column(String name, SqlType<T> type) {
    return new ColumnReference<>(null, name, type);
  }

  /** A value as a bind parameter of a type. */
  public static <T> Bind<T> bind(SqlType<T> type, @Nullable T value) {
    return new Bind<>(type, value);
  }

  /** A value as a bind parameter of the type that its class has. */
  public static <T> Bind<T> value(T value) {
    @SuppressWarnings("unchecked") // forValue gives a type whose values include this one
    SqlType<T> type = (SqlType<T>) SqlTypes.forValue(value);
    return new Bind<>(type, value);
  }

  static Bind<?> bindOf(@Nullable Object value) {
    return bindOf(SqlTypes.forValue(value), value);
  }

  private static <J> Bind<J> bindOf(SqlType<J> type, @Nullable Object value) {
    @SuppressWarnings("unchecked") // forValue gives a type whose values include this one
    J typed = (J) value;
    return new Bind<>(type, typed);
  }

  /** A constant inside the SQL text: never for what users type in. */
  public static Expression<Integer> literal(int value) {
    return new Scalar.Literal<>(SqlTypes.INTEGER, value);
  }

  /** A constant inside the SQL text: never for what users type in. */
  public static Expression<Long> literal(long value) {
    return new Scalar.Literal<>(SqlTypes.BIGINT, value);
  }

  /** A constant inside the SQL text: never for what users type in. */
  public static Expression<String> literal(String value) {
    return new Scalar.Literal<>(SqlTypes.TEXT, value);
  }

  /** A constant inside the SQL text. */
  public static Expression<Boolean> literal(boolean value) {
    return new Scalar.Literal<>(SqlTypes.BOOLEAN, value);
  }

  /** A constant of any type inside the SQL text: never for what users type in. */
  public static <T> Expression<T> literal(SqlType<T> type, T value) {
    return new Scalar.Literal<>(type, value);
  }

  /** SQL as written, each {@code ?} in it replaced by the next part. */
  public static <T> Expression<T> fragment(SqlType<T> type, String sql, Expression<?>... parts) {
    return new Scalar.Fragment<>(type, sql, Arrays.asList(parts));
  }

  /** A condition as written, each {@code ?} in it replaced by the next part. */
  public static Predicate condition(String sql, Expression<?>... parts) {
    return isTrue(fragment(SqlTypes.BOOLEAN, sql, parts));
  }

  /** A boolean value as a condition. */
  public static Predicate isTrue(Expression<Boolean> value) {
    return value instanceof Predicate predicate ? predicate : new Predicate.Truth(value);
  }

  /** All of them; {@link #always()} of none. */
  public static Predicate and(Predicate... parts) {
    return Predicate.And.of(Arrays.asList(parts));
  }

  /** At least one of them; {@link #never()} of none. */
  public static Predicate or(Predicate... parts) {
    return Predicate.Or.of(Arrays.asList(parts));
  }

  public static Predicate not(Predicate operand) {
    return operand.not();
  }

  public static Predicate exists(Query<?> select) {
    return new Predicate.Exists(select);
  }

  /** A SELECT of one column and at most one row, as a value. */
  public static <T> Expression<T> scalar(Query<T> select) {
    return new Scalar.Subquery<>(typeOfOnly(select), select);
  }

  private static <T> SqlType<T> typeOfOnly(Query<T> select) {
    List<Selectable<?>> items = QueryColumns.projection(select).items();
    if (items.size() == 1 && items.get(0) instanceof Expression<?> only) {
      @SuppressWarnings("unchecked") // a projection of one expression has its class
      SqlType<T> type = (SqlType<T>) only.type();
      return type;
    }
    throw new CompileException(
        Problem.of(SqlCode.UNSUPPORTED_STATEMENT, "cannot use a query as a value")
            .found(items.size() + " columns, or whole rows")
            .expected("one column"));
  }

  /** Of several columns a row, which is compared and never read. */
  private static <T> SqlType<T> typeOfRow(Query<T> select) {
    List<Selectable<?>> selected = QueryColumns.projection(select).items();
    List<Expression<?>> items = new ArrayList<>();
    for (Selectable<?> item : selected) {
      if (item instanceof Expression<?> expression) {
        items.add(expression);
      }
    }
    boolean row = items.size() > 1 && items.size() == selected.size();
    return row ? TupleTypes.of(items) : typeOfOnly(select);
  }

  /** Any function of the database. */
  public static <T> Scalar.FunctionCall<T> function(
      String name, SqlType<T> type, Expression<?>... arguments) {
    return new Scalar.FunctionCall<>(name, type, Arrays.asList(arguments), Scalar.Form.PLAIN);
  }

  /** {@code count(*)}. */
  public static Scalar.FunctionCall<Long> count() {
    return new Scalar.FunctionCall<>("count", SqlTypes.BIGINT, List.of(), Scalar.Form.STAR);
  }

  /** How many are not NULL. */
  public static Scalar.FunctionCall<Long> count(Expression<?> value) {
    return function("count", SqlTypes.BIGINT, value);
  }

  /** How many different ones are not NULL. */
  public static Scalar.FunctionCall<Long> countDistinct(Expression<?> value) {
    return new Scalar.FunctionCall<>(
        "count", SqlTypes.BIGINT, List.of(value), Scalar.Form.DISTINCT);
  }

  /** The sum, NULL of no rows. */
  public static Scalar.FunctionCall<BigDecimal> sum(Expression<? extends Number> value) {
    return function("sum", SqlTypes.NUMERIC, value);
  }

  /** The mean, NULL of no rows. */
  public static Scalar.FunctionCall<BigDecimal> avg(Expression<? extends Number> value) {
    return function("avg", SqlTypes.NUMERIC, value);
  }

  public static <T> Scalar.FunctionCall<T> min(Expression<T> value) {
    return function("min", value.type(), value);
  }

  public static <T> Scalar.FunctionCall<T> max(Expression<T> value) {
    return function("max", value.type(), value);
  }

  /** The first that is not NULL. */
  public static <T> Expression<T> coalesce(Expression<T> first, Expression<T> second) {
    return function("coalesce", first.type(), first, second);
  }

  /** The value, or another where it is NULL. */
  public static <T> Expression<T> coalesce(Expression<T> first, T second) {
    return coalesce(first, new Bind<>(first.type(), second));
  }

  public static Expression<String> lower(Expression<String> text) {
    return function("lower", text.type(), text);
  }

  public static Expression<String> upper(Expression<String> text) {
    return function("upper", text.type(), text);
  }

  /** The start of the transaction. */
  public static Expression<OffsetDateTime> now() {
    return function("now", SqlTypes.TIMESTAMPTZ);
  }

  /** {@code CASE WHEN condition THEN value}, to be continued. */
  public static <T> Scalar.Case<T> when(Predicate condition, Expression<T> value) {
    return new Scalar.Case<>(value.type(), List.of(new Scalar.When<>(condition, value)), null);
  }

  /** {@code column = value} for ON CONFLICT and UPDATE. */
  public static <T> Assignment set(ColumnReference<T> column, Expression<T> value) {
    return new Assignment(column, value);
  }

  /** {@code column = value} for ON CONFLICT and UPDATE. */
  public static <T> Assignment set(ColumnReference<T> column, T value) {
    return new Assignment(column, new Bind<>(column.type(), value));
  }

  /** The value that an INSERT proposed for a column, inside ON CONFLICT DO UPDATE. */
  public static <T> Expression<T> excluded(ColumnReference<T> column) {
    return new Scalar.Excluded<>(column);
  }

  /** What is true of every row: AND of nothing. It vanishes in AND. */
  public static Predicate always() {
    return Predicate.Constant.TRUE;
  }

  /** What is false of every row: OR of nothing. It vanishes in OR. */
  public static Predicate never() {
    return Predicate.Constant.FALSE;
  }

  /** SQL NULL inside the text, cast to its type. */
  public static <T> Expression<T> nullOf(SqlType<T> type) {
    return new Operation.Keyword<>(type, "NULL").cast(type);
  }

  /** The default of the column that it is set to: {@code DEFAULT}, in INSERT and UPDATE. */
  public static <T> Expression<T> defaultOf(ColumnReference<T> column) {
    return new Operation.Keyword<>(column.type(), "DEFAULT");
  }

  /** {@code CASE subject WHEN …}, to be continued with {@code when}. */
  public static <K> Operation.Subject<K> caseOf(Expression<K> subject) {
    return new Operation.Subject<>(subject);
  }

  /** Two values as one, to be compared or set together. */
  public static <A, B> Operation.RowValue<Row2<A, B>> row(
      Expression<A> first, Expression<B> second) {
    return rowOf(first, second);
  }

  /** Three values as one, to be compared or set together. */
  public static <A, B, C> Operation.RowValue<Row3<A, B, C>> row(
      Expression<A> first, Expression<B> second, Expression<C> third) {
    return rowOf(first, second, third);
  }

  /** Four values as one, to be compared or set together. */
  public static <A, B, C, D> Operation.RowValue<Row4<A, B, C, D>> row(
      Expression<A> first, Expression<B> second, Expression<C> third, Expression<D> fourth) {
    return rowOf(first, second, third, fourth);
  }

  private static <T> Operation.RowValue<T> rowOf(Expression<?>... items) {
    return new Operation.RowValue<>(TupleTypes.of(List.of(items)), List.of(items));
  }

  /** {@code ARRAY[…]}. */
  @SafeVarargs // only read
  public static <E> Expression<List<E>> array(Expression<E> first, Expression<E>... others) {
    List<Expression<E>> all = new ArrayList<>(List.of(first));
    for (Expression<E> other : others) {
      all.add(other);
    }
    return new Operation.ArrayValue<>(SqlTypes.array(first.type()), all);
  }

  /** {@code ARRAY(SELECT …)}: the rows of a query with one column. */
  public static <E> Expression<List<E>> array(Query<E> select) {
    return new Operation.ArrayQuery<>(SqlTypes.array(typeOfOnly(select)), select);
  }

  /** At least one row of a subquery, on the right of a comparison: {@code x.gt(any(select))}. */
  public static <T> Expression<T> any(Query<T> select) {
    return new Operation.Quantified<>(typeOfRow(select), Operation.Quantifier.ANY, select);
  }

  /** At least one element of an array, on the right of a comparison. */
  public static <T> Expression<T> any(Expression<List<T>> array) {
    return function("ANY", elementOf(array), array);
  }

  /** Each row of a subquery, on the right of a comparison: {@code x.gt(all(select))}. */
  public static <T> Expression<T> all(Query<T> select) {
    return new Operation.Quantified<>(typeOfRow(select), Operation.Quantifier.ALL, select);
  }

  /** Each element of an array, on the right of a comparison. */
  public static <T> Expression<T> all(Expression<List<T>> array) {
    return function("ALL", elementOf(array), array);
  }

  private static <T> SqlType<T> elementOf(Expression<List<T>> array) {
    @SuppressWarnings("unchecked") // the codec of an array knows its elements
    SqlType<T> element =
        (SqlType<T>)
            array
                .type()
                .inner()
                .orElseThrow(
                    () ->
                        Refusals.missing(
                            "ANY or ALL", "the type " + array.type(), "an array of one dimension"));
    return element;
  }

  /**
   * A value that is given later by its name, {@code statement.with("name", value)}, and must be
   * unless it has {@link Bind#orElse}. A list for IN is one of an array type: {@code
   * in(parameter("ids", SqlTypes.array(SqlTypes.BIGINT)))}.
   */
  public static <T> Bind<T> parameter(String name, SqlType<T> type) {
    return Bind.named(name, type);
  }

  /** A named argument of a function: {@code name => value}. */
  public static <T> Expression<T> argument(String name, Expression<T> value) {
    return new Scalar.Infix<>(
        value.type(), column(name, value.type()), "=>", Scalar.Rank.OTHER, value);
  }

  /** The value before the change, in RETURNING; PostgreSQL 18 and later. */
  public static <T> Expression<T> before(ColumnReference<T> column) {
    return new Operation.Version<>(Operation.Moment.OLD, column);
  }

  /** The value after the change, in RETURNING; PostgreSQL 18 and later. */
  public static <T> Expression<T> after(ColumnReference<T> column) {
    return new Operation.Version<>(Operation.Moment.NEW, column);
  }

  /** {@code (column, …) = (SELECT …)} for UPDATE and ON CONFLICT. */
  public static <T> Assignment set(Operation.RowValue<T> columns, Query<T> select) {
    return Assignment.ofRow(columns, new Scalar.Subquery<>(columns.type(), select));
  }

  /** {@code (column, …) = (value, …)} for UPDATE and ON CONFLICT. */
  public static <T> Assignment set(Operation.RowValue<T> columns, Operation.RowValue<T> values) {
    return Assignment.ofRow(columns, values);
  }

  /** A MERGE into a table, to be continued with {@code using}; PostgreSQL 15 and later. */
  public static Merge.Target merge(TableSource<?> table) {
    return new Merge.Target(table);
  }
}
