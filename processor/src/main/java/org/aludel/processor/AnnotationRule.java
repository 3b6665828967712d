package org.aludel.processor;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.ElementFilter;

/**
 * Refuses every annotation, or member of one, that the mapping would refuse at run time: nothing is
 * ignored silently.
 */
final class AnnotationRule {
  private static final List<String> REFUSED_PACKAGES =
      List.of(Mirrors.JAKARTA, "javax.persistence.", "org.hibernate.annotations.");

  /** What may stand in a superclass that is not mapped. */
  private static final Set<String> ANYWHERE =
      Set.of(Mirrors.JAKARTA + "Transient", TypeMaps.TYPE_MAP);

  private final Refusals refusals;

  AnnotationRule(Refusals refusals) {
    this.refusals = refusals;
  }

  /** Checks a mapped class with its package, methods and attributes. */
  void checkClass(TypeElement type, PackageElement home) {
    String place = Mirrors.place(type);
    all(type, place);
    all(home, "package " + home.getQualifiedName());
    for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
      if (!isAccessor(type, method)) {
        checkMethod(type, method, place + "." + method.getSimpleName() + "()");
      }
    }
    for (VariableElement field : EntityInspector.fields(type)) {
      first(field, Mirrors.place(type, field));
      if (field.asType() instanceof DeclaredType declared
          && declared.asElement() instanceof TypeElement value
          && value.getKind() == ElementKind.ENUM) {
        // An annotated field of the enum changes how its constants are stored.
        EntityInspector.fields(value).forEach(inside -> all(inside, Mirrors.place(value, inside)));
      }
    }
  }

  /** An annotation of a record's component stands on its accessor too. */
  private static boolean isAccessor(TypeElement type, ExecutableElement method) {
    return type.getKind() == ElementKind.RECORD
        && EntityInspector.fields(type).stream()
            .anyMatch(field -> field.getSimpleName().equals(method.getSimpleName()));
  }

  /** Whether a superclass that is not mapped has annotations, which then would have no effect. */
  static boolean hasStray(TypeElement type) {
    return hasMapping(type)
        || ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
            .filter(field -> !field.getModifiers().contains(Modifier.STATIC))
            .anyMatch(AnnotationRule::hasMapping);
  }

  private static boolean hasMapping(Element element) {
    return Mirrors.all(element).stream()
        .map(Mirrors::name)
        .anyMatch(name -> isMapping(name) && !ANYWHERE.contains(name));
  }

  static boolean isMapping(String annotation) {
    return inPackage(annotation, Mirrors.OWN) || refusable(annotation);
  }

  private static boolean refusable(String annotation) {
    return REFUSED_PACKAGES.stream().anyMatch(home -> inPackage(annotation, home));
  }

  private static boolean inPackage(String annotation, String home) {
    return annotation.startsWith(home) && annotation.indexOf('.', home.length()) < 0;
  }

  private static boolean isMapped(TypeElement type) {
    return Mirrors.find(type, Mirrors.JAKARTA + "Entity").isPresent()
        || Mirrors.find(type, Mirrors.JAKARTA + "MappedSuperclass").isPresent();
  }

  /** A mapping class has no objects, and a rule of its own. */
  private static boolean isCallable(TypeElement type, ExecutableElement method) {
    return MappingClasses.isMapping(type) || (isMapped(type) && isPlain(method));
  }

  private static boolean isPlain(ExecutableElement method) {
    return method.getReturnType().getKind() == TypeKind.VOID
        && method.getParameters().isEmpty()
        && !method.getModifiers().contains(Modifier.STATIC)
        && !method.getModifiers().contains(Modifier.ABSTRACT);
  }

  /** Only metamodels of entities take a hybrid over. */
  private void checkHome(TypeElement type, ExecutableElement hybrid, String place) {
    if (!isMapped(type)) {
      refusals.add("hybrid-class", hybrid, place);
    }
  }

  private void checkMethod(TypeElement type, ExecutableElement method, String place) {
    for (AnnotationMirror mirror : Mirrors.all(method)) {
      String name = Mirrors.name(mirror);
      String text = "@" + MappingRules.simple(name);
      if (MappingRules.placed("callback").contains(name)) {
        if (!isCallable(type, method)) {
          refusals.add("callback", method, place, text);
        }
        continue;
      }
      if (name.equals(HybridRule.HYBRID)) {
        checkHome(type, method, place);
        continue;
      }
      if (!isMapping(name) || name.equals(Mirrors.JAKARTA + "Transient")) {
        continue;
      }
      if (refusable(name) && MappingRules.members(name) == null) {
        refuse(method, place, text + " on a method", MappingRules.remedy(name));
      } else {
        refusals.add("on-method", method, place, text);
      }
    }
  }

  private void all(Element element, String place) {
    Mirrors.all(element).forEach(mirror -> check(element, place, mirror));
    checkComposed(element, place);
  }

  /** One fault of an attribute is enough. */
  private void first(Element element, String place) {
    for (AnnotationMirror mirror : Mirrors.all(element)) {
      if (!refusals.at(place)) {
        check(element, place, mirror);
      }
    }
    checkComposed(element, place);
  }

  private void checkComposed(Element element, String place) {
    ComposedAnnotations composed = new ComposedAnnotations(element);
    composed
        .contested()
        .forEach(
            twice ->
                refusals.add(
                    "composed-twice",
                    element,
                    place,
                    twice.annotation(),
                    twice.one(),
                    twice.other()));
    composed.unseen().forEach(name -> refusals.add("composed-retention", element, place, name));
  }

  private void check(Element element, String place, AnnotationMirror mirror) {
    String name = Mirrors.name(mirror);
    if (!refusable(name)) {
      return;
    }
    Set<String> members = MappingRules.members(name);
    if (members == null) {
      refuse(element, place, "@" + MappingRules.simple(name), MappingRules.remedy(name));
      return;
    }
    for (Map.Entry<String, AnnotationValue> given : given(mirror).entrySet()) {
      String member = given.getKey();
      String value = Mirrors.text(given.getValue());
      String remedy =
          members.contains(member)
              ? MappingRules.remedy(name, member, value)
              : MappingRules.remedy(name, member);
      if (remedy != null) {
        String text = member.equals("value") ? value : member + " = " + value;
        refuse(element, place, "@" + MappingRules.simple(name) + "(" + text + ")", remedy);
      }
      Mirrors.nested(given.getValue()).forEach(nested -> check(element, place, nested));
    }
  }

  /** The members that differ from their default, sorted. */
  private static Map<String, AnnotationValue> given(AnnotationMirror mirror) {
    Map<String, AnnotationValue> given = new TreeMap<>();
    mirror
        .getElementValues()
        .forEach(
            (member, value) -> {
              AnnotationValue byDefault = member.getDefaultValue();
              if (byDefault == null || !value.toString().equals(byDefault.toString())) {
                given.put(member.getSimpleName().toString(), value);
              }
            });
    return given;
  }

  private void refuse(Element element, String place, String found, String remedy) {
    refusals.add("annotation", element, place, found, remedy);
  }
}
