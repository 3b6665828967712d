package org.aludel.migrations.compare;

/**
 * What happens to schemas, extensions, types, sequences, tables and columns that the model no
 * longer has. Constraints and indexes hold no data and follow the model, except under {@link
 * #NONE}.
 */
public enum DropPolicy {
  /** Nothing is dropped and nothing is said about it. */
  NONE,
  /** Listed at every run and held back until it is released by name. */
  PENDING,
  /** Dropped, but for old names that are kept for old code: these go when they are released. */
  ALLOW,
  /** Dropped, whatever it is: for comparisons that only look. */
  EXACT
}
