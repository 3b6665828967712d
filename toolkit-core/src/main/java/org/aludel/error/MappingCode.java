package org.aludel.error;

/** Classes that cannot be mapped. */
public enum MappingCode implements ErrorCode {
  CLOSED_PACKAGE,
  NO_ID,
  UNSUPPORTED_ANNOTATION,
  INVALID_MAPPING,
  NOT_MAPPED,
  NO_GENERATED_CODE,
  UNSUPPORTED_DEFAULTS,
  UNREADABLE_CLASS_PATH;

  @Override
  public String area() {
    return "MAP";
  }
}
