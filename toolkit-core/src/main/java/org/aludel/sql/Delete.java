package org.aludel.sql;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A DELETE. Without a condition it is refused with {@code UNSAFE_STATEMENT}, unless {@link #all()}
 * says that every row is meant.
 *
 * @param <R> what a returned row becomes; {@link Void} without {@code returning}
 */
public record Delete<R>(TableSource<?> table, Reach reach, @Nullable Projection<R> projection)
    implements Statement<R> {

  static Delete<Void> from(TableSource<?> table) {
    return new Delete<>(table, Reach.NOTHING_SAID, null);
  }

  private Delete<R> reaching(Reach value) {
    return new Delete<>(table, value, projection);
  }

  /** Names other sources, whose columns conditions may use: {@code USING}. */
  public Delete<R> using(FromItem... sources) {
    return reaching(reach.with(sources));
  }

  /** Joins to the sources that {@link #using} names. */
  public Delete<R> join(FromItem target, Predicate on) {
    return reaching(reach.with(new Join(Join.Kind.INNER, target, on)));
  }

  /** Joins to the sources that {@link #using} names, whose rows are kept without a partner. */
  public Delete<R> leftJoin(FromItem target, Predicate on) {
    return reaching(reach.with(new Join(Join.Kind.LEFT, target, on)));
  }

  /** Conditions that must all hold. */
  public Delete<R> where(Predicate... conditions) {
    return reaching(reach.and(conditions));
  }

  /** Says that every row is meant. */
  public Delete<R> all() {
    return reaching(reach.all());
  }

  /** Returns a value of each row deleted. */
  public <A> Delete<A> returning(Selectable<A> only) {
    return returning(Projection.of(only));
  }

  /** Returns two values of each row deleted. */
  public <A, B> Delete<Row2<A, B>> returning(Selectable<A> first, Selectable<B> second) {
    return returning(Projection.of(Row2<A, B>::new, first, second));
  }

  /** Returns three values of each row deleted. */
  public <A, B, C> Delete<Row3<A, B, C>> returning(
      Selectable<A> first, Selectable<B> second, Selectable<C> third) {
    return returning(Projection.of(Row3<A, B, C>::new, first, second, third));
  }

  /** Returns any number of values of each row deleted, by position, label or expression. */
  public Delete<Row> returningRow(Selectable<?>... items) {
    return returning(RowShape.projection(Arrays.asList(items)));
  }

  /** Returns what a projection makes of each row deleted. */
  public <S> Delete<S> returning(Projection<S> value) {
    return new Delete<>(table, reach, value);
  }

  @Override
  public Delete<R> with(String name, @Nullable Object value) {
    return Parameters.bound(this, name, value);
  }

  @Override
  public <V> V accept(StatementVisitor<V> visitor) {
    return visitor.visitDelete(this);
  }
}
