package org.aludel.error;

/** Schema objects that contradict themselves or each other. */
public enum SchemaCode implements ErrorCode {
  INVALID_NAME,
  DUPLICATE_NAME,
  UNKNOWN_COLUMN,
  UNKNOWN_TABLE,
  INVALID_OBJECT;

  @Override
  public String area() {
    return "SCHEMA";
  }
}
