package org.aludel.orm.metamodel;

import java.util.Map;
import org.aludel.sql.Expression;
import org.aludel.sql.operator.HstoreOperators;
import org.aludel.type.SqlType;
import org.jspecify.annotations.Nullable;

/**
 * A map of text in a column, with the operators of hstore.
 *
 * @param <E> the entity class
 */
public final class HstoreAttribute<E> extends BasicAttribute<E, Map<String, @Nullable String>>
    implements HstoreOperators {
  HstoreAttribute(
      EntityTable<E> table,
      String attribute,
      String column,
      SqlType<Map<String, @Nullable String>> type) {
    super(table, attribute, column, type);
  }

  @Override
  public Expression<Map<String, @Nullable String>> hstore() {
    return this;
  }
}
