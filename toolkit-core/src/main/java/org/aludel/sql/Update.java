package org.aludel.sql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An UPDATE. Without a condition it is refused with {@code UNSAFE_STATEMENT}, unless {@link #all()}
 * says that every row is meant.
 *
 * @param <R> what a returned row becomes; {@link Void} without {@code returning}
 */
public record Update<R>(
    TableSource<?> table,
    List<Assignment> assignments,
    Reach reach,
    @Nullable Projection<R> projection)
    implements Statement<R> {
  public Update {
    assignments = List.copyOf(assignments);
  }

  static Update<Void> of(TableSource<?> table) {
    return new Update<>(table, List.of(), Reach.NOTHING_SAID, null);
  }

  /** Sets a column; null is SQL NULL. */
  public <T> Update<R> set(ColumnReference<T> column, @Nullable T value) {
    return set(column, new Bind<>(column.type(), value));
  }

  /** Sets a column to SQL NULL. */
  public <T> Update<R> setNull(ColumnReference<T> column) {
    return set(column, new Bind<>(column.type(), null));
  }

  /** Sets a column to a value that the database computes. */
  public <T> Update<R> set(ColumnReference<T> column, Expression<T> value) {
    return set(new Assignment(column, value));
  }

  /**
   * Sets the columns of a reference to the key of an object; null is SQL NULL.
   *
   * @throws org.aludel.error.CompileException with {@code WRONG_VALUE} for an object that has no
   *     key yet
   */
  public <T> Update<R> set(Assignable<T> reference, @Nullable T value) {
    return set(reference.assignments(value).toArray(new Assignment[0]));
  }

  /** Sets columns. */
  public Update<R> set(Assignment... more) {
    List<Assignment> all = new ArrayList<>(assignments);
    all.addAll(Arrays.asList(more));
    return new Update<>(table, all, reach, projection);
  }

  private Update<R> reaching(Reach value) {
    return new Update<>(table, assignments, value, projection);
  }

  /** Names other sources, whose columns conditions and values may use: {@code FROM}. */
  public Update<R> from(FromItem... sources) {
    return reaching(reach.with(sources));
  }

  /** Joins to the sources that {@link #from} names. */
  public Update<R> join(FromItem target, Predicate on) {
    return reaching(reach.with(new Join(Join.Kind.INNER, target, on)));
  }

  /** Joins to the sources that {@link #from} names, whose rows are kept without a partner. */
  public Update<R> leftJoin(FromItem target, Predicate on) {
    return reaching(reach.with(new Join(Join.Kind.LEFT, target, on)));
  }

  /** Conditions that must all hold. */
  public Update<R> where(Predicate... conditions) {
    return reaching(reach.and(conditions));
  }

  /** Says that every row is meant. */
  public Update<R> all() {
    return reaching(reach.all());
  }

  /** Returns a value of each row as it is after the update. */
  public <A> Update<A> returning(Selectable<A> only) {
    return returning(Projection.of(only));
  }

  /** Returns two values of each row as it is after the update. */
  public <A, B> Update<Row2<A, B>> returning(Selectable<A> first, Selectable<B> second) {
    return returning(Projection.of(Row2<A, B>::new, first, second));
  }

  /** Returns three values of each row as it is after the update. */
  public <A, B, C> Update<Row3<A, B, C>> returning(
      Selectable<A> first, Selectable<B> second, Selectable<C> third) {
    return returning(Projection.of(Row3<A, B, C>::new, first, second, third));
  }

  /**
   * Returns any number of values of each row as it is after the update, by position, label or
   * expression.
   */
  public Update<Row> returningRow(Selectable<?>... items) {
    return returning(RowShape.projection(Arrays.asList(items)));
  }

  /** Returns what a projection makes of each row as it is after the update. */
  public <S> Update<S> returning(Projection<S> value) {
    return new Update<>(table, assignments, reach, value);
  }

  @Override
  public Update<R> with(String name, @Nullable Object value) {
    return Parameters.bound(this, name, value);
  }

  @Override
  public Update<R> completed() {
    return GivenValues.complete(this, true);
  }

  @Override
  public Update<R> shown() {
    return GivenValues.complete(this, false);
  }

  @Override
  public <V> V accept(StatementVisitor<V> visitor) {
    return visitor.visitUpdate(this);
  }
}
