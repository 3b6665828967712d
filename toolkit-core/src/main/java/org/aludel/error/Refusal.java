package org.aludel.error;

import org.jspecify.annotations.Nullable;

/**
 * What a driver said when it failed, beside the words.
 *
 * @param sqlState five characters, or null when the driver gave none. Source: SQL:2016 §24
 * @param statement what was being run; null where no statement was, as in a commit
 * @param cause the driver's exception, or a copy of it without values
 */
public record Refusal(
    @Nullable String sqlState, @Nullable FailedSql statement, @Nullable Throwable cause) {
  /** The same refusal, traced back to another exception. */
  public Refusal causedBy(Throwable other) {
    return new Refusal(sqlState, statement, other);
  }
}
