package org.aludel.error;

/** Values and types that do not meet. */
public enum TypeCode implements ErrorCode {
  NO_JSON_FORMAT,
  NOT_REPRESENTABLE,
  RAGGED_ARRAY,
  REFUSED_TYPE,
  UNREADABLE_VALUE,
  UNSENDABLE_TEXT,
  WRONG_VALUE;

  @Override
  public String area() {
    return "TYPE";
  }
}
