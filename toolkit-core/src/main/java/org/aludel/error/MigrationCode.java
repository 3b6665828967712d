package org.aludel.error;

/** Revisions, their files and their application. */
public enum MigrationCode implements ErrorCode {
  MULTIPLE_HEADS,
  UNKNOWN_REVISION,
  AMBIGUOUS_REVISION,
  DUPLICATE_REVISION,
  CYCLE,
  MISSING_DOWN_REVISION,
  INVALID_FILE,
  FILE_CHANGED,
  NOT_AT_HEAD,
  NOT_REVERSIBLE,
  LOCKED,
  STEP_FAILED,
  UNKNOWN_CHANGE,
  LEDGER_MISMATCH,
  DIFFERENCES,
  INVALID_SETTING,
  SCRATCH_FAILED,
  NOT_PROVEN,
  LOSSY,
  UNSUPPORTED_OBJECT,
  AMBIGUOUS_RENAME,
  NOTHING_TO_DROP;

  @Override
  public String area() {
    return "MIG";
  }
}
