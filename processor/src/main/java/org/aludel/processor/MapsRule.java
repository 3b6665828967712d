package org.aludel.processor;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a mapping class that does not fit the class that it maps. The mapping at run time finds
 * the same faults in {@code org.aludel.orm.mapping.MapsRule}.
 */
final class MapsRule {
  private static final List<String> MAPPED =
      List.of(
          Mirrors.JAKARTA + "Entity",
          Mirrors.JAKARTA + "Embeddable",
          Mirrors.JAKARTA + "MappedSuperclass",
          MappingClasses.MAPS);

  private final TypeElement mapping;
  private final TypeElement mapped;
  private final String place;
  private final EntityInspector inspector;
  private final Refusals refusals;

  /** A rule for one class, which need not be a mapping class. */
  MapsRule(TypeElement mapping, EntityInspector inspector, Refusals refusals) {
    this.mapping = mapping;
    this.mapped = MappingClasses.mapped(mapping);
    // As the source has it, where other messages name the mapped class.
    this.place = mapping.getQualifiedName().toString();
    this.inspector = inspector;
    this.refusals = refusals;
  }

  /**
   * Reports all that is wrong with a mapping class; nothing for other classes.
   *
   * @return whether it can map its class at all, so that its other faults are worth reading
   */
  boolean check() {
    boolean alone = mapped.equals(mapping);
    if (alone && !Mirrors.has(mapping, MappingClasses.MAPS)) {
      return true;
    }
    String obstacle = alone ? "which is no other class" : obstacle();
    if (obstacle != null) {
      refusals.add("maps-class", mapping, place, Mirrors.place(mapped), obstacle);
      return false;
    }
    checkHome();
    FieldTypes types = new FieldTypes(mapped, inspector.environment().getTypeUtils());
    for (VariableElement field : EntityInspector.fields(mapping)) {
      checkField(field, types);
    }
    checkCallbacks();
    checkComponents();
    return true;
  }

  /** A record is made from all that it has. */
  private void checkComponents() {
    List<String> named =
        EntityInspector.fields(mapping).stream()
            .map(field -> field.getSimpleName().toString())
            .toList();
    if (mapped.getKind() == ElementKind.RECORD) {
      ElementFilter.recordComponentsIn(mapped.getEnclosedElements()).stream()
          .map(one -> one.getSimpleName().toString())
          .filter(one -> !named.contains(one))
          .forEach(
              one -> refusals.add("maps-component", mapping, place, Mirrors.place(mapped), one));
    }
  }

  private void checkCallbacks() {
    for (ExecutableElement method : ElementFilter.methodsIn(mapping.getEnclosedElements())) {
      for (String callback : MappingRules.placed("callback")) {
        if (Mirrors.has(method, callback)) {
          String where = place + "." + method.getSimpleName() + "()";
          refusals.add("maps-callback", method, where, "@" + MappingRules.simple(callback));
        }
      }
    }
  }

  private @Nullable String obstacle() {
    if (!hasObjects()) {
      return "which cannot be mapped by another class";
    }
    if (MAPPED.stream().anyMatch(one -> Mirrors.has(mapped, one))) {
      return "which has annotations of its own";
    }
    boolean hierarchy =
        isBelowMapped(mapping)
            || isBelowMapped(mapped)
            || Mirrors.has(mapping, Inheritance.INHERITANCE);
    return hierarchy ? "as a part of a hierarchy" : null;
  }

  private boolean hasObjects() {
    boolean inner =
        mapped.getEnclosingElement() instanceof TypeElement
            && !mapped.getModifiers().contains(Modifier.STATIC);
    boolean whole = mapped.getKind() == ElementKind.RECORD && MappingClasses.isPart(mapping);
    return (whole || mapped.getKind() == ElementKind.CLASS)
        && !inner
        && !mapped.getModifiers().contains(Modifier.ABSTRACT);
  }

  private static boolean isBelowMapped(TypeElement type) {
    TypeElement above = EntityInspector.superclass(type);
    while (above != null) {
      TypeElement each = above;
      if (MAPPED.stream().anyMatch(one -> Mirrors.has(each, one))) {
        return true;
      }
      above = EntityInspector.superclass(above);
    }
    return false;
  }

  private void checkHome() {
    TypeElement rival = MappingClasses.rival(mapping);
    if (rival != null) {
      String other = rival.getQualifiedName().toString();
      refusals.add("maps-twice", mapping, place, Mirrors.place(mapped), other);
    }
    if (!inspector.visibility().visible(mapped, mapping)) {
      refuse(mapping, place, mapped);
    }
  }

  private void checkField(VariableElement field, FieldTypes types) {
    String name = field.getSimpleName().toString();
    String where = place + "." + name;
    VariableElement stored = MappingClasses.field(mapping, name);
    if (stored == null) {
      String near = NearName.phrase(name, MappingClasses.fieldNames(mapped));
      refusals.add("maps-member", field, where, Mirrors.place(mapped), near);
      return;
    }
    String owner = Mirrors.place(mapped);
    String wanted = text(types.of(stored.asType()));
    boolean record = mapped.getKind() == ElementKind.RECORD;
    if (stored.getModifiers().contains(Modifier.STATIC)
        || (!record && stored.getModifiers().contains(Modifier.FINAL))) {
      refusals.add("maps-fixed", field, where, owner);
    } else if (!text(field.asType()).equals(wanted)) {
      refusals.add("maps-type", field, where, text(field.asType()), owner, wanted);
    } else {
      checkDeclaring(field, where, stored);
    }
  }

  private void checkDeclaring(VariableElement field, String where, VariableElement stored) {
    if (stored.getEnclosingElement() instanceof TypeElement declaring
        && !declaring.equals(mapped)
        && !inspector.visibility().visible(declaring, mapping)) {
      refuse(field, where, declaring);
    }
  }

  /** The compiler alone needs the name: at run time the same would work. */
  private void refuse(VariableElement field, String where, TypeElement hidden) {
    refusals.add(
        Refusal.of(
            field,
            where,
            "a field of \"" + Mirrors.place(hidden) + "\", which this package cannot name",
            "a class that the generated code can name",
            "leave the field out, or move the mapping class into the package of that class"));
  }

  private void refuse(TypeElement type, String where, TypeElement hidden) {
    refusals.add(
        Refusal.of(
            type,
            where,
            "@Maps of \"" + Mirrors.place(hidden) + "\", which this package cannot name",
            "a class that the generated code can name",
            "move the mapping class into the package of that class"));
  }

  /** A class with its type arguments, as the mapping at run time sees them. */
  private String text(TypeMirror type) {
    Types types = inspector.environment().getTypeUtils();
    List<String> arguments = new ArrayList<>();
    if (type instanceof DeclaredType declared) {
      declared.getTypeArguments().forEach(one -> arguments.add(TypeNames.of(types.erasure(one))));
    }
    String erased = TypeNames.of(types.erasure(type));
    return arguments.isEmpty() ? erased : erased + "<" + String.join(", ", arguments) + ">";
  }
}
