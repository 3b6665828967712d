package org.aludel.migrations.scratch;

import java.util.List;
import org.aludel.schema.DefinedObject;
import org.aludel.schema.MetaData;

/**
 * What acts by itself when rows or objects come: triggers, rules and event triggers. Sample rows
 * come before them, or they would refuse or change these.
 */
final class Reactions {
  private Reactions() {}

  static List<DefinedObject> in(MetaData schema) {
    return schema.definedObjects().stream().filter(Reactions::isReaction).toList();
  }

  static MetaData without(MetaData schema) {
    return schema
        .copy()
        .definedObjects(schema.definedObjects().stream().filter(each -> !isReaction(each)).toList())
        .build();
  }

  private static boolean isReaction(DefinedObject object) {
    return switch (object.reference().kind()) {
      case TRIGGER, RULE, EVENT_TRIGGER -> true;
      default -> false;
    };
  }
}
