package org.aludel.orm.query;

import org.aludel.orm.metamodel.BasicAttribute;
import org.aludel.sql.Expression;
import org.aludel.sql.StatementOption;

/**
 * What a statement reads into an attribute that no table stores.
 *
 * @param expression over the class of the attribute under the name that the attribute has
 */
record WithExpression(BasicAttribute<?, ?> attribute, Expression<?> expression)
    implements StatementOption {
  @Override
  public String describe() {
    return "withExpression(" + attribute + ", …)";
  }
}
