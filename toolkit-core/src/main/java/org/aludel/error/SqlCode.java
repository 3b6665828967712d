package org.aludel.error;

/** Statements that cannot be built, compiled or run. */
public enum SqlCode implements ErrorCode {
  SYNTAX,
  STATEMENT_FAILED,
  UNSUPPORTED_STATEMENT,
  UNSAFE_STATEMENT,
  NO_ROWS,
  MULTIPLE_ROWS,
  ALREADY_READ,
  UNKNOWN_RESULT_COLUMN,
  NULL_COMPARISON,
  NULL_VALUE,
  NO_JOIN_CONDITION,
  AMBIGUOUS_JOIN,
  FOREIGN_COLUMN,
  NEEDS_SESSION,
  NO_GIVEN_VALUE;

  @Override
  public String area() {
    return "SQL";
  }
}
