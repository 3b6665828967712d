package org.aludel.processor;

import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * A field as an entity has it.
 *
 * @param declaredIn the entity or a mapped superclass
 * @param type with what stands for the type variables of the superclass
 * @param embedded the embedded attribute that it is a member of, or null
 */
record AttributeField(
    TypeElement declaredIn,
    VariableElement element,
    TypeMirror type,
    @Nullable EmbeddedModel embedded) {
  /** A field of the entity itself or of a mapped superclass. */
  AttributeField(TypeElement declaredIn, VariableElement element, TypeMirror type) {
    this(declaredIn, element, type, null);
  }

  /** The same field as a member of an embedded attribute. */
  AttributeField in(EmbeddedModel parent) {
    return new AttributeField(declaredIn, element, type, parent);
  }

  /** The same field with other annotations. */
  AttributeField with(VariableElement other) {
    return new AttributeField(declaredIn, other, type, embedded);
  }

  /** As messages quote it. */
  String place() {
    return Mirrors.place(declaredIn, element);
  }

  /** Whether it is an id, or a member of one that is embedded. */
  boolean id() {
    return has(Mirrors.JAKARTA + "Id") || (embedded != null && embedded.id());
  }

  /** The names of the fields that lead to it, with dots between them. */
  String path() {
    String name = element.getSimpleName().toString();
    return embedded == null ? name : embedded.path() + "." + name;
  }

  boolean has(String annotation) {
    return Mirrors.has(element, annotation);
  }
}
