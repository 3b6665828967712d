package org.aludel.error;

import org.jspecify.annotations.Nullable;

/** A transaction that the database broke off to keep others consistent; run it again. */
public class SerializationFailure extends DatabaseException {
  private static final long serialVersionUID = 1L;

  public SerializationFailure(
      Problem problem, @Nullable String sqlState, @Nullable Throwable cause) {
    super(problem, sqlState, cause);
  }

  public SerializationFailure(Problem problem, Refusal refusal) {
    super(problem, refusal);
  }

  @Override
  public SerializationFailure with(Problem words) {
    return new SerializationFailure(words, refusal());
  }
}
