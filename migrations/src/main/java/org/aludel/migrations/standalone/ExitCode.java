package org.aludel.migrations.standalone;

import org.aludel.error.AludelException;
import org.aludel.error.ConnectionLost;
import org.aludel.error.ErrorCode;
import org.aludel.error.MigrationCode;
import org.aludel.error.UsageException;

/** How the program ends, so that a deployment can tell what to do next. */
public enum ExitCode {
  /** Done, or there was nothing to do. */
  DONE(0),
  /** A revision failed, or the server refused something. */
  FAILED(1),
  /** The command line or the settings mean nothing. */
  USAGE(2),
  /** The database lacks revisions, or there are several heads; check and current say so. */
  NOT_AT_HEAD(3),
  /** Another process is running revisions; trying again later is right. */
  LOCKED(4),
  /** Files and database do not fit: nothing was run, and a person has to look. */
  MISMATCH(5),
  /** The server cannot be reached. */
  UNREACHABLE(6);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  /** What the process ends with. */
  public int number() {
    return number;
  }

  static ExitCode of(AludelException failure) {
    ErrorCode code = failure.problem().code();
    if (code instanceof MigrationCode migration) {
      return of(migration);
    }
    if (failure instanceof ConnectionLost) {
      return UNREACHABLE;
    }
    return failure instanceof UsageException ? USAGE : FAILED;
  }

  private static ExitCode of(MigrationCode code) {
    return switch (code) {
      case INVALID_SETTING -> USAGE;
      case NOT_AT_HEAD -> NOT_AT_HEAD;
      case LOCKED -> LOCKED;
      case UNKNOWN_REVISION,
          AMBIGUOUS_REVISION,
          FILE_CHANGED,
          LEDGER_MISMATCH,
          MULTIPLE_HEADS,
          INVALID_FILE,
          MISSING_DOWN_REVISION,
          DUPLICATE_REVISION,
          CYCLE ->
          MISMATCH;
      default -> FAILED;
    };
  }
}
