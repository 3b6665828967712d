package org.aludel.embedded;

import java.util.Locale;

/** The kinds of failure of this module; every constant has a section in docs/errors.md. */
enum EmbeddedCode {
  INVALID_URL("08001"),
  INVALID_DIRECTORY("08001"),
  NO_BINARIES("08001"),
  EXTRACTION_FAILED("08001"),
  VERSION_MISMATCH("08004"),
  ROOT_REFUSED("08001"),
  LOCK_TIMEOUT("08001"),
  INIT_FAILED("08001"),
  START_FAILED("08001"),
  STOP_FAILED("08006"),
  NOT_DURABLE("08004"),
  DATABASE_FAILED("08004");

  private final String sqlState;

  EmbeddedCode(String sqlState) {
    this.sqlState = sqlState;
  }

  String sqlState() {
    return sqlState;
  }

  String id() {
    return "ORM-EMBEDDED-" + name().replace('_', '-');
  }

  String page() {
    return "docs/errors.md#" + id().toLowerCase(Locale.ROOT);
  }
}
