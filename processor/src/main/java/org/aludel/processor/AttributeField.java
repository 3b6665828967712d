package org.aludel.processor;

import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/**
 * A field as an entity has it.
 *
 * @param declaredIn the entity or a mapped superclass
 * @param type with what stands for the type variables of the superclass
 */
record AttributeField(TypeElement declaredIn, VariableElement element, TypeMirror type) {
  /** As messages quote it. */
  String place() {
    return Mirrors.place(declaredIn, element);
  }

  boolean has(String annotation) {
    return Mirrors.has(element, annotation);
  }
}
