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
    Object value = value(mirror, member).orElse("");
    return value instanceof VariableElement constant
        ? constant.getSimpleName().toString()
        : value.toString();
  }

  /** A whole number, or the fallback when it is not given. */
  static int number(AnnotationMirror mirror, String member, int fallback) {
    return value(mirror, member)
        .filter(Integer.class::isInstance)
        .map(Integer.class::cast)
        .orElse(fallback);
  }

  /** The annotations of an array member; empty when it is not given. */
  static List<AnnotationMirror> nested(AnnotationMirror mirror, String member) {
    return value(mirror, member).filter(List.class::isInstance).map(List.class::cast).stream()
        .flatMap(list -> ((List<?>) list).stream())
        .map(element -> ((AnnotationValue) element).getValue())
        .filter(AnnotationMirror.class::isInstance)
        .map(AnnotationMirror.class::cast)
        .toList();
  }

  private static Optional<Object> value(AnnotationMirror mirror, String member) {
    for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
        mirror.getElementValues().entrySet()) {
      if (entry.getKey().getSimpleName().contentEquals(member)) {
        return Optional.of(entry.getValue().getValue());
      }
    }
    return Optional.empty();
  }
}
