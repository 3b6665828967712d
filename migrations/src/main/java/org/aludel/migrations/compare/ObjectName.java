package org.aludel.migrations.compare;

import java.util.Locale;
import org.aludel.schema.QualifiedName;

/**
 * One object by kind and name.
 *
 * @param object its name; for a part of a table that of the table
 * @param part the column, constraint or index; empty for other kinds
 */
public record ObjectName(Kind kind, QualifiedName object, String part) {
  /** The kinds, spelled in lower case in patterns such as {@code table:qrtz_*}. */
  public enum Kind {
    SCHEMA,
    EXTENSION,
    ENUM,
    SEQUENCE,
    TABLE,
    COLUMN,
    CONSTRAINT,
    INDEX;

    /** Such as {@code table}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public static ObjectName of(Kind kind, QualifiedName name) {
    return new ObjectName(kind, name, "");
  }

  public static ObjectName part(Kind kind, QualifiedName table, String part) {
    return new ObjectName(kind, table, part);
  }

  /** As a person writes it: {@code user_account}, {@code user_account.nick}. */
  public String text() {
    return part.isEmpty() ? object.toString() : object + "." + part;
  }

  @Override
  public String toString() {
    return kind.word() + " " + text();
  }
}
