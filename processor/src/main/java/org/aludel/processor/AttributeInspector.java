package org.aludel.processor;

import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Reads one field of an entity. */
final class AttributeInspector {
  private static final Set<String> COLLECTIONS =
      Set.of("java.util.List", "java.util.Set", "java.util.Collection");

  private static final Set<String> INEXACT =
      Set.of("float", "double", "java.lang.Float", "java.lang.Double");

  private final EntityInspector inspector;
  private final Refusals refusals;

  AttributeInspector(EntityInspector inspector, Refusals refusals) {
    this.inspector = inspector;
    this.refusals = refusals;
  }

  /** The attribute, or null after a refusal. */
  @Nullable AttributeModel inspect(
      TypeElement entity, TypeElement declaredIn, VariableElement field) {
    String place = Mirrors.place(declaredIn, field);
    if (refusals.at(place)) {
      return null;
    }
    if (field.getModifiers().contains(Modifier.FINAL)) {
      return refuse("final", declaredIn, field);
    }
    TypeElement hidden = hidden(entity, declaredIn, field);
    if (hidden != null) {
      return refuse("hiding", declaredIn, field, Mirrors.place(hidden));
    }
    if (Mirrors.has(field, Mirrors.JAKARTA + "ManyToOne")) {
      return reference(declaredIn, field);
    }
    return Mirrors.has(field, Mirrors.JAKARTA + "OneToMany")
        ? collection(declaredIn, field)
        : basic(entity, declaredIn, field);
  }

  /** The mapped superclass with an attribute of the same name, or null. */
  private @Nullable TypeElement hidden(
      TypeElement entity, TypeElement declaredIn, VariableElement field) {
    return inspector.mappedClasses(entity).stream()
        .takeWhile(above -> !above.equals(declaredIn))
        .filter(
            above ->
                EntityInspector.fields(above).stream()
                    .anyMatch(one -> one.getSimpleName().equals(field.getSimpleName())))
        .findFirst()
        .orElse(null);
  }

  private @Nullable AttributeModel reference(TypeElement declaredIn, VariableElement field) {
    TypeElement target = element(field.asType());
    if (target == null || !isEntity(target)) {
      return refuse("target", declaredIn, field, raw(field.asType()));
    }
    String obstacle = inspector.lazyRule().obstacle(target);
    boolean eager =
        Mirrors.find(field, Mirrors.OWN + "Load")
            .map(mirror -> Mirrors.text(mirror, "value").equals("SELECT_IN"))
            .orElse(false);
    if (obstacle != null && !eager) {
      refusals.add(
          Refusal.of(
              field,
              Mirrors.place(declaredIn, field),
              "a lazy reference to \"" + target.getQualifiedName() + "\", " + obstacle,
              "a target of which a subclass can load before every method runs",
              "load it with the object: add @Load(SELECT_IN), or change the target"));
      return null;
    }
    String type = raw(field.asType());
    return new AttributeModel(
        field, name(declaredIn), type, type, AttributeModel.Kind.TO_ONE, null, false, "", "");
  }

  private @Nullable AttributeModel collection(TypeElement declaredIn, VariableElement field) {
    TypeElement type = element(field.asType());
    TypeElement target =
        type != null && ((DeclaredType) field.asType()).getTypeArguments().size() == 1
            ? element(((DeclaredType) field.asType()).getTypeArguments().get(0))
            : null;
    if (type == null
        || target == null
        || !COLLECTIONS.contains(type.getQualifiedName().toString())) {
      return refuse("collection", declaredIn, field, raw(field.asType()));
    }
    boolean mirrors =
        Mirrors.find(field, Mirrors.JAKARTA + "OneToMany")
            .map(mirror -> !Mirrors.text(mirror, "mappedBy").isEmpty())
            .orElse(false);
    if (!mirrors) {
      return refuse("mapped-by", declaredIn, field, Mirrors.place(target));
    }
    if (!isEntity(target)) {
      return refuse("target", declaredIn, field, Mirrors.place(target));
    }
    return new AttributeModel(
        field,
        name(declaredIn),
        type.getQualifiedName().toString(),
        target.getQualifiedName().toString(),
        AttributeModel.Kind.TO_MANY,
        null,
        false,
        "",
        "");
  }

  private @Nullable AttributeModel basic(
      TypeElement entity, TypeElement declaredIn, VariableElement field) {
    String type = TypeNames.of(field.asType());
    ValueKind kind = kind(field, type);
    if (kind == null) {
      return refuse("value-class", declaredIn, field, raw(field.asType()));
    }
    if (!visible(field.asType())) {
      refusals.add(
          Refusal.of(
              field,
              Mirrors.place(declaredIn, field),
              "an attribute of the private class " + type,
              "an enum that the package of the entity sees",
              "remove private from the enum"));
      return null;
    }
    boolean id = Mirrors.has(field, Mirrors.JAKARTA + "Id");
    if (id && (kind == ValueKind.BYTES || INEXACT.contains(type))) {
      return refuse("id-class", declaredIn, field, type);
    }
    return new AttributeModel(
        field,
        name(declaredIn),
        type,
        type,
        AttributeModel.Kind.BASIC,
        kind,
        id,
        column(field),
        SqlTypeText.of(entity, field, kind, type));
  }

  private static @Nullable ValueKind kind(VariableElement field, String type) {
    TypeElement element = element(field.asType());
    if (element == null || element.getKind() != ElementKind.ENUM) {
      return ValueKind.of(type).orElse(null);
    }
    if (Mirrors.has(field, Mirrors.OWN + "PgEnum")) {
      return ValueKind.ENUM_LABEL;
    }
    Optional<AnnotationMirror> enumerated = Mirrors.find(field, Mirrors.JAKARTA + "Enumerated");
    return enumerated.map(mirror -> Mirrors.text(mirror, "value")).orElse("").equals("STRING")
        ? ValueKind.ENUM_NAME
        : ValueKind.ENUM_ORDINAL;
  }

  static String column(VariableElement field) {
    String given =
        Mirrors.find(field, Mirrors.JAKARTA + "Column")
            .map(mirror -> Mirrors.text(mirror, "name"))
            .orElse("");
    return given.isEmpty() ? SnakeCase.of(field.getSimpleName().toString()) : exact(given);
  }

  /** A name without the quotes that mark it as exact; all names are. */
  static String exact(String name) {
    boolean quoted =
        name.length() > 2
            && ((name.startsWith("\"") && name.endsWith("\""))
                || (name.startsWith("`") && name.endsWith("`")));
    return quoted ? name.substring(1, name.length() - 1) : name;
  }

  private static boolean visible(TypeMirror type) {
    Element each = element(type);
    while (each instanceof TypeElement) {
      if (each.getModifiers().contains(Modifier.PRIVATE)) {
        return false;
      }
      each = each.getEnclosingElement();
    }
    return true;
  }

  private static boolean isEntity(TypeElement type) {
    return Mirrors.has(type, Mirrors.JAKARTA + "Entity");
  }

  private static @Nullable TypeElement element(TypeMirror type) {
    return type instanceof DeclaredType declared
            && declared.asElement() instanceof TypeElement found
        ? found
        : null;
  }

  private static String name(TypeElement type) {
    return type.getQualifiedName().toString();
  }

  private String raw(TypeMirror type) {
    return TypeNames.of(inspector.environment().getTypeUtils().erasure(type));
  }

  private @Nullable AttributeModel refuse(
      String fault, TypeElement declaredIn, VariableElement field, String... values) {
    refusals.add(fault, field, Mirrors.place(declaredIn, field), values);
    return null;
  }
}
