package org.aludel.error;

import java.util.Locale;

/**
 * The stable name of one kind of failure. Implemented by one enum an area; every constant has a
 * section in {@code docs/errors.md}.
 */
public interface ErrorCode {
  /** The area in capitals: SQL, SCHEMA, TYPE, ENGINE, MAP, SESSION, MIG, LINT, TEST, MAVEN. */
  String area();

  /** The constant's name, such as {@code MULTIPLE_HEADS}. */
  String name();

  /** The printed code, such as {@code ORM-MIG-MULTIPLE-HEADS}. */
  default String id() {
    return "ORM-" + area() + "-" + name().replace('_', '-');
  }

  /** Where the code is explained, such as {@code docs/errors.md#orm-mig-multiple-heads}. */
  default String page() {
    return "docs/errors.md#" + id().toLowerCase(Locale.ROOT);
  }
}
