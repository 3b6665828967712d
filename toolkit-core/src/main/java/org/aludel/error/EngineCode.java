package org.aludel.error;

/** Connections, transactions and results. */
public enum EngineCode implements ErrorCode {
  INVALID_URL,
  NO_DRIVER,
  NO_DIALECT,
  CONNECTION_FAILED,
  AUTHENTICATION_FAILED,
  CONNECTION_LOST,
  CLOSED,
  INTEGRITY,
  SERIALIZATION,
  TIMEOUT,
  PERMISSION,
  UNSUPPORTED_SERVER,
  WRONG_STATE,
  UNKNOWN_DATABASE,
  FAILED_TRANSACTION,
  POOL_EXHAUSTED,
  CATALOG_CHANGED,
  CATALOG_BROKEN;

  @Override
  public String area() {
    return "ENGINE";
  }
}
