package org.aludel.processor;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A class whose instances are ids, beside the entity that has the id in attributes of its own.
 *
 * @param type full name of the class
 * @param members in the order of the key
 */
record IdClassModel(String type, List<Member> members) {
  IdClassModel {
    members = List.copyOf(members);
  }

  /**
   * A field of the class.
   *
   * @param fieldType source text of its class
   * @param target full name of the entity whose id it holds whole, or null for a value
   */
  record Member(String name, String fieldType, @Nullable String target) {}

  /** The name of the VarHandle of a field. */
  static String handle(int index) {
    return "I" + index;
  }
}
