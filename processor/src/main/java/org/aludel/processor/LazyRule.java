package org.aludel.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a subclass of an entity can load before any of its state is seen. Where it could
 * give a wrong answer it is refused, instead of being right most of the time.
 */
final class LazyRule {
  private static final String OBJECT = "java.lang.Object";

  private final ProcessingEnvironment environment;

  LazyRule(ProcessingEnvironment environment) {
    this.environment = environment;
  }

  /** Why there can be no lazy subclass; null if there can. */
  @Nullable Obstacle obstacle(TypeElement mapping) {
    TypeElement entity = MappingClasses.mapped(mapping);
    Set<Modifier> modifiers = entity.getModifiers();
    if (modifiers.contains(Modifier.ABSTRACT)) {
      return new Obstacle("which is abstract", "make it a concrete class");
    }
    if (modifiers.contains(Modifier.FINAL) || modifiers.contains(Modifier.SEALED)) {
      String word = modifiers.contains(Modifier.FINAL) ? "final" : "sealed";
      return new Obstacle("which is " + word, "remove \"" + word + "\" from it");
    }
    if (!hasConstructor(mapping, entity)) {
      return new Obstacle(
          MappingClasses.isMapping(mapping)
              ? "whose constructor without parameters no subclass here can call"
              : "whose constructor without parameters is private",
          "make the constructor protected");
    }
    for (TypeElement each = entity; each != null; each = EntityInspector.superclass(each)) {
      Obstacle obstacle = members(mapping, each);
      if (obstacle != null) {
        return obstacle;
      }
    }
    return null;
  }

  private boolean hasConstructor(TypeElement mapping, TypeElement entity) {
    return ElementFilter.constructorsIn(entity.getEnclosedElements()).stream()
        .anyMatch(
            one ->
                one.getParameters().isEmpty()
                    && !one.getModifiers().contains(Modifier.PRIVATE)
                    && !hidden(mapping, entity, one));
  }

  private @Nullable Obstacle members(TypeElement entity, TypeElement each) {
    if (isObject(each)) {
      return null;
    }
    // All of the lineage of a class that another maps, whose fields may be anywhere in it.
    boolean mapped =
        each.equals(entity) || EntityInspector.isMapped(each) || MappingClasses.isMapping(entity);
    if (mapped) {
      for (VariableElement field : EntityInspector.fields(each)) {
        if (!field.getModifiers().contains(Modifier.PRIVATE)) {
          String name = "\"" + field.getSimpleName() + "\"";
          return new Obstacle(
              "whose field " + name + " is not private", "make the field " + name + " private");
        }
      }
    }
    for (ExecutableElement method : ElementFilter.methodsIn(each.getEnclosedElements())) {
      Obstacle obstacle = method(entity, each, method);
      if (obstacle != null) {
        return obstacle;
      }
    }
    return null;
  }

  private @Nullable Obstacle method(
      TypeElement entity, TypeElement each, ExecutableElement method) {
    Set<Modifier> modifiers = method.getModifiers();
    if (modifiers.contains(Modifier.STATIC) || modifiers.contains(Modifier.PRIVATE)) {
      return null;
    }
    String name = "\"" + method.getSimpleName() + "\"";
    if (modifiers.contains(Modifier.FINAL)) {
      return new Obstacle("whose method " + name + " is final", "remove \"final\" from " + name);
    }
    if (hidden(entity, each, method)) {
      return new Obstacle(
          "whose method " + name + " only another package can override",
          "make " + name + " public, protected or private");
    }
    return MappingClasses.isMapping(entity) && !isSpeakable(entity, method)
        ? new Obstacle(
            "whose method " + name + " speaks of classes that only its package can name",
            "make these classes public")
        : null;
  }

  /** Whether the lazy subclass of a class of another package can declare the method. */
  private boolean isSpeakable(TypeElement entity, ExecutableElement method) {
    Visibility visibility = new Visibility(environment.getElementUtils());
    return Stream.concat(
            Stream.of(method.getReturnType()),
            Stream.concat(
                method.getThrownTypes().stream(),
                method.getParameters().stream().map(VariableElement::asType)))
        .map(type -> environment.getTypeUtils().asElement(environment.getTypeUtils().erasure(type)))
        .allMatch(one -> !(one instanceof TypeElement type) || visibility.visible(type, entity));
  }

  private boolean hidden(TypeElement entity, TypeElement each, ExecutableElement method) {
    Set<Modifier> modifiers = method.getModifiers();
    boolean packagePrivate =
        !modifiers.contains(Modifier.PUBLIC) && !modifiers.contains(Modifier.PROTECTED);
    return packagePrivate
        && !environment
            .getElementUtils()
            .getPackageOf(each)
            .equals(environment.getElementUtils().getPackageOf(entity));
  }

  private static boolean isObject(@Nullable Element element) {
    return element instanceof TypeElement type && type.getQualifiedName().contentEquals(OBJECT);
  }

  /** The methods that a lazy subclass overrides: all that it inherits and can, but finalize. */
  List<ExecutableElement> overridable(TypeElement entity) {
    List<ExecutableElement> methods = new ArrayList<>();
    for (ExecutableElement method :
        ElementFilter.methodsIn(environment.getElementUtils().getAllMembers(entity))) {
      Set<Modifier> modifiers = method.getModifiers();
      boolean ofObject = isObject(method.getEnclosingElement());
      boolean fixed =
          modifiers.contains(Modifier.STATIC)
              || modifiers.contains(Modifier.PRIVATE)
              || modifiers.contains(Modifier.FINAL);
      // Nothing of the row is needed to collect the object, and a finalizer must do no I/O.
      boolean finalizer =
          method.getSimpleName().contentEquals("finalize") && method.getParameters().isEmpty();
      if (!fixed && !finalizer && !ofObject) {
        methods.add(method);
      }
    }
    return methods;
  }
}
