package org.aludel.migrations.plan;

import org.aludel.schema.ObjectReference;
import org.aludel.schema.QualifiedName;

/**
 * Something that operations make, need or take away.
 *
 * @param part a column, a list of columns or a name; empty for whole objects
 */
record Resource(Kind kind, QualifiedName object, String part) {
  enum Kind {
    SCHEMA,
    EXTENSIONS,
    TYPE,
    SEQUENCE,
    TABLE,
    COLUMN,
    /** The columns of a table that a foreign key may point to. */
    KEY,
    /** A name that tables, indexes and sequences of a schema share. */
    RELATION_NAME,
    /** A name that the types and tables of a schema share. */
    TYPE_NAME,
    CONSTRAINT_NAME,
    COLUMN_NAME,
    /** That a sequence is owned; it has one owner at a time. */
    OWNERSHIP,
    /** How a table is kept. */
    OPTIONS,
    /** Anything else, by kind and identity. */
    OBJECT
  }

  /** What any extension may bring: its types and functions are not known by name. */
  static final Resource EXTENSIONS =
      new Resource(Kind.EXTENSIONS, QualifiedName.of("extensions"), "");

  /** That nothing stands in the way of the renames any more. */
  static final Resource RENAMES = new Resource(Kind.OBJECT, QualifiedName.of("renames"), "renames");

  /** That everything has its new name: what gets another definition has it in its words. */
  static final Resource RENAMED = new Resource(Kind.OBJECT, QualifiedName.of("renamed"), "renamed");

  static Resource of(ObjectReference reference) {
    QualifiedName name = reference.name();
    return switch (reference.kind()) {
      case SCHEMA -> of(Kind.SCHEMA, name);
      case ENUM, DOMAIN, COMPOSITE_TYPE, RANGE_TYPE -> of(Kind.TYPE, name);
      case SEQUENCE -> of(Kind.SEQUENCE, name);
      case TABLE -> of(Kind.TABLE, name);
      case COLUMN -> of(Kind.COLUMN, name, reference.part());
      default -> of(Kind.OBJECT, name, reference.kind() + " " + reference.part());
    };
  }

  static Resource of(Kind kind, QualifiedName object) {
    return new Resource(kind, object, "");
  }

  static Resource of(Kind kind, QualifiedName object, String part) {
    return new Resource(kind, object, part);
  }
}
