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
 * @param source the rows
 * @param conflict what to do about rows that exist already, or null to fail
 * @param <R> what a returned row becomes; {@link Void} without {@code returning}
 */
public record Insert<R>(
    Into into, Source source, @Nullable Conflict conflict, @Nullable Projection<R> projection)
    implements Statement<R> {

  /**
   * Where the rows go.
   *
   * @param columns in the order of the values; empty for a row of defaults
   * @param overriding null to leave identity columns to the database
   */
  public record Into(
      TableSource<?> table, List<ColumnReference<?>> columns, @Nullable Overriding overriding) {
    public Into {
      columns = List.copyOf(columns);
    }

    Into with(List<? extends ColumnReference<?>> names) {
      return new Into(table, List.copyOf(names), overriding);
    }
  }

  /** Whose values identity columns get. */
  public enum Overriding {
    /** Those of the statement, also where the column is generated always. */
    SYSTEM,
    /** Those of the database, whatever the statement says. */
    USER
  }

  /** The table that gets the rows. */
  public TableSource<?> table() {
    return into.table;
  }

  /** In the order of the values; empty for a row of defaults. */
  public List<ColumnReference<?>> columns() {
    return into.columns;
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
   * @param target which unique keys are meant
   * @param assignments empty for DO NOTHING
   * @param where which of the rows that exist are updated
   */
  public record Conflict(Arbiter target, List<Assignment> assignments, List<Predicate> where) {
    public Conflict {
      assignments = List.copyOf(assignments);
      where = List.copyOf(where);
    }
  }

  /**
   * The unique keys whose violation is a conflict: any of them when nothing is said, those that an
   * index over the keys enforces, or one constraint by name.
   *
   * @param keys columns and expressions, as the index has them; literals in them, no binds
   * @param where what the predicate of a partial index follows from
   * @param constraint an exact name; then there are no keys
   */
  public record Arbiter(
      List<Expression<?>> keys, List<Predicate> where, @Nullable String constraint) {
    static final Arbiter ANY = new Arbiter(List.of(), List.of(), null);

    public Arbiter {
      keys = List.copyOf(keys);
      where = List.copyOf(where);
    }

    static Arbiter of(List<? extends Expression<?>> keys) {
      return new Arbiter(List.copyOf(keys), List.of(), null);
    }
  }

  /**
   * {@code ON CONFLICT} before what is to be done.
   *
   * @param <R> as of the INSERT
   */
  public record OnConflict<R>(Insert<R> insert, Arbiter target, List<Predicate> updateWhere) {
    public OnConflict {
      updateWhere = List.copyOf(updateWhere);
    }

    /** Finds a partial index, whose predicate follows from these conditions. */
    public OnConflict<R> indexWhere(Predicate... conditions) {
      Arbiter partial = new Arbiter(target.keys, Arrays.asList(conditions), target.constraint);
      return new OnConflict<>(insert, partial, updateWhere);
    }

    /** Updates only those rows of which all conditions hold, and locks the others. */
    public OnConflict<R> updateWhere(Predicate... conditions) {
      return new OnConflict<>(insert, target, Arrays.asList(conditions));
    }

    /** Leaves the row out. */
    public Insert<R> doNothing() {
      return insert.with(new Conflict(target, List.of(), List.of()));
    }

    /**
     * Updates the row that exists already.
     *
     * @param assignments made with {@link Sql#set}; {@link Sql#excluded} is the value proposed
     */
    public Insert<R> doUpdate(Assignment... assignments) {
      List<Assignment> changes = Arrays.asList(assignments);
      Refusals.requireSome(changes, "ON CONFLICT DO UPDATE");
      if (target.equals(Arbiter.ANY)) {
        throw Refusals.missing(
            "ON CONFLICT DO UPDATE", "no unique key", "onConflict(column, …) or a constraint");
      }
      return insert.with(new Conflict(target, changes, updateWhere));
    }
  }

  static Insert<Void> into(TableSource<?> table) {
    return new Insert<>(new Into(table, List.of(), null), new Values(List.of()), null, null);
  }

  private Insert<R> with(Conflict value) {
    return new Insert<>(into, source, value, projection);
  }

  /** Gives identity columns the values of this statement, also those that are generated always. */
  public Insert<R> overridingSystemValue() {
    return overriding(Overriding.SYSTEM);
  }

  /** Gives identity columns values of the database, whatever this statement says. */
  public Insert<R> overridingUserValue() {
    return overriding(Overriding.USER);
  }

  private Insert<R> overriding(Overriding value) {
    return new Insert<>(new Into(into.table, into.columns, value), source, conflict, projection);
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
      for (ColumnReference<?> column : one.columns()) {
        all = all.with(column, one.value());
      }
    }
    return all;
  }

  private Insert<R> with(ColumnReference<?> column, Expression<?> value) {
    List<ColumnReference<?>> names = new ArrayList<>(columns());
    names.add(column);
    List<Expression<?>> row = new ArrayList<>(onlyRow());
    row.add(value);
    return new Insert<>(into.with(names), new Values(List.of(row)), conflict, projection);
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
    return new Insert<>(into.with(Arrays.asList(names)), source, conflict, projection);
  }

  /**
   * Adds a row: one value for each named column, an {@link Expression} or a value of the column's
   * class. Where no columns are named the first ones of the table are meant, in their order.
   *
   * @throws CompileException with {@code WRONG_VALUE}, or {@code UNSUPPORTED_STATEMENT} for another
   *     number of values
   */
  public Insert<R> values(@Nullable Object... row) {
    List<ColumnReference<?>> named = columns().isEmpty() ? firstColumns(row.length) : columns();
    if (row.length != named.size()) {
      throw new CompileException(
          Problem.of(SqlCode.UNSUPPORTED_STATEMENT, "cannot add a row to \"" + describe() + "\"")
              .found(row.length + " values")
              .expected(named.size() + ", one for each column that columns(…) names"));
    }
    List<Expression<?>> cells = new ArrayList<>();
    for (int i = 0; i < row.length; i++) {
      cells.add(Refusals.valueFor(named.get(i), row[i]));
    }
    List<List<Expression<?>>> rows = new ArrayList<>();
    if (source instanceof Values values) {
      rows.addAll(values.rows);
    }
    rows.add(cells);
    return new Insert<>(into.with(named), new Values(rows), conflict, projection);
  }

  private List<ColumnReference<?>> firstColumns(int count) {
    List<ColumnReference<?>> all = table().columnReferences();
    return all.subList(0, Math.min(count, all.size()));
  }

  /** Takes the rows from a query, its columns in the order of the named ones. */
  public Insert<R> from(org.aludel.sql.Query<?> select) {
    return new Insert<>(into, new Query(select), conflict, projection);
  }

  /** Leaves out rows that would violate a unique key, any or that over these columns. */
  public Insert<R> onConflictDoNothing(ColumnReference<?>... key) {
    return onConflict(key).doNothing();
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
    return new OnConflict<>(this, Arbiter.of(key), List.of()).doUpdate(assignments);
  }

  /**
   * What to do about rows that exist already, found by the unique index over these columns and
   * expressions, or by any.
   */
  public OnConflict<R> onConflict(Expression<?>... key) {
    return new OnConflict<>(this, Arbiter.of(Arrays.asList(key)), List.of());
  }

  /** What to do about rows that exist already, found by a constraint of this exact name. */
  public OnConflict<R> onConflictOnConstraint(String constraint) {
    return new OnConflict<>(this, new Arbiter(List.of(), List.of(), constraint), List.of());
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

  /** Returns any number of values of each row inserted, by position, label or expression. */
  public Insert<Row> returningRow(Selectable<?>... items) {
    return returning(RowShape.projection(Arrays.asList(items)));
  }

  /** Returns what a projection makes of each row inserted. */
  public <S> Insert<S> returning(Projection<S> value) {
    return new Insert<>(into, source, conflict, value);
  }

  @Override
  public Insert<R> with(String name, @Nullable Object value) {
    return Parameters.bound(this, name, value);
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
    return "INSERT INTO " + into.table.tableName();
  }
}
