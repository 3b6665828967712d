package org.aludel.sql;

import java.util.ArrayList;
import java.util.List;
import org.aludel.type.SqlType;
import org.jspecify.annotations.Nullable;

/** Calls of functions over many rows: aggregates with what belongs to them, and windows. */
public sealed interface Call<T> extends Expression<T> {
  /**
   * {@code f(… ORDER BY …) WITHIN GROUP (ORDER BY …) FILTER (WHERE …)}.
   *
   * @param orderBy in which order values are taken, for functions to which it matters
   * @param withinGroup what an ordered-set or hypothetical-set function orders
   * @param filter which rows count; null for all
   */
  record Aggregate<T>(
      Scalar.FunctionCall<T> function,
      List<Ordering> orderBy,
      List<Ordering> withinGroup,
      @Nullable Predicate filter)
      implements Call<T> {
    public Aggregate {
      orderBy = List.copyOf(orderBy);
      withinGroup = List.copyOf(withinGroup);
    }

    static <T> Aggregate<T> of(Scalar.FunctionCall<T> function) {
      return new Aggregate<>(function, List.of(), List.of(), null);
    }

    /** Takes the values in this order, behind the terms given before. */
    public Aggregate<T> orderBy(OrderTerm... terms) {
      return new Aggregate<>(function, more(orderBy, terms), withinGroup, filter);
    }

    /** Names what an ordered-set function such as {@code percentile_cont} orders. */
    public Aggregate<T> withinGroup(OrderTerm... terms) {
      return new Aggregate<>(function, orderBy, more(withinGroup, terms), filter);
    }

    /** Counts only rows of which all conditions hold. */
    public Aggregate<T> filter(Predicate... conditions) {
      Predicate added = Sql.and(conditions);
      return new Aggregate<>(
          function, orderBy, withinGroup, filter == null ? added : Sql.and(filter, added));
    }

    /** Over all rows, each keeping its own: {@code OVER ()}. */
    public Over<T> over() {
      return over(Window.EMPTY);
    }

    /** Over a window of rows. */
    public Over<T> over(Window window) {
      return new Over<>(this, window);
    }

    /** Over a window that the query names: {@link Select#window}. */
    public Over<T> over(String window) {
      return over(Window.named(window));
    }

    @Override
    public SqlType<T> type() {
      return function.type();
    }

    @Override
    public <V> V accept(ExpressionVisitor<V> visitor) {
      return visitor.visitAggregate(this);
    }

    private static List<Ordering> more(List<Ordering> before, OrderTerm... terms) {
      List<Ordering> all = new ArrayList<>(before);
      for (OrderTerm term : terms) {
        all.add(term.ordering());
      }
      return all;
    }
  }

  /**
   * {@code f(…) OVER (…)}.
   *
   * @param call a function or an aggregate
   */
  record Over<T>(Expression<T> call, Window window) implements Call<T> {
    @Override
    public SqlType<T> type() {
      return call.type();
    }

    @Override
    public <V> V accept(ExpressionVisitor<V> visitor) {
      return visitor.visitOver(this);
    }
  }
}
