package org.aludel.reflect;

import org.aludel.schema.Column;
import org.aludel.schema.QualifiedName;

/**
 * Told of each column that is read, before it stands in its table; as SQLAlchemy's {@code
 * column_reflect}. Called on the thread that reads, tables by name, columns in table order.
 */
@FunctionalInterface
public interface ColumnListener {
  /**
   * The column itself, or what takes its place under the same name; another name is refused with
   * SCHEMA-INVALID-OBJECT, since keys, indexes and checks say the old one.
   */
  Column reflected(QualifiedName table, Column column);
}
