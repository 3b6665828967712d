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
    implements Query<R> {

  /**
   * Where rows come from.
   *
   * @param items as named by the user; empty to take the tables of the projection
   */
  public record From(List<FromItem> items, List<Join> joins, Correlation correlation) {
    public From {
      items = List.copyOf(items);
      joins = List.copyOf(joins);
    }

    /** Sources of which those are taken from a query around that what is selected demands. */
    public From(List<FromItem> items, List<Join> joins) {
      this(items, joins, Correlation.AUTOMATIC);
    }
  }

  /**
   * Which sources of a subquery are those of a query around it.
   *
   * @param sources all others where {@code except}, else these; null to tell by what is selected
   */
  public record Correlation(@Nullable List<FromItem> sources, boolean except) {
    /** A source that is around is not read again, unless there would be no other. */
    public static final Correlation AUTOMATIC = new Correlation(null, false);

    public Correlation {
      sources = sources == null ? null : List.copyOf(sources);
    }

    /** Whether a source may be one of a query around. */
    public boolean allows(SourceKey key) {
      return sources == null || sources.stream().anyMatch(one -> one.key().equals(key)) != except;
    }
  }

  /** Which rows, how they are grouped, and the windows that functions look through by name. */
  public record Criteria(
      List<Predicate> where,
      List<GroupTerm> groupBy,
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

  /**
   * In which order, and how many.
   *
   * @param withTies whether rows that are equal to the last one come too
   */
  public record Paging(
      List<Ordering> orderBy,
      @Nullable Expression<Long> limit,
      @Nullable Expression<Long> offset,
      boolean withTies) {
    /** All rows, in any order. */
    public static final Paging NONE = new Paging(List.of(), null, null, false);

    public Paging {
      orderBy = List.copyOf(orderBy);
    }

    Paging orderBy(OrderTerm... terms) {
      List<Ordering> order = new ArrayList<>(orderBy);
      for (OrderTerm term : terms) {
        order.add(term.ordering());
      }
      return new Paging(order, limit, offset, withTies);
    }

    Paging limit(long rows) {
      return limit(new Bind<>(SqlTypes.BIGINT, rows));
    }

    Paging limit(Expression<Long> rows) {
      return new Paging(orderBy, rows, offset, false);
    }

    Paging offset(long rows) {
      return offset(new Bind<>(SqlTypes.BIGINT, rows));
    }

    Paging offset(Expression<Long> rows) {
      return new Paging(orderBy, limit, rows, withTies);
    }

    Paging tied() {
      return new Paging(orderBy, limit, offset, true);
    }
  }

  /** The rest. */
  public record Modifiers(
      Distinct distinctness,
      List<RowLock> locks,
      List<StatementOption> options,
      List<RawPiece> pieces) {
    /** None. */
    public static final Modifiers NONE =
        new Modifiers(Distinct.NO, List.of(), List.of(), List.of());

    public Modifiers {
      locks = List.copyOf(locks);
      options = List.copyOf(options);
      pieces = List.copyOf(pieces);
    }

    /** Whether equal rows come once. */
    public boolean distinct() {
      return !distinctness.equals(Distinct.NO);
    }

    Modifiers withDistinct(Distinct value) {
      return new Modifiers(value, locks, options, pieces);
    }

    Modifiers withLock(RowLock value) {
      return new Modifiers(distinctness, plus(locks, value), options, pieces);
    }

    /** The same with other wishes. */
    public Modifiers withOptions(List<StatementOption> value) {
      return new Modifiers(distinctness, locks, value, pieces);
    }

    Modifiers withPiece(RawPiece value) {
      return new Modifiers(distinctness, locks, options, plus(pieces, value));
    }
  }

  /**
   * Which rows come once.
   *
   * @param on rows that are equal in these; empty for rows that are equal in all they have
   */
  public record Distinct(boolean wanted, List<Expression<?>> on) {
    /** All rows come. */
    public static final Distinct NO = new Distinct(false, List.of());

    public Distinct {
      on = List.copyOf(on);
    }
  }

  /** SQL as written by the user, at one place of the statement. */
  public record RawPiece(Place place, String sql) {
    /** Where it stands. */
    public enum Place {
      /** Before SELECT, as comments that are hints. */
      HINT,
      /** Behind SELECT. */
      PREFIX,
      /** At the end. */
      SUFFIX
    }
  }

  static <R> Select<R> of(Projection<R> projection) {
    return new Select<>(
        projection,
        new From(List.of(), List.of()),
        new Criteria(List.of(), List.of(), List.of(), List.of()),
        Paging.NONE,
        Modifiers.NONE);
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
    return withFrom(new From(plus(from.items, items), from.joins, from.correlation));
  }

  /**
   * In a subquery: takes these sources from the query around, and no others. Of none it takes none.
   */
  public Select<R> correlate(FromItem... sources) {
    return withFrom(new From(from.items, from.joins, new Correlation(List.of(sources), false)));
  }

  /** In a subquery: takes all sources from the query around that it has, but for these. */
  public Select<R> correlateExcept(FromItem... sources) {
    return withFrom(new From(from.items, from.joins, new Correlation(List.of(sources), true)));
  }

  /** An inner join; its condition comes from the one foreign key between the two sides. */
  public Select<R> join(JoinTarget target) {
    return join(new Join(Join.Kind.INNER, target, null));
  }

  /** An inner join. */
  public Select<R> join(FromItem target, Predicate on) {
    return join(new Join(Join.Kind.INNER, target, on));
  }

  /** An inner join to the source that is named first, which is added to the sources if need be. */
  public Select<R> joinFrom(FromItem left, JoinTarget target) {
    return join(new Join(Join.Kind.INNER, target, Join.Match.INFERRED, left));
  }

  /** An inner join to the source that is named first; errors as above. */
  public Select<R> joinFrom(FromItem left, FromItem target, Predicate on) {
    return join(new Join(Join.Kind.INNER, target, new Join.Match(on, null), left));
  }

  /** A left outer join; its condition comes from the one foreign key between the two sides. */
  public Select<R> leftJoin(JoinTarget target) {
    return join(new Join(Join.Kind.LEFT, target, null));
  }

  /** A left outer join. */
  public Select<R> leftJoin(FromItem target, Predicate on) {
    return join(new Join(Join.Kind.LEFT, target, on));
  }

  /** A right outer join; its condition comes from the one foreign key between the two sides. */
  public Select<R> rightJoin(JoinTarget target) {
    return join(new Join(Join.Kind.RIGHT, target, null));
  }

  /** A right outer join. */
  public Select<R> rightJoin(FromItem target, Predicate on) {
    return join(new Join(Join.Kind.RIGHT, target, on));
  }

  /** A full outer join; its condition comes from the one foreign key between the two sides. */
  public Select<R> fullJoin(JoinTarget target) {
    return join(new Join(Join.Kind.FULL, target, null));
  }

  /** A full outer join. */
  public Select<R> fullJoin(FromItem target, Predicate on) {
    return join(new Join(Join.Kind.FULL, target, on));
  }

  /** Every row with every row. */
  public Select<R> crossJoin(FromItem target) {
    return join(new Join(Join.Kind.CROSS, target, null));
  }

  /**
   * A join on columns that have these names on both sides, which become one: USING. Selected by
   * name alone, {@code column(name, type)}, a column is that of whichever side has a value.
   */
  public Select<R> joinUsing(Join.Kind kind, FromItem target, String... columns) {
    return join(new Join(kind, target, new Join.Match(null, List.of(columns)), null));
  }

  /** A join on all columns that both sides have: NATURAL. */
  public Select<R> naturalJoin(Join.Kind kind, FromItem target) {
    return join(new Join(kind, target, new Join.Match(null, List.of()), null));
  }

  /** Any join. */
  public Select<R> join(Join join) {
    return withFrom(new From(from.items, plus(from.joins, join), from.correlation));
  }

  /** Conditions that must all hold. */
  public Select<R> where(Predicate... conditions) {
    return withCriteria(
        new Criteria(
            plus(criteria.where, conditions), criteria.groupBy, criteria.having, criteria.windows));
  }

  /** Keys behind those given before: expressions, or sets of them such as {@link Sql#rollup}. */
  public Select<R> groupBy(GroupTerm... keys) {
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
    return withPaging(paging.orderBy(terms));
  }

  /** At most so many rows. */
  public Select<R> limit(long rows) {
    return withPaging(paging.limit(rows));
  }

  /** At most so many rows, as the database computes it. */
  public Select<R> limit(Expression<Long> rows) {
    return withPaging(paging.limit(rows));
  }

  /** Skips so many rows first. */
  public Select<R> offset(long rows) {
    return withPaging(paging.offset(rows));
  }

  /** Skips so many rows first, as the database computes it. */
  public Select<R> offset(Expression<Long> rows) {
    return withPaging(paging.offset(rows));
  }

  /** At most so many rows, and all that are equal to the last of them in the order. */
  public Select<R> fetchWithTies(long rows) {
    return withPaging(paging.limit(rows).tied());
  }

  /** Equal rows once. */
  public Select<R> distinct() {
    return withModifiers(modifiers.withDistinct(new Distinct(true, List.of())));
  }

  /** The first of the rows that are equal in these; the order decides which that is. */
  public Select<R> distinctOn(Expression<?>... keys) {
    return withModifiers(modifiers.withDistinct(new Distinct(true, List.of(keys))));
  }

  /** Locks the rows until the transaction ends, waiting for others. */
  public Select<R> forUpdate() {
    return lock(RowLock.forUpdate());
  }

  /** Locks the rows until the transaction ends; a lock each for several sources. */
  public Select<R> lock(RowLock lock) {
    return withModifiers(modifiers.withLock(lock));
  }

  /** Wishes for whoever runs it. */
  public Select<R> options(StatementOption... values) {
    return withModifiers(modifiers.withOptions(plus(modifiers.options, values)));
  }

  /** SQL before SELECT, as it stands; meant for comments that are hints. Never for users' input. */
  public Select<R> hint(String sql) {
    return piece(RawPiece.Place.HINT, sql);
  }

  /** SQL behind SELECT, as it stands. Never for users' input. */
  public Select<R> prefix(String sql) {
    return piece(RawPiece.Place.PREFIX, sql);
  }

  /** SQL at the end, as it stands. Never for users' input. */
  public Select<R> suffix(String sql) {
    return piece(RawPiece.Place.SUFFIX, sql);
  }

  private Select<R> piece(RawPiece.Place place, String sql) {
    return withModifiers(modifiers.withPiece(new RawPiece(place, sql)));
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
