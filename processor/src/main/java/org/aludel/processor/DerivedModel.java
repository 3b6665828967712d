package org.aludel.processor;

import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/**
 * Where the values of an id come from that a reference holds: {@code @Id} on the reference, or
 * {@code @MapsId}.
 *
 * @param reference the attribute that holds the other object
 * @param declaredIn the class that declares it
 * @param target the class of the other object
 * @param id the path of the attribute of its id
 * @param column in which the value is stored
 * @param zeroIsNone whether 0 there means that there is no value yet
 * @param implied whether no attribute of its own has the value
 */
record DerivedModel(
    VariableElement reference,
    TypeElement declaredIn,
    TypeElement target,
    String id,
    String column,
    boolean zeroIsNone,
    boolean implied) {
  /** The name of the slot where no attribute has the value. */
  String path() {
    return reference.getSimpleName() + "." + id;
  }

  /** The name of the method that reads the value. */
  static String getter(int slot) {
    return "derived" + slot;
  }

  /** The name of the class that holds the access to the other object. */
  static String holder(int slot) {
    return "Derived" + slot;
  }
}
