package org.aludel.schema;

import org.jspecify.annotations.Nullable;

/**
 * Somebody's word that an object of the model kept its identity under a new name; {@code
 * RenamedFrom} on a mapped class says it.
 *
 * @param object the table, sequence or enum type, or the one of the column or label, by its new
 *     name
 * @param column the column or label by its new name; null for other kinds
 * @param from the old name: of the column or label, or of the object in the same schema
 */
public record Rename(Kind kind, QualifiedName object, @Nullable String column, String from) {
  /** What was renamed. */
  public enum Kind {
    TABLE,
    COLUMN,
    SEQUENCE,
    ENUM,
    ENUM_VALUE
  }

  public static Rename ofTable(QualifiedName table, String from) {
    return new Rename(Kind.TABLE, table, null, from);
  }

  public static Rename ofColumn(QualifiedName table, String column, String from) {
    return new Rename(Kind.COLUMN, table, column, from);
  }

  public static Rename ofSequence(QualifiedName sequence, String from) {
    return new Rename(Kind.SEQUENCE, sequence, null, from);
  }

  public static Rename ofEnum(QualifiedName type, String from) {
    return new Rename(Kind.ENUM, type, null, from);
  }

  public static Rename ofEnumValue(QualifiedName type, String label, String from) {
    return new Rename(Kind.ENUM_VALUE, type, label, from);
  }

  /** The object by its old name; for a column or label what it is of, as that is now. */
  public QualifiedName before() {
    return kind == Kind.COLUMN || kind == Kind.ENUM_VALUE
        ? object
        : new QualifiedName(object.schema(), from);
  }
}
