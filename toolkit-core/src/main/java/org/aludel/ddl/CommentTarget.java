package org.aludel.ddl;

import java.util.Locale;
import org.aludel.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * What a comment is about.
 *
 * @param kind which kind of object
 * @param object its name; for a column and a constraint that of the table
 * @param part the column or constraint, null for the other kinds
 */
public record CommentTarget(Kind kind, QualifiedName object, @Nullable String part) {
  /** The kinds, named as in {@code COMMENT ON}. */
  public enum Kind {
    SCHEMA,
    EXTENSION,
    TYPE,
    SEQUENCE,
    TABLE,
    COLUMN,
    CONSTRAINT,
    INDEX
  }

  public static CommentTarget schema(String name) {
    return new CommentTarget(Kind.SCHEMA, QualifiedName.of(name), null);
  }

  public static CommentTarget extension(String name) {
    return new CommentTarget(Kind.EXTENSION, QualifiedName.of(name), null);
  }

  public static CommentTarget enumType(QualifiedName name) {
    return new CommentTarget(Kind.TYPE, name, null);
  }

  public static CommentTarget sequence(QualifiedName name) {
    return new CommentTarget(Kind.SEQUENCE, name, null);
  }

  public static CommentTarget table(QualifiedName name) {
    return new CommentTarget(Kind.TABLE, name, null);
  }

  public static CommentTarget column(QualifiedName table, String column) {
    return new CommentTarget(Kind.COLUMN, table, column);
  }

  public static CommentTarget constraint(QualifiedName table, String name) {
    return new CommentTarget(Kind.CONSTRAINT, table, name);
  }

  public static CommentTarget index(QualifiedName name) {
    return new CommentTarget(Kind.INDEX, name, null);
  }

  /** Such as {@code column shop.item.name}. */
  @Override
  public String toString() {
    String owner = kind.name().toLowerCase(Locale.ROOT) + ' ' + object;
    return part == null ? owner : owner + '.' + part;
  }
}
