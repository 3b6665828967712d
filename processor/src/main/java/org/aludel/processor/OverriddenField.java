package org.aludel.processor;

import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ElementVisitor;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.Name;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** A field with an annotation that stands elsewhere in place of its own. */
record OverriddenField(VariableElement origin, AnnotationMirror given) implements VariableElement {
  /** The element that the compiler knows. */
  static Element origin(Element element) {
    return element instanceof OverriddenField field ? origin(field.origin()) : element;
  }

  @Override
  public List<? extends AnnotationMirror> getAnnotationMirrors() {
    List<AnnotationMirror> mirrors = new ArrayList<>();
    for (AnnotationMirror mirror : origin.getAnnotationMirrors()) {
      if (!Mirrors.name(mirror).equals(Mirrors.name(given))) {
        mirrors.add(mirror);
      }
    }
    mirrors.add(given);
    return mirrors;
  }

  @Override
  public <A extends Annotation> @Nullable A getAnnotation(Class<A> type) {
    return origin.getAnnotation(type);
  }

  @Override
  public <A extends Annotation> A[] getAnnotationsByType(Class<A> type) {
    return origin.getAnnotationsByType(type);
  }

  @Override
  public TypeMirror asType() {
    return origin.asType();
  }

  @Override
  public ElementKind getKind() {
    return origin.getKind();
  }

  @Override
  public Set<Modifier> getModifiers() {
    return origin.getModifiers();
  }

  @Override
  public @Nullable Object getConstantValue() {
    return origin.getConstantValue();
  }

  @Override
  public Name getSimpleName() {
    return origin.getSimpleName();
  }

  @Override
  public @Nullable Element getEnclosingElement() {
    return origin.getEnclosingElement();
  }

  @Override
  public List<? extends Element> getEnclosedElements() {
    return origin.getEnclosedElements();
  }

  @Override
  public <R, P> R accept(ElementVisitor<R, P> visitor, P parameter) {
    return visitor.visitVariable(this, parameter);
  }
}
