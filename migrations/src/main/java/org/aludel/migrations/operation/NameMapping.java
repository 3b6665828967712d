package org.aludel.migrations.operation;

import org.aludel.schema.EnumType;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.Sequence;

/** Internal: what becomes of each name of a schema; everything stays unless overridden. */
public interface NameMapping {
  /** The new name of a table. */
  default QualifiedName table(QualifiedName table) {
    return table;
  }

  /** The new name of a column of a table, which is given by its old name. */
  default String column(QualifiedName table, String column) {
    return column;
  }

  /** The new name of a sequence. */
  default QualifiedName sequence(Sequence sequence) {
    return sequence.name();
  }

  /** The new form of an enum type. */
  default EnumType enumType(EnumType type) {
    return type;
  }

  /** The new text of an expression of a table, which is given by its old name. */
  default String expression(QualifiedName table, String sql) {
    return sql;
  }
}
