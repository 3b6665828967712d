package org.aludel.schema;

import org.jspecify.annotations.Nullable;

/** A rule of a table that has a name. */
public sealed interface Constraint
    permits PrimaryKey, UniqueConstraint, ForeignKey, CheckConstraint, ExcludeConstraint {
  ConstraintName name();

  @Nullable String comment();

  /** False for NOT VALID, which only checks and foreign keys can be. */
  default boolean validated() {
    return true;
  }

  /** The same constraint under another name. */
  Constraint withName(ConstraintName name);
}
