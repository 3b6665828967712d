package org.aludel.error;

/** Values and types that do not meet. */
public enum TypeCode implements ErrorCode {
  WRONG_VALUE;

  @Override
  public String area() {
    return "TYPE";
  }
}
