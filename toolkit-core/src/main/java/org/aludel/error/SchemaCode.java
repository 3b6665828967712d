package org.aludel.error;

/** Schema objects that contradict themselves or each other. */
public enum SchemaCode implements ErrorCode {
  INVALID_NAME,
  UNKNOWN_COLUMN,
  UNKNOWN_TABLE,
  INVALID_OBJECT,
  NAME_TOO_LONG;

  @Override
  public String area() {
    return "SCHEMA";
  }
}
