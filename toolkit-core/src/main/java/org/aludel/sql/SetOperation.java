package org.aludel.sql;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * UNION, INTERSECT or EXCEPT of two queries or more, from the left. Order and limits are those of
 * the whole; a part that has its own keeps them, in parentheses. An order names what the first part
 * selects.
 *
 * @param parts two or more
 * @param <R> what a row becomes, as the first part has it
 */
public record SetOperation<R>(Operator operator, List<Query<R>> parts, Select.Paging paging)
    implements Query<R> {
  /** What becomes of the rows of both sides. */
  public enum Operator {
    UNION,
    UNION_ALL,
    INTERSECT,
    INTERSECT_ALL,
    EXCEPT,
    EXCEPT_ALL
  }

  public SetOperation {
    parts = List.copyOf(parts);
  }

  /** A chain of one operator is flat, since all of them group from the left. */
  static <R> SetOperation<R> of(Operator operator, Query<R> left, Query<R> right) {
    List<Query<R>> parts = new ArrayList<>();
    if (left instanceof SetOperation<R> chain
        && chain.operator == operator
        && chain.paging.equals(Select.Paging.NONE)) {
      parts.addAll(chain.parts);
    } else {
      parts.add(left);
    }
    parts.add(right);
    return new SetOperation<>(operator, parts, Select.Paging.NONE);
  }

  /** The query whose columns give the result its names and types. */
  public Query<R> first() {
    return parts.get(0);
  }

  @Override
  public Projection<R> projection() {
    return QueryColumns.projection(first());
  }

  /** Terms behind those given before: what the first part selects, with a direction. */
  public SetOperation<R> orderBy(OrderTerm... terms) {
    return withPaging(paging.orderBy(terms));
  }

  /** At most so many rows. */
  public SetOperation<R> limit(long rows) {
    return withPaging(paging.limit(rows));
  }

  /** Skips so many rows first. */
  public SetOperation<R> offset(long rows) {
    return withPaging(paging.offset(rows));
  }

  /** At most so many rows, and all that are equal to the last of them in the order. */
  public SetOperation<R> fetchWithTies(long rows) {
    return withPaging(paging.limit(rows).tied());
  }

  /** The same rows in another order and page. */
  public SetOperation<R> withPaging(Select.Paging value) {
    return new SetOperation<>(operator, parts, value);
  }

  @Override
  public SetOperation<R> with(String name, @Nullable Object value) {
    return Parameters.bound(this, name, value);
  }

  @Override
  public <V> V accept(StatementVisitor<V> visitor) {
    return visitor.visitSetOperation(this);
  }
}
