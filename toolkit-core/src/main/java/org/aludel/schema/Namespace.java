package org.aludel.schema;

import org.jspecify.annotations.Nullable;

/**
 * A schema: {@code CREATE SCHEMA}. One that is in every database, the default one and {@code
 * public}, is listed only when its comment is not the usual one; it is neither created nor dropped.
 *
 * @param inEveryDatabase whether only its comment is meant
 */
public record Namespace(String name, @Nullable String comment, boolean inEveryDatabase) {
  /** A schema that has to be created. */
  public Namespace(String name, @Nullable String comment) {
    this(name, comment, false);
  }
}
