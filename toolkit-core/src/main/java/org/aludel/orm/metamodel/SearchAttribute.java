package org.aludel.orm.metamodel;

import org.aludel.sql.Expression;
import org.aludel.sql.operator.SearchOperators;
import org.aludel.type.SqlType;

/**
 * A search vector in a column, with its operators.
 *
 * @param <E> the entity class
 */
public final class SearchAttribute<E> extends BasicAttribute<E, String> implements SearchOperators {
  SearchAttribute(EntityTable<E> table, String attribute, String column, SqlType<String> type) {
    super(table, attribute, column, type);
  }

  @Override
  public Expression<String> vector() {
    return this;
  }
}
