package org.aludel.sql.operator;

import org.aludel.sql.Expression;
import org.aludel.type.value.Range;

/**
 * What can be asked of a range.
 *
 * @param <B> the class of its bounds
 */
public interface RangeOperators<B> extends SpanOperators<Range<B>, B> {
  /** The smallest range that holds both, gap included. */
  default Expression<Range<B>> hull(Range<B> other) {
    return Nodes.call(
        "range_merge", span().type(), span(), Nodes.value(span().type(), other, span()));
  }
}
