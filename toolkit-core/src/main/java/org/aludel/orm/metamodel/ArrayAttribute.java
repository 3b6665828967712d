package org.aludel.orm.metamodel;

import java.util.List;
import org.aludel.sql.Expression;
import org.aludel.sql.operator.ArrayOperators;
import org.aludel.type.SqlType;

/**
 * A list in a column, with the operators of arrays.
 *
 * @param <E> the entity class
 * @param <T> the class of its elements
 */
public final class ArrayAttribute<E, T> extends BasicAttribute<E, List<T>>
    implements ArrayOperators<T> {
  ArrayAttribute(EntityTable<E> table, String attribute, String column, SqlType<List<T>> type) {
    super(table, attribute, column, type);
  }

  @Override
  public Expression<List<T>> array() {
    return this;
  }
}
