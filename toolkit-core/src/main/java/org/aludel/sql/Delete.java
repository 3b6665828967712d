package org.aludel.sql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A DELETE. Without a condition it is refused with {@code UNSAFE_STATEMENT}, unless {@link #all()}
 * says that every row is meant.
 *
 * @param <R> what a returned row becomes; {@link Void} without {@code returning}
 */
public record Delete<R>(
    TableSource<?> table,
    List<Predicate> where,
    boolean everyRow,
    @Nullable Projection<R> projection)
    implements Statement<R> {
  public Delete {
    where = List.copyOf(where);
  }

  static Delete<Void> from(TableSource<?> table) {
    return new Delete<>(table, List.of(), false, null);
  }

  /** Conditions that must all hold. */
  public Delete<R> where(Predicate... conditions) {
    List<Predicate> conjunction = new ArrayList<>(where);
    conjunction.addAll(Arrays.asList(conditions));
    return new Delete<>(table, conjunction, everyRow, projection);
  }

  /** Says that every row is meant. */
  public Delete<R> all() {
    return new Delete<>(table, where, true, projection);
  }

  /** Returns a value of each row deleted. */
  public <A> Delete<A> returning(Selectable<A> only) {
    return returning(Projection.of(only));
  }

  /** Returns two values of each row deleted. */
  public <A, B> Delete<Row2<A, B>> returning(Selectable<A> first, Selectable<B> second) {
    return returning(Projection.of(Row2<A, B>::new, first, second));
  }

  /** Returns what a projection makes of each row deleted. */
  public <S> Delete<S> returning(Projection<S> value) {
    return new Delete<>(table, where, everyRow, value);
  }

  @Override
  public <V> V accept(StatementVisitor<V> visitor) {
    return visitor.visitDelete(this);
  }
}
