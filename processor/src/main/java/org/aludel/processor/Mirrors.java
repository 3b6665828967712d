package org.aludel.processor;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/** Annotations by name, so that the processor needs none of their classes. */
final class Mirrors {
  static final String JAKARTA = "jakarta.persistence.";
  static final String OWN = "org.aludel.orm.annotation.";

  private Mirrors() {}

  static Optional<AnnotationMirror> find(Element element, String type) {
    for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
      if (name(mirror).equals(type)) {
        return Optional.of(mirror);
      }
    }
    return Optional.empty();
  }

  static boolean has(Element element, String type) {
    return find(element, type).isPresent();
  }

  static String name(AnnotationMirror mirror) {
    return ((TypeElement) mirror.getAnnotationType().asElement()).getQualifiedName().toString();
  }

  /** A member as text: strings as they are, enum constants by name; empty when it is not given. */
  static String text(AnnotationMirror mirror, String member) {
    return value(mirror, member).map(Mirrors::text).orElse("");
  }

  /** A value as text: strings as they are, enum constants by name. */
  static String text(AnnotationValue value) {
    return value.getValue() instanceof VariableElement constant
        ? constant.getSimpleName().toString()
        : value.getValue().toString();
  }

  /** A class as messages quote it. */
  static String place(TypeElement type) {
    return type.getQualifiedName().toString();
  }

  /** A field as messages quote it. */
  static String place(TypeElement declaredIn, VariableElement field) {
    return place(declaredIn) + "." + field.getSimpleName();
  }

  /** A whole number, or the fallback when it is not given. */
  static int number(AnnotationMirror mirror, String member, int fallback) {
    return value(mirror, member)
        .map(AnnotationValue::getValue)
        .filter(Integer.class::isInstance)
        .map(Integer.class::cast)
        .orElse(fallback);
  }

  /** The annotations of an array member; empty when it is not given. */
  static List<AnnotationMirror> nested(AnnotationMirror mirror, String member) {
    return value(mirror, member).map(Mirrors::nested).orElse(List.of());
  }

  /** The annotations in a value: itself, the elements of an array, or none. */
  static List<AnnotationMirror> nested(AnnotationValue value) {
    List<?> elements = value.getValue() instanceof List<?> list ? list : List.of(value);
    return elements.stream()
        .map(element -> ((AnnotationValue) element).getValue())
        .filter(AnnotationMirror.class::isInstance)
        .map(AnnotationMirror.class::cast)
        .toList();
  }

  private static Optional<AnnotationValue> value(AnnotationMirror mirror, String member) {
    for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
        mirror.getElementValues().entrySet()) {
      if (entry.getKey().getSimpleName().contentEquals(member)) {
        return Optional.of(entry.getValue());
      }
    }
    return Optional.empty();
  }
}
