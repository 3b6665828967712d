package org.aludel.migrations.operation;

import org.aludel.schema.EnumType;
import org.aludel.schema.ObjectReference;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.Sequence;
import org.aludel.type.SqlType;
import org.jspecify.annotations.Nullable;

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

  /** The new name of an object or of a part of one; tables and their parts have their own rules. */
  default ObjectReference object(ObjectReference reference) {
    return reference;
  }

  /** The new name of a schema, null for the default one. */
  default @Nullable String schema(@Nullable String schema) {
    return schema;
  }

  /** The new name of a constraint of a domain, which is given by its old name. */
  default String domainConstraint(QualifiedName domain, String constraint) {
    return constraint;
  }

  /** The type of a column, attribute or domain under its new name. */
  default SqlType<?> type(SqlType<?> type) {
    return type;
  }

  /** The new text of the definition of an object, which is given by its old name. */
  default String definition(ObjectReference object, String sql) {
    return sql;
  }

  /** The new text of an expression of a table, which is given by its old name. */
  default String expression(QualifiedName table, String sql) {
    return sql;
  }
}
