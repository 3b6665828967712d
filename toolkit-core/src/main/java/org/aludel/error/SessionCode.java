package org.aludel.error;

/** Objects and sessions used in a state that forbids it. */
public enum SessionCode implements ErrorCode {
  CLOSED,
  DETACHED,
  STALE,
  NOT_PERSISTENT,
  INACTIVE,
  CONTRADICTION,
  RAISE_ON_LOAD,
  SCHEMA_BEHIND,
  SCHEMA_AHEAD,
  SCHEMA_UNKNOWN,
  UNFLUSHED_CHANGES,
  WRONG_THREAD,
  KEY_CHANGED,
  DUPLICATE_IDENTITY,
  TRANSIENT_REFERENCE,
  NOT_NULL,
  CYCLE,
  READ_ONLY,
  UNSUPPORTED,
  NULL,
  SKIPPED_ROW,
  OTHER_CLASS,
  NESTED,
  HOOK,
  FLUSHING,
  MAP_KEY,
  VIEW_ONLY,
  WRITE_ONLY,
  SEVERAL_ENGINES,
  SEVERAL_TARGETS,
  PARTLY_COMMITTED;

  @Override
  public String area() {
    return "SESSION";
  }
}
