package org.aludel.orm.unitofwork;

import org.aludel.error.Problem;
import org.aludel.error.SessionCode;
import org.aludel.error.UsageException;
import org.aludel.orm.mapping.BasicProperty;
import org.jspecify.annotations.Nullable;

/** The counter of a versioned class: 1 for a new row, one more at each UPDATE. As SQLAlchemy. */
final class Versions {
  private Versions() {}

  /** The version of a new row; one that the application gave is kept. */
  static Object first(BasicProperty version, @Nullable Object given) {
    if (given == null || (given instanceof Number number && number.longValue() == 0)) {
      return number(version, 1);
    }
    return given;
  }

  /** The version after an UPDATE of a row that has this one. */
  static Object next(BasicProperty version, @Nullable Object current) {
    return number(version, current instanceof Number number ? number.longValue() + 1 : 1);
  }

  private static Object number(BasicProperty version, long value) {
    Class<?> type = version.javaType();
    if (type == int.class || type == Integer.class) {
      return Math.toIntExact(value);
    }
    if (type == long.class || type == Long.class) {
      return value;
    }
    if (type == short.class || type == Short.class) {
      return (short) value;
    }
    throw new UsageException(
        Problem.of(SessionCode.UNSUPPORTED, "cannot count versions in \"" + version.name() + "\"")
            .found("an attribute of class " + type.getName())
            .expected("short, int, long or their classes"));
  }
}
