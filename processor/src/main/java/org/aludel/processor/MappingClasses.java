package org.aludel.processor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * Classes that carry by {@code @Maps} the annotations of another class, which knows nothing of its
 * mapping. The processor reads the mapping class; what it writes speaks of the mapped one.
 */
final class MappingClasses {
  static final String MAPS = Mirrors.OWN + "Maps";

  private static final List<String> REFERENCES =
      List.of(
          Mirrors.JAKARTA + "ManyToOne",
          Mirrors.JAKARTA + "OneToOne",
          Mirrors.JAKARTA + "OneToMany",
          Mirrors.JAKARTA + "ManyToMany");

  private MappingClasses() {}

  static boolean isMapping(TypeElement type) {
    return !mapped(type).equals(type);
  }

  /** The class whose objects are stored: what a mapping class names, else the class itself. */
  static TypeElement mapped(TypeElement type) {
    // Not Mirrors.find, which looks through composed annotations: this is asked at every step.
    for (AnnotationMirror mirror : type.getAnnotationMirrors()) {
      if (Mirrors.name(mirror).equals(MAPS)) {
        return Mirrors.type(mirror, "value").orElse(type);
      }
    }
    return type;
  }

  /**
   * The class that carries the annotations of a class: itself, or the mapping class in the package
   * of who asks or in its own. No other package, so that a compilation of some of the classes finds
   * what one of all of them finds.
   */
  static TypeElement of(TypeElement type, TypeElement asking) {
    if (isAnnotated(type) || home(type).getQualifiedName().toString().startsWith("java.")) {
      return type;
    }
    return in(home(asking), type).or(() -> in(home(type), type)).orElse(type);
  }

  /** The class that carries the annotations of what a reference or an embedded attribute holds. */
  static @Nullable TypeElement target(AttributeField field) {
    return target(field, AttributeInspector.element(field.type()));
  }

  /** As {@link #of}, for the class that an attribute refers to, which may name it itself. */
  static @Nullable TypeElement target(AttributeField field, @Nullable TypeElement type) {
    if (type == null || isAnnotated(type)) {
      return type;
    }
    return targetEntity(field)
        .filter(said -> mapped(said).equals(type))
        .orElseGet(() -> of(type, field.declaredIn()));
  }

  /** The class that a reference names beside the class of its attribute. */
  static Optional<TypeElement> targetEntity(AttributeField field) {
    return REFERENCES.stream()
        .flatMap(annotation -> Mirrors.find(field.element(), annotation).stream())
        .flatMap(mirror -> Mirrors.type(mirror, "targetEntity").stream())
        .findFirst();
  }

  /** Whether a class carries the annotations of one whose objects are parts of others. */
  static boolean isPart(TypeElement type) {
    return isMapping(type) && Mirrors.has(type, Mirrors.JAKARTA + "Embeddable");
  }

  private static boolean isAnnotated(TypeElement type) {
    return Mirrors.has(type, Mirrors.JAKARTA + "Entity")
        || Mirrors.has(type, Mirrors.JAKARTA + "Embeddable");
  }

  /** Another class of the package that maps the same one and comes first by name, or null. */
  static @Nullable TypeElement rival(TypeElement mapping) {
    TypeElement first = in(home(mapping), mapped(mapping)).orElse(mapping);
    return first.equals(mapping) ? null : first;
  }

  private static Optional<TypeElement> in(PackageElement home, TypeElement type) {
    List<TypeElement> found = new ArrayList<>();
    collect(home.getEnclosedElements(), type, found);
    return found.stream().min(Comparator.comparing(one -> one.getQualifiedName().toString()));
  }

  private static void collect(
      List<? extends Element> around, TypeElement type, List<TypeElement> found) {
    for (TypeElement one : ElementFilter.typesIn(around)) {
      if (!one.equals(type) && mapped(one).equals(type)) {
        found.add(one);
      }
      collect(one.getEnclosedElements(), type, found);
    }
  }

  /** The package of a class. */
  static PackageElement home(TypeElement type) {
    Element around = Objects.requireNonNull(type.getEnclosingElement());
    return around instanceof TypeElement outer ? home(outer) : (PackageElement) around;
  }

  /** The names of the fields of a class and of those above it. */
  static List<String> fieldNames(TypeElement type) {
    return Stream.<TypeElement>iterate(
            type, each -> each != null, each -> EntityInspector.superclass(each))
        .flatMap(each -> ElementFilter.fieldsIn(each.getEnclosedElements()).stream())
        .map(field -> field.getSimpleName().toString())
        .toList();
  }

  /**
   * The field that an attribute stands for: that of the mapped class, or null where it has none.
   */
  static @Nullable VariableElement field(TypeElement declaredIn, String name) {
    TypeElement type = mapped(declaredIn);
    for (TypeElement each = type; each != null; each = EntityInspector.superclass(each)) {
      for (VariableElement field : ElementFilter.fieldsIn(each.getEnclosedElements())) {
        if (field.getSimpleName().contentEquals(name)) {
          return field;
        }
      }
      if (type.equals(declaredIn)) {
        break;
      }
    }
    return null;
  }
}
