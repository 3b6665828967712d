package org.aludel.sql;

import java.util.ArrayList;
import java.util.List;
import org.aludel.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * A SELECT, one record component a clause. Built by {@link Sql#select}; conditions added by several
 * calls must all hold.
 *
 * @param <R> what a row becomes
 */
public record Select<R>(
    Projection<R> projection, From from, Criteria criteria, Paging paging, Modifiers modifiers)
    implements Statement<R> {

  /**
   * Where rows come from.
   *
   * @param items as named by the user; empty to take the tables of the projection
   */
  public record From(List<FromItem> items, List<Join> joins) {
    public From {
      items = List.copyOf(items);
      joins = List.copyOf(joins);
    }
  }

  /** Which rows, how they are grouped, and the windows that functions look through by name. */
  public record Criteria(
      List<Predicate> where,
      List<Expression<?>> groupBy,
      List<Predicate> having,
      List<NamedWindow> windows) {
    public Criteria {
      where = List.copyOf(where);
      groupBy = List.copyOf(groupBy);
      having = List.copyOf(having);
      windows = List.copyOf(windows);
    }
  }

  /** {@code WINDOW name AS (…)}. */
  public record NamedWindow(String name, Window window) {}

  /** In which order, and how many. */
  public record Paging(
      List<Ordering> orderBy, @Nullable Expression<Long> limit, @Nullable Expression<Long> offset) {
    public Paging {
      orderBy = List.copyOf(orderBy);
    }
  }

  /** The rest. */
  public record Modifiers(boolean distinct, @Nullable RowLock lock, List<StatementOption> options) {
    public Modifiers {
      options = List.copyOf(options);
    }
  }

  /** {@code FOR UPDATE} and its milder forms. */
  public record RowLock(Strength strength, Wait waiting) {
    /** What others may still do with the rows. */
    public enum Strength {
      UPDATE,
      NO_KEY_UPDATE,
      SHARE,
      KEY_SHARE
    }

    /** What to do about rows that are locked already. */
    public enum Wait {
      WAIT,
      NO_WAIT,
      SKIP_LOCKED
    }
  }

  static <R> Select<R> of(Projection<R> projection) {
    return new Select<>(
        projection,
        new From(List.of(), List.of()),
        new Criteria(List.of(), List.of(), List.of(), List.of()),
        new Paging(List.of(), null, null),
        new Modifiers(false, null, List.of()));
  }

  /** The same query with other parts selected. */
  public <S> Select<S> withProjection(Projection<S> value) {
    return new Select<>(value, from, criteria, paging, modifiers);
  }

  /** The same query with another FROM. */
  public Select<R> withFrom(From value) {
    return new Select<>(projection, value, criteria, paging, modifiers);
  }

  /** The same query with other conditions. */
  public Select<R> withCriteria(Criteria value) {
    return new Select<>(projection, from, value, paging, modifiers);
  }

  /** The same query with another order and page. */
  public Select<R> withPaging(Paging value) {
    return new Select<>(projection, from, criteria, value, modifiers);
  }

  /** The same query with other modifiers. */
  public Select<R> withModifiers(Modifiers value) {
    return new Select<>(projection, from, criteria, paging, value);
  }

  /** Names the sources, instead of taking them from what is selected. */
  public Select<R> from(FromItem... items) {
    return withFrom(new From(plus(from.items, items), from.joins));
  }

  /** An inner join; its condition comes from the one foreign key between the two sides. */
  public Select<R> join(JoinTarget target) {
    return join(new Join(Join.Kind.INNER, target, null));
  }

  /** An inner join. */
  public Select<R> join(FromItem target, Predicate on) {
    return join(new Join(Join.Kind.INNER, target, on));
  }

  /** A left outer join; its condition comes from the one foreign key between the two sides. */
  public Select<R> leftJoin(JoinTarget target) {
    return join(new Join(Join.Kind.LEFT, target, null));
  }

  /** A left outer join. */
  public Select<R> leftJoin(FromItem target, Predicate on) {
    return join(new Join(Join.Kind.LEFT, target, on));
  }

  /** Every row with every row. */
  public Select<R> crossJoin(FromItem target) {
    return join(new Join(Join.Kind.CROSS, target, null));
  }

  private Select<R> join(Join join) {
    return withFrom(new From(from.items, plus(from.joins, join)));
  }

  /** Conditions that must all hold. */
  public Select<R> where(Predicate... conditions) {
    return withCriteria(
        new Criteria(
            plus(criteria.where, conditions), criteria.groupBy, criteria.having, criteria.windows));
  }

  public Select<R> groupBy(Expression<?>... keys) {
    return withCriteria(
        new Criteria(
            criteria.where, plus(criteria.groupBy, keys), criteria.having, criteria.windows));
  }

  /** Conditions on groups that must all hold. */
  public Select<R> having(Predicate... conditions) {
    return withCriteria(
        new Criteria(
            criteria.where, criteria.groupBy, plus(criteria.having, conditions), criteria.windows));
  }

  /** Names a window for functions: {@code rank().over("w")}. */
  public Select<R> window(String name, Window window) {
    return withCriteria(
        new Criteria(
            criteria.where,
            criteria.groupBy,
            criteria.having,
            plus(criteria.windows, new NamedWindow(name, window))));
  }

  /** Terms behind those given before. */
  public Select<R> orderBy(OrderTerm... terms) {
    List<Ordering> order = new ArrayList<>(paging.orderBy);
    for (OrderTerm term : terms) {
      order.add(term.ordering());
    }
    return withPaging(new Paging(order, paging.limit, paging.offset));
  }

  /** At most so many rows. */
  public Select<R> limit(long rows) {
    return withPaging(new Paging(paging.orderBy, new Bind<>(SqlTypes.BIGINT, rows), paging.offset));
  }

  /** Skips so many rows first. */
  public Select<R> offset(long rows) {
    return withPaging(new Paging(paging.orderBy, paging.limit, new Bind<>(SqlTypes.BIGINT, rows)));
  }

  /** Equal rows once. */
  public Select<R> distinct() {
    return withModifiers(new Modifiers(true, modifiers.lock, modifiers.options));
  }

  /** Locks the rows until the transaction ends, waiting for others. */
  public Select<R> forUpdate() {
    return lock(RowLock.Strength.UPDATE, RowLock.Wait.WAIT);
  }

  /** Locks the rows until the transaction ends. */
  public Select<R> lock(RowLock.Strength strength, RowLock.Wait wait) {
    return withModifiers(
        new Modifiers(modifiers.distinct, new RowLock(strength, wait), modifiers.options));
  }

  /** Wishes for whoever runs it. */
  public Select<R> options(StatementOption... values) {
    return withModifiers(
        new Modifiers(modifiers.distinct, modifiers.lock, plus(modifiers.options, values)));
  }

  /** This query as a source of another. */
  public DerivedTable as(String alias) {
    return new DerivedTable(this, alias);
  }

  @Override
  public Select<R> with(String name, @Nullable Object value) {
    return Parameters.bound(this, name, value);
  }

  @Override
  public <V> V accept(StatementVisitor<V> visitor) {
    return visitor.visitSelect(this);
  }

  @SafeVarargs // only read
  private static <T> List<T> plus(List<? extends T> before, T... more) {
    List<T> all = new ArrayList<>(before);
    for (T one : more) {
      all.add(one);
    }
    return all;
  }
}
