package org.aludel.migrations.pair;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What went wrong with a pair. */
final class PairFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  PairFailure(String message) {
    super(message);
  }

  PairFailure(String message, SQLException cause) {
    super(message, cause);
  }

  /** The server's code, or null where it was not the server. */
  @Nullable String state() {
    return getCause() instanceof SQLException refusal ? refusal.getSQLState() : null;
  }
}
