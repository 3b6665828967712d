package org.aludel.orm.metamodel;

import org.aludel.sql.Expression;
import org.aludel.sql.operator.MultiRangeOperators;
import org.aludel.type.SqlType;
import org.aludel.type.value.MultiRange;

/**
 * Several ranges in a column, with the operators of multiranges.
 *
 * @param <E> the entity class
 * @param <T> the class of their bounds
 */
public final class MultiRangeAttribute<E, T> extends BasicAttribute<E, MultiRange<T>>
    implements MultiRangeOperators<T> {
  MultiRangeAttribute(
      EntityTable<E> table, String attribute, String column, SqlType<MultiRange<T>> type) {
    super(table, attribute, column, type);
  }

  @Override
  public Expression<MultiRange<T>> span() {
    return this;
  }
}
