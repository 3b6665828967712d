package org.aludel.error;

/** Statements that cannot be built, compiled or run. */
public enum SqlCode implements ErrorCode {
  SYNTAX,
  STATEMENT_FAILED,
  UNSUPPORTED_STATEMENT,
  UNSAFE_STATEMENT,
  WRONG_ROW_COUNT,
  NO_ROWS,
  MULTIPLE_ROWS;

  @Override
  public String area() {
    return "SQL";
  }
}
