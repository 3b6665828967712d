package org.aludel.orm.metamodel;

import org.aludel.sql.Expression;
import org.aludel.sql.operator.NetworkOperators;
import org.aludel.type.SqlType;

/**
 * An address in a column, with the operators of addresses.
 *
 * @param <E> the entity class
 * @param <T> the class of its values
 */
public final class NetworkAttribute<E, T> extends BasicAttribute<E, T>
    implements NetworkOperators<T> {
  NetworkAttribute(EntityTable<E> table, String attribute, String column, SqlType<T> type) {
    super(table, attribute, column, type);
  }

  @Override
  public Expression<T> network() {
    return this;
  }
}
