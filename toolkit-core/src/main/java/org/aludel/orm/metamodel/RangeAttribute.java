package org.aludel.orm.metamodel;

import org.aludel.sql.Expression;
import org.aludel.sql.operator.RangeOperators;
import org.aludel.type.SqlType;
import org.aludel.type.value.Range;

/**
 * A range in a column, with the operators of ranges.
 *
 * @param <E> the entity class
 * @param <T> the class of its bounds
 */
public final class RangeAttribute<E, T> extends BasicAttribute<E, Range<T>>
    implements RangeOperators<T> {
  RangeAttribute(EntityTable<E> table, String attribute, String column, SqlType<Range<T>> type) {
    super(table, attribute, column, type);
  }

  @Override
  public Expression<Range<T>> span() {
    return this;
  }
}
