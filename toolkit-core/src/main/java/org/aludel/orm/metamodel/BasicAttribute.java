package org.aludel.orm.metamodel;

import org.aludel.sql.ColumnReference;
import org.aludel.type.SqlType;

/**
 * An attribute in a column, usable wherever a column is; its subclasses add the operators of a
 * type.
 *
 * @param <E> the entity class
 * @param <T> the class of its values
 */
public class BasicAttribute<E, T> extends ColumnReference<T> {
  private final EntityTable<E> table;
  private final String attribute;

  BasicAttribute(EntityTable<E> table, String attribute, String column, SqlType<T> type) {
    super(table, column, type);
    this.table = table;
    this.attribute = attribute;
  }

  /** Whose attribute it is. */
  public final EntityTable<E> table() {
    return table;
  }

  /** The attribute's name, which is the field's; {@link #name()} is the column's. */
  public final String attribute() {
    return attribute;
  }

  @Override
  public final String toString() {
    return table + "." + attribute;
  }
}
