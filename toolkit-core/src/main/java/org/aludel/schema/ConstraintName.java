package org.aludel.schema;

/**
 * The name of a constraint or index.
 *
 * @param text the exact name
 * @param given true when a person chose it, false when the naming convention did; a name that was
 *     not given is never a difference
 */
public record ConstraintName(String text, boolean given) {
  /** A name that a person chose, or that a database reported. */
  public static ConstraintName given(String text) {
    return new ConstraintName(text, true);
  }

  /** A name that the convention made. */
  public static ConstraintName conventional(String text) {
    return new ConstraintName(text, false);
  }

  @Override
  public String toString() {
    return text;
  }
}
