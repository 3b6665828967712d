package org.aludel.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;

/** Annotations by name, so that the processor needs none of their classes. */
final class Mirrors {
  static final String JAKARTA = "jakarta.persistence.";
  static final String OWN = "org.aludel.orm.annotation.";

  private Mirrors() {}

  static Optional<AnnotationMirror> find(Element element, String type) {
    for (AnnotationMirror mirror : all(element)) {
      if (name(mirror).equals(type)) {
        return Optional.of(mirror);
      }
    }
    return Optional.empty();
  }

  /** The annotations of an element, then those that composed ones stand for. */
  static List<AnnotationMirror> all(Element element) {
    return new ComposedAnnotations(element).all();
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

  /** A class as messages and generated code name it: of a mapping class the one that it maps. */
  static String place(TypeElement type) {
    return MappingClasses.mapped(type).getQualifiedName().toString();
  }

  /** A field as messages quote it. */
  static String place(TypeElement declaredIn, VariableElement field) {
    return place(declaredIn) + "." + field.getSimpleName();
  }

  /** A class that a member names; empty when it is not given. */
  static Optional<TypeElement> type(AnnotationMirror mirror, String member) {
    return value(mirror, member)
        .map(AnnotationValue::getValue)
        .filter(DeclaredType.class::isInstance)
        .map(type -> (TypeElement) ((DeclaredType) type).asElement());
  }

  /** The classes of an array member, in order. */
  static List<TypeElement> types(AnnotationMirror mirror, String member) {
    Object found = value(mirror, member).map(AnnotationValue::getValue).orElse(List.of());
    List<?> elements = found instanceof List<?> list ? list : List.of(found);
    return elements.stream()
        .map(one -> one instanceof AnnotationValue value ? value.getValue() : one)
        .filter(DeclaredType.class::isInstance)
        .map(type -> (TypeElement) ((DeclaredType) type).asElement())
        .toList();
  }

  /** A whole number, or the fallback when it is not given. */
  static int number(AnnotationMirror mirror, String member, int fallback) {
    return value(mirror, member)
        .map(AnnotationValue::getValue)
        .filter(Integer.class::isInstance)
        .map(Integer.class::cast)
        .orElse(fallback);
  }

  /** A member that is true unless it is given. */
  static boolean unlessFalse(AnnotationMirror mirror, String member) {
    return !text(mirror, member).equals("false");
  }

  /** Whether a member is given and differs from its default. */
  static boolean given(AnnotationMirror mirror, String member) {
    for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
        mirror.getElementValues().entrySet()) {
      if (entry.getKey().getSimpleName().contentEquals(member)) {
        AnnotationValue byDefault = entry.getKey().getDefaultValue();
        return byDefault == null || !entry.getValue().toString().equals(byDefault.toString());
      }
    }
    return false;
  }

  /** The strings of an array member; empty when it is not given. */
  static List<String> texts(AnnotationMirror mirror, String member) {
    Object found = value(mirror, member).map(AnnotationValue::getValue).orElse(List.of());
    List<?> elements = found instanceof List<?> list ? list : List.of(found);
    return elements.stream()
        .map(one -> one instanceof AnnotationValue value ? text(value) : one.toString())
        .toList();
  }

  /** All annotations of a type that may be repeated, those in its container too. */
  static List<AnnotationMirror> findAll(Element element, String type, String container) {
    List<AnnotationMirror> all = new ArrayList<>();
    all(element).stream().filter(mirror -> name(mirror).equals(type)).forEach(all::add);
    find(element, container).ifPresent(mirror -> all.addAll(nested(mirror, "value")));
    return all;
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
