package org.aludel.processor;

import java.util.List;

/**
 * A class whose instances are ids, beside the entity that has the id in attributes of its own.
 *
 * @param type full name of the class
 * @param fieldTypes source text of the classes of its fields, in the order of the key
 * @param names of its fields, in the order of the key
 */
record IdClassModel(String type, List<String> names, List<String> fieldTypes) {
  IdClassModel {
    names = List.copyOf(names);
    fieldTypes = List.copyOf(fieldTypes);
  }

  /** The name of the VarHandle of a field. */
  static String handle(int index) {
    return "I" + index;
  }
}
