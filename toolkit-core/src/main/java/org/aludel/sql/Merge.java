package org.aludel.sql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A MERGE: rows of a source are matched with those of a table, and of each pair, or row without a
 * partner, the first action whose condition holds is done. PostgreSQL 15 and later.
 *
 * <pre>{@code
 * merge(STOCK).using(DELIVERY, STOCK.item.eq(DELIVERY.item))
 *     .whenMatched(STOCK.amount.plus(DELIVERY.amount).eq(0)).delete()
 *     .whenMatched().update(set(STOCK.amount, STOCK.amount.plus(DELIVERY.amount)))
 *     .whenNotMatched().insert(set(STOCK.item, DELIVERY.item), set(STOCK.amount, DELIVERY.amount))
 * }</pre>
 *
 * <p>Source: PostgreSQL 18, MERGE. {@code whenNotMatchedBySource} and RETURNING are of 17 and
 * later.
 *
 * @param source what is matched with the table
 * @param on which rows match
 * @param clauses in the order in which they are tried
 * @param <R> what a returned row becomes; {@link Void} without {@code returning}
 */
public record Merge<R>(
    TableSource<?> table,
    FromItem source,
    Predicate on,
    List<Clause> clauses,
    @Nullable Projection<R> projection)
    implements Statement<R> {
  public Merge {
    clauses = List.copyOf(clauses);
  }

  /** Rows of which kind a clause is for. */
  public enum Match {
    MATCHED,
    /** Rows of the source that match none of the table. */
    NOT_MATCHED,
    /** Rows of the table that no row of the source matches; PostgreSQL 17 and later. */
    NOT_MATCHED_BY_SOURCE
  }

  /**
   * {@code WHEN … THEN …}.
   *
   * @param condition null for all rows of the kind
   */
  public record Clause(Match match, @Nullable Predicate condition, Action action) {}

  /** What is done with a row. */
  public sealed interface Action {}

  /** {@code UPDATE SET}. */
  public record Change(List<Assignment> assignments) implements Action {
    public Change {
      assignments = List.copyOf(assignments);
      Refusals.requireSome(assignments, "UPDATE of a MERGE");
    }
  }

  /** {@code INSERT}; of no assignments a row of defaults. */
  public record Addition(List<Assignment> assignments) implements Action {
    public Addition {
      assignments = List.copyOf(assignments);
    }
  }

  /** {@code DELETE}. */
  public record Removal() implements Action {}

  /** {@code DO NOTHING}. */
  public record Nothing() implements Action {}

  /** A MERGE before its source. */
  public record Target(TableSource<?> table) {
    /** With the rows of a source, and the condition on which they match. */
    public Merge<Void> using(FromItem source, Predicate on) {
      return new Merge<>(table, source, on, List.of(), null);
    }
  }

  /**
   * A clause before its action.
   *
   * @param <R> as of the MERGE
   */
  public record When<R>(Merge<R> merge, Match match, @Nullable Predicate condition) {
    private Merge<R> then(Action action) {
      List<Clause> all = new ArrayList<>(merge.clauses);
      all.add(new Clause(match, condition, action));
      return new Merge<>(merge.table, merge.source, merge.on, all, merge.projection);
    }

    /** Leaves the row as it is. */
    public Merge<R> doNothing() {
      return then(new Nothing());
    }
  }

  /** A clause for rows of the table, before its action. */
  public record WhenThere<R>(When<R> when) {
    /** Sets columns of the row. */
    public Merge<R> update(Assignment... assignments) {
      return when.then(new Change(Arrays.asList(assignments)));
    }

    /** Deletes the row. */
    public Merge<R> delete() {
      return when.then(new Removal());
    }

    /** Leaves the row as it is. */
    public Merge<R> doNothing() {
      return when.doNothing();
    }
  }

  /** A clause for rows of the source alone, before its action. */
  public record WhenMissing<R>(When<R> when) {
    /** Inserts a row of these values; without any a row of defaults. */
    public Merge<R> insert(Assignment... assignments) {
      return when.then(new Addition(Arrays.asList(assignments)));
    }

    /** Inserts nothing. */
    public Merge<R> doNothing() {
      return when.doNothing();
    }
  }

  /** For rows that match, if all conditions hold. */
  public WhenThere<R> whenMatched(Predicate... conditions) {
    return new WhenThere<>(when(Match.MATCHED, conditions));
  }

  /** For rows of the source that match none of the table, if all conditions hold. */
  public WhenMissing<R> whenNotMatched(Predicate... conditions) {
    return new WhenMissing<>(when(Match.NOT_MATCHED, conditions));
  }

  /** For rows of the table that none of the source matches, if all conditions hold. */
  public WhenThere<R> whenNotMatchedBySource(Predicate... conditions) {
    return new WhenThere<>(when(Match.NOT_MATCHED_BY_SOURCE, conditions));
  }

  private When<R> when(Match match, Predicate... conditions) {
    return new When<>(this, match, conditions.length == 0 ? null : Sql.and(conditions));
  }

  /** Returns a value of each row changed. */
  public <A> Merge<A> returning(Selectable<A> only) {
    return returning(Projection.of(only));
  }

  /** Returns two values of each row changed. */
  public <A, B> Merge<Row2<A, B>> returning(Selectable<A> first, Selectable<B> second) {
    return returning(Projection.of(Row2<A, B>::new, first, second));
  }

  /** Returns three values of each row changed. */
  public <A, B, C> Merge<Row3<A, B, C>> returning(
      Selectable<A> first, Selectable<B> second, Selectable<C> third) {
    return returning(Projection.of(Row3<A, B, C>::new, first, second, third));
  }

  /** Returns any number of values of each row changed, by position, label or expression. */
  public Merge<Row> returningRow(Selectable<?>... items) {
    return returning(RowShape.projection(Arrays.asList(items)));
  }

  /** Returns what a projection makes of each row changed. */
  public <S> Merge<S> returning(Projection<S> value) {
    return new Merge<>(table, source, on, clauses, value);
  }

  @Override
  public Merge<R> with(String name, @Nullable Object value) {
    return Parameters.bound(this, name, value);
  }

  @Override
  public Merge<R> completed() {
    return GivenValues.complete(this, true);
  }

  @Override
  public Merge<R> shown() {
    return GivenValues.complete(this, false);
  }

  @Override
  public <V> V accept(StatementVisitor<V> visitor) {
    return visitor.visitMerge(this);
  }
}
