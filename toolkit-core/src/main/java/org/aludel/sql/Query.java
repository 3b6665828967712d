package org.aludel.sql;

import java.util.List;

/**
 * A statement whose rows another statement may use: as a source, a value, a condition, a named
 * query or a part of UNION.
 *
 * <pre>{@code
 * DerivedTable<Row2<Long, Long>> orders =
 *     select(ORDER.user.id.as("user"), count().as("orders")).groupBy(ORDER.user.id).as("o");
 * select(USER.name, orders.c("orders", SqlTypes.BIGINT)).leftJoin(orders, …)
 * }</pre>
 *
 * @param <R> what one row becomes
 */
public sealed interface Query<R> extends Statement<R>
    permits Select, SetOperation, Values, TextStatement, With {
  /**
   * The columns of its rows in order: names, types, and what was selected. Immutable; empty where
   * the database alone knows them.
   */
  default List<QueryColumns.Description> columnDescriptions() {
    return QueryColumns.of(this, List.of()).descriptions();
  }

  /** This query as a source of another; its columns are {@link DerivedSource#column}. */
  default DerivedTable<R> as(String alias) {
    return new DerivedTable<>(this, alias, QueryColumns.impliedNames(this), false);
  }

  /** This query as a source of another, its first columns renamed. */
  default DerivedTable<R> as(String alias, String... columns) {
    return as(alias).named(columns);
  }

  /** This query as a source that may use the columns of the sources before it: LATERAL. */
  default DerivedTable<R> lateral(String alias) {
    return new DerivedTable<>(this, alias, QueryColumns.impliedNames(this), true);
  }

  /** The rows of both queries, equal ones once. */
  default SetOperation<R> union(Query<R> other) {
    return SetOperation.of(SetOperation.Operator.UNION, this, other);
  }

  /** The rows of both queries. */
  default SetOperation<R> unionAll(Query<R> other) {
    return SetOperation.of(SetOperation.Operator.UNION_ALL, this, other);
  }

  /** The rows that both queries give, equal ones once. */
  default SetOperation<R> intersect(Query<R> other) {
    return SetOperation.of(SetOperation.Operator.INTERSECT, this, other);
  }

  /** The rows that both queries give, as often as both give them. */
  default SetOperation<R> intersectAll(Query<R> other) {
    return SetOperation.of(SetOperation.Operator.INTERSECT_ALL, this, other);
  }

  /** The rows that the other query does not give, equal ones once. */
  default SetOperation<R> except(Query<R> other) {
    return SetOperation.of(SetOperation.Operator.EXCEPT, this, other);
  }

  /** The rows without those of the other query, each of which takes one away. */
  default SetOperation<R> exceptAll(Query<R> other) {
    return SetOperation.of(SetOperation.Operator.EXCEPT_ALL, this, other);
  }
}
