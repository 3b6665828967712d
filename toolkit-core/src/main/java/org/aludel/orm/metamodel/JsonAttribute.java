package org.aludel.orm.metamodel;

import org.aludel.sql.Expression;
import org.aludel.sql.operator.JsonOperators;
import org.aludel.type.SqlType;

/**
 * JSON in a column, with its operators.
 *
 * @param <E> the entity class
 * @param <T> the class of its values
 */
public final class JsonAttribute<E, T> extends BasicAttribute<E, T> implements JsonOperators {
  JsonAttribute(EntityTable<E> table, String attribute, String column, SqlType<T> type) {
    super(table, attribute, column, type);
  }

  @Override
  public Expression<T> json() {
    return this;
  }
}
