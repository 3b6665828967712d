package org.aludel.schema;

import org.jspecify.annotations.Nullable;

/**
 * A sequence of its own; the one behind an identity column is part of that column.
 *
 * @param dataType {@code smallint}, {@code integer} or {@code bigint}
 * @param owner the column it is dropped with, or null
 * @param unlogged whether it is lost in a crash
 */
public record Sequence(
    QualifiedName name,
    String dataType,
    SequenceOptions options,
    @Nullable Owner owner,
    @Nullable String comment,
    boolean unlogged) {
  /** A sequence that is logged. */
  public Sequence(
      QualifiedName name,
      String dataType,
      SequenceOptions options,
      @Nullable Owner owner,
      @Nullable String comment) {
    this(name, dataType, options, owner, comment, false);
  }

  /** The column that owns a sequence, as {@code serial} makes it. */
  public record Owner(QualifiedName table, String column) {}

  public static Sequence of(QualifiedName name) {
    return new Sequence(name, "bigint", SequenceOptions.defaults(), null, null);
  }

  public Sequence withOwner(@Nullable Owner value) {
    return new Sequence(name, dataType, options, value, comment, unlogged);
  }

  public Sequence withUnlogged(boolean value) {
    return new Sequence(name, dataType, options, owner, comment, value);
  }
}
