package org.aludel.sql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.aludel.error.CompileException;
import org.aludel.error.Problem;
import org.aludel.error.SqlCode;
import org.jspecify.annotations.Nullable;

/**
 * An INSERT.
 *
 * @param columns in the order of the values; empty for a row of defaults
 * @param source the rows
 * @param conflict what to do about rows that exist already, or null to fail
 * @param <R> what a returned row becomes; {@link Void} without {@code returning}
 */
public record Insert<R>(
    TableSource<?> table,
    List<ColumnReference<?>> columns,
    Source source,
    @Nullable Conflict conflict,
    @Nullable Projection<R> projection)
    implements Statement<R> {
  public Insert {
    columns = List.copyOf(columns);
  }

  /** Where the rows come from. */
  public sealed interface Source {}

  /** Rows of expressions, one for each column; no rows at all means one row of defaults. */
  public record Values(List<List<Expression<?>>> rows) implements Source {
    public Values {
      rows = rows.stream().map(List::copyOf).toList();
    }
  }

  /** The rows of a query. */
  public record Query(org.aludel.sql.Query<?> select) implements Source {}

  /**
   * {@code ON CONFLICT}.
   *
   * @param target the columns of the unique key; empty for any
   * @param assignments empty for DO NOTHING
   */
  public record Conflict(List<ColumnReference<?>> target, List<Assignment> assignments) {
    public Conflict {
      target = List.copyOf(target);
      assignments = List.copyOf(assignments);
    }
  }

  static Insert<Void> into(TableSource<?> table) {
    return new Insert<>(table, List.of(), new Values(List.of()), null, null);
  }

  /** Sets one column of the only row; null is SQL NULL. */
  public <T> Insert<R> set(ColumnReference<T> column, @Nullable T value) {
    return set(column, new Bind<>(column.type(), value));
  }

  /** Sets a column to SQL NULL. */
  public <T> Insert<R> setNull(ColumnReference<T> column) {
    return set(column, new Bind<>(column.type(), null));
  }

  /** Sets one column of the only row to a value that the database computes. */
  public <T> Insert<R> set(ColumnReference<T> column, Expression<T> value) {
    return with(column, value);
  }

  /**
   * Sets the columns of a reference to the key of an object; null is SQL NULL.
   *
   * @throws CompileException with {@code WRONG_VALUE} for an object that has no key yet
   */
  public <T> Insert<R> set(Assignable<T> reference, @Nullable T value) {
    Insert<R> all = this;
    for (Assignment one : reference.assignments(value)) {
      all = all.with(one.column(), one.value());
    }
    return all;
  }

  private Insert<R> with(ColumnReference<?> column, Expression<?> value) {
    List<ColumnReference<?>> names = new ArrayList<>(columns);
    names.add(column);
    List<Expression<?>> row = new ArrayList<>(onlyRow());
    row.add(value);
    return new Insert<>(table, names, new Values(List.of(row)), conflict, projection);
  }

  private List<Expression<?>> onlyRow() {
    if (source instanceof Values values && values.rows.size() <= 1) {
      return values.rows.isEmpty() ? List.of() : values.rows.get(0);
    }
    throw new CompileException(
        Problem.of(SqlCode.UNSUPPORTED_STATEMENT, "cannot set a column of \"" + describe() + "\"")
            .found("several rows, or a query")
            .fix("give all values of a row to values(…)"));
  }

  /** Names the columns for {@link #values} or {@link #from}. */
  public Insert<R> columns(ColumnReference<?>... names) {
    return new Insert<>(table, Arrays.asList(names), source, conflict, projection);
  }

  /**
   * Adds a row: one value for each named column, an {@link Expression} or a value of the column's
   * class.
   *
   * @throws CompileException with {@code WRONG_VALUE}, or {@code UNSUPPORTED_STATEMENT} for another
   *     number of values
   */
  public Insert<R> values(@Nullable Object... row) {
    if (row.length != columns.size()) {
      throw new CompileException(
          Problem.of(SqlCode.UNSUPPORTED_STATEMENT, "cannot add a row to \"" + describe() + "\"")
              .found(row.length + " values")
              .expected(columns.size() + ", one for each column that columns(…) names"));
    }
    List<Expression<?>> cells = new ArrayList<>();
    for (int i = 0; i < row.length; i++) {
      cells.add(Refusals.valueFor(columns.get(i), row[i]));
    }
    List<List<Expression<?>>> rows = new ArrayList<>();
    if (source instanceof Values values) {
      rows.addAll(values.rows);
    }
    rows.add(cells);
    return new Insert<>(table, columns, new Values(rows), conflict, projection);
  }

  /** Takes the rows from a query, its columns in the order of the named ones. */
  public Insert<R> from(org.aludel.sql.Query<?> select) {
    return new Insert<>(table, columns, new Query(select), conflict, projection);
  }

  /** Leaves out rows that would violate a unique key, any or that over these columns. */
  public Insert<R> onConflictDoNothing(ColumnReference<?>... key) {
    Conflict nothing = new Conflict(Arrays.asList(key), List.of());
    return new Insert<>(table, columns, source, nothing, projection);
  }

  /**
   * Updates the row that exists already, found by a unique key.
   *
   * @param key the columns of the unique key
   * @param assignments made with {@link Sql#set}; {@link Sql#excluded} is the value proposed
   */
  public Insert<R> onConflictDoUpdate(
      List<? extends ColumnReference<?>> key, Assignment... assignments) {
    Refusals.requireSome(key, "the key of ON CONFLICT");
    List<Assignment> changes = Arrays.asList(assignments);
    Refusals.requireSome(changes, "ON CONFLICT DO UPDATE");
    Conflict update = new Conflict(List.copyOf(key), changes);
    return new Insert<>(table, columns, source, update, projection);
  }

  /** Returns a value of each row inserted. */
  public <A> Insert<A> returning(Selectable<A> only) {
    return returning(Projection.of(only));
  }

  /** Returns two values of each row inserted. */
  public <A, B> Insert<Row2<A, B>> returning(Selectable<A> first, Selectable<B> second) {
    return returning(Projection.of(Row2<A, B>::new, first, second));
  }

  /** Returns three values of each row inserted. */
  public <A, B, C> Insert<Row3<A, B, C>> returning(
      Selectable<A> first, Selectable<B> second, Selectable<C> third) {
    return returning(Projection.of(Row3<A, B, C>::new, first, second, third));
  }

  /** Returns what a projection makes of each row inserted. */
  public <S> Insert<S> returning(Projection<S> value) {
    return new Insert<>(table, columns, source, conflict, value);
  }

  @Override
  public Insert<R> completed() {
    return GivenValues.complete(this, true);
  }

  @Override
  public Insert<R> shown() {
    return GivenValues.complete(this, false);
  }

  @Override
  public <V> V accept(StatementVisitor<V> visitor) {
    return visitor.visitInsert(this);
  }

  private String describe() {
    return "INSERT INTO " + table.tableName();
  }
}
