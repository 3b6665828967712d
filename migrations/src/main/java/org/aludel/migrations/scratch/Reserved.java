package org.aludel.migrations.scratch;

import org.aludel.schema.DefinedObject;
import org.aludel.schema.MetaData;

/** Objects that only few roles may create. Source: PostgreSQL 18, their CREATE statements. */
final class Reserved {
  private Reserved() {}

  static boolean isIn(MetaData schema) {
    return schema.definedObjects().stream().anyMatch(Reserved::isReserved);
  }

  static MetaData without(MetaData schema) {
    return schema
        .copy()
        .definedObjects(schema.definedObjects().stream().filter(each -> !isReserved(each)).toList())
        .build();
  }

  private static boolean isReserved(DefinedObject object) {
    return switch (object.reference().kind()) {
      case EVENT_TRIGGER, PUBLICATION, FOREIGN_DATA_WRAPPER, FOREIGN_SERVER -> true;
      default -> false;
    };
  }
}
