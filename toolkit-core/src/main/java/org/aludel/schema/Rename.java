package org.aludel.schema;

import org.jspecify.annotations.Nullable;

/**
 * Somebody's word that an object of the model kept its identity under a new name; {@code
 * RenamedFrom} on a mapped class says it.
 *
 * @param object the table or the sequence, or the table of the column, by its new name
 * @param column the column by its new name; null for other kinds
 * @param from the old name: of the column, or of the object in the same schema
 */
public record Rename(Kind kind, QualifiedName object, @Nullable String column, String from) {
  /** What was renamed. */
  public enum Kind {
    TABLE,
    COLUMN,
    SEQUENCE
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

  /** The table or sequence by its old name; for a column its table as it is now. */
  public QualifiedName before() {
    return kind == Kind.COLUMN ? object : new QualifiedName(object.schema(), from);
  }
}
