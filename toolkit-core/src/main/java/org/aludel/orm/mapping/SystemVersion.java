package org.aludel.orm.mapping;

import org.aludel.instrument.FieldModel;
import org.aludel.schema.Column;
import org.aludel.type.PostgresTypes;
import org.aludel.type.SqlType;

/**
 * A version in the system column {@code xmin}: the transaction that wrote the row last. The server
 * makes it, and no table has it in its DDL. Source: PostgreSQL 18 §5.6.
 */
final class SystemVersion {
  private static final String COLUMN = "xmin";

  private SystemVersion() {}

  /** Whether a version stands in that column. */
  static boolean is(FieldModel field) {
    return field.annotations().has(Words.VERSION) && ColumnDrafter.columnName(field).equals(COLUMN);
  }

  /** Whether the attribute can hold it. */
  static boolean fits(FieldModel field) {
    return (field.type() == long.class || field.type() == Long.class)
        && !field.annotations().has(Words.SQL_TYPE);
  }

  /** The column has its type whatever the attribute's class is. */
  static SqlType<?> type() {
    return PostgresTypes.OID.named("xid");
  }

  /** The attribute: read back after each write, never written. */
  static EntityDraft.Basic draft(FieldModel field, Column column) {
    return new EntityDraft.Basic(
        field,
        field.name(),
        column.withType(type()),
        false,
        true,
        new EntityDraft.Writes(false, false, Generation.COMPUTED, null));
  }

  /** Whether an attribute's column is none of the table's own. */
  static boolean is(EntityDraft.Basic basic) {
    return basic.version() && basic.column().name().equals(COLUMN);
  }
}
