package org.aludel.sql.operator;

import org.aludel.type.value.MultiRange;

/**
 * What can be asked of a multirange; a single range is {@code MultiRange.of(range)}. PostgreSQL 14
 * and later.
 *
 * @param <B> the class of its bounds
 */
public interface MultiRangeOperators<B> extends SpanOperators<MultiRange<B>, B> {}
