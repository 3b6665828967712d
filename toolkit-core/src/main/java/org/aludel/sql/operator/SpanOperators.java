package org.aludel.sql.operator;

import org.aludel.sql.Expression;
import org.aludel.sql.Predicate;
import org.aludel.type.SqlType;

/**
 * What ranges and multiranges have in common.
 *
 * <pre>{@code
 * select(BOOKING.id).where(BOOKING.stay.overlaps(Range.closedOpen(from, to)))
 * }</pre>
 *
 * <p>Source: PostgreSQL 18 §9.20.
 *
 * @param <S> the class of values, such as {@code Range<LocalDate>}
 * @param <B> the class of their bounds
 */
public interface SpanOperators<S, B> {
  /** The range itself. */
  Expression<S> span();

  /** Whether the value lies within: {@code @>}. */
  default Predicate containsValue(B value) {
    return containsValue(Nodes.value(bound(), value, span()));
  }

  /** Whether the value lies within: {@code @>}. */
  default Predicate containsValue(Expression<B> value) {
    return Nodes.holds(span(), "@>", value);
  }

  /** Whether all of the other lies within: {@code @>}. */
  default Predicate covers(S other) {
    return covers(whole(other));
  }

  /** Whether all of the other lies within: {@code @>}. */
  default Predicate covers(Expression<S> other) {
    return Nodes.holds(span(), "@>", other);
  }

  /** Whether it lies within the other: {@code <@}. */
  default Predicate coveredBy(S other) {
    return coveredBy(whole(other));
  }

  /** Whether it lies within the other: {@code <@}. */
  default Predicate coveredBy(Expression<S> other) {
    return Nodes.holds(span(), "<@", other);
  }

  /** Whether they have a point in common: {@code &&}. */
  default Predicate overlaps(S other) {
    return overlaps(whole(other));
  }

  /** Whether they have a point in common: {@code &&}. */
  default Predicate overlaps(Expression<S> other) {
    return Nodes.holds(span(), "&&", other);
  }

  /** Whether it ends before the other begins: {@code <<}. */
  default Predicate before(S other) {
    return before(whole(other));
  }

  /** Whether it ends before the other begins: {@code <<}. */
  default Predicate before(Expression<S> other) {
    return Nodes.holds(span(), "<<", other);
  }

  /** Whether it begins after the other ends: {@code >>}. */
  default Predicate after(S other) {
    return after(whole(other));
  }

  /** Whether it begins after the other ends: {@code >>}. */
  default Predicate after(Expression<S> other) {
    return Nodes.holds(span(), ">>", other);
  }

  /** Whether it ends no later than the other: {@code &<}. */
  default Predicate endsBy(S other) {
    return Nodes.holds(span(), "&<", whole(other));
  }

  /** Whether it begins no earlier than the other: {@code &>}. */
  default Predicate beginsFrom(S other) {
    return Nodes.holds(span(), "&>", whole(other));
  }

  /** Whether they meet without a gap and without a point in common: {@code -|-}. */
  default Predicate adjacentTo(S other) {
    return adjacentTo(whole(other));
  }

  /** Whether they meet without a gap and without a point in common: {@code -|-}. */
  default Predicate adjacentTo(Expression<S> other) {
    return Nodes.holds(span(), "-|-", other);
  }

  /** The lower bound; NULL of an empty range and of one without. */
  default Expression<B> lower() {
    return Nodes.call("lower", bound(), span());
  }

  /** The upper bound; NULL of an empty range and of one without. */
  default Expression<B> upper() {
    return Nodes.call("upper", bound(), span());
  }

  default Predicate isEmpty() {
    return Nodes.test("isempty", span());
  }

  /** Whether the lower bound is part of it. */
  default Predicate lowerIncluded() {
    return Nodes.test("lower_inc", span());
  }

  /** Whether the upper bound is part of it. */
  default Predicate upperIncluded() {
    return Nodes.test("upper_inc", span());
  }

  /** Whether it has no lower bound. */
  default Predicate lowerUnbounded() {
    return Nodes.test("lower_inf", span());
  }

  /** Whether it has no upper bound. */
  default Predicate upperUnbounded() {
    return Nodes.test("upper_inf", span());
  }

  /** All of both: {@code +}. The server refuses two ranges with a gap between them. */
  default Expression<S> union(S other) {
    return Nodes.infix(span().type(), span(), "+", whole(other));
  }

  /** What both have in common: {@code *}. */
  default Expression<S> intersection(S other) {
    return Nodes.infix(span().type(), span(), "*", whole(other));
  }

  /** Without the other: {@code -}. The server refuses a range that would fall in two. */
  default Expression<S> difference(S other) {
    return Nodes.infix(span().type(), span(), "-", whole(other));
  }

  private Expression<S> whole(S value) {
    return Nodes.value(span().type(), value, span());
  }

  private SqlType<B> bound() {
    return Nodes.inner(span(), "bounds");
  }
}
