package org.aludel.processor;

import java.util.List;
import java.util.Map;
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

  /**
   * Annotations that change how a field is stored and that the mapping refuses; with the way out.
   */
  private static final Map<String, String> REFUSED =
      Map.of(
          "OneToOne", "use @ManyToOne with @JoinColumn(unique = true)",
          "ManyToMany", "map the table between as an entity with two @ManyToOne attributes",
          "Embedded", "declare its attributes in the entity, or in a @MappedSuperclass",
          "EmbeddedId", "declare several @Id attributes in the entity",
          "ElementCollection", "map the elements as an entity and refer to it by @OneToMany",
          "Convert", "store a supported class and convert it in the accessors");

  private final EntityInspector inspector;
  private final List<Refusal> refusals;

  AttributeInspector(EntityInspector inspector, List<Refusal> refusals) {
    this.inspector = inspector;
    this.refusals = refusals;
  }

  /** The attribute, or null after a refusal. */
  @Nullable AttributeModel inspect(
      TypeElement entity, TypeElement declaredIn, VariableElement field) {
    if (!writable(declaredIn, field) || refusedAnnotation(declaredIn, field)) {
      return null;
    }
    if (Mirrors.has(field, Mirrors.JAKARTA + "ManyToOne")) {
      return reference(declaredIn, field);
    }
    return Mirrors.has(field, Mirrors.JAKARTA + "OneToMany")
        ? collection(declaredIn, field)
        : basic(entity, declaredIn, field);
  }

  private boolean writable(TypeElement declaredIn, VariableElement field) {
    if (field.getModifiers().contains(Modifier.FINAL)) {
      refuse(
          declaredIn,
          field,
          "a final field",
          "a field that can be filled from a row",
          "remove final, or mark the attribute as @Transient");
      return false;
    }
    return true;
  }

  private boolean refusedAnnotation(TypeElement declaredIn, VariableElement field) {
    for (AnnotationMirror mirror : field.getAnnotationMirrors()) {
      String name = Mirrors.name(mirror);
      String fix =
          name.startsWith(Mirrors.JAKARTA)
              ? REFUSED.get(name.substring(Mirrors.JAKARTA.length()))
              : null;
      if (fix != null) {
        refusals.add(
            Refusal.of(
                    field,
                    place(declaredIn, field),
                    "@" + name.substring(Mirrors.JAKARTA.length()),
                    "an annotation that this version honours wholly",
                    fix)
                .unsupported());
        return true;
      }
    }
    return false;
  }

  private @Nullable AttributeModel reference(TypeElement declaredIn, VariableElement field) {
    TypeElement target = element(field.asType());
    if (target == null || !isEntity(target)) {
      refuse(
          declaredIn,
          field,
          "a @ManyToOne to " + TypeNames.of(field.asType()),
          "an attribute whose class is an entity",
          "declare the attribute with an @Entity class");
      return null;
    }
    String obstacle = inspector.lazyRule().obstacle(target);
    boolean eager =
        Mirrors.find(field, Mirrors.OWN + "Load")
            .map(mirror -> Mirrors.text(mirror, "value").equals("SELECT_IN"))
            .orElse(false);
    if (obstacle != null && !eager) {
      refuse(
          declaredIn,
          field,
          "a lazy reference to \"" + target.getQualifiedName() + "\", " + obstacle,
          "a target of which a subclass can load before every method runs",
          "load it with the object: add @Load(SELECT_IN), or change the target");
      return null;
    }
    String type = TypeNames.of(inspector.environment().getTypeUtils().erasure(field.asType()));
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
        || !COLLECTIONS.contains(type.getQualifiedName().toString())
        || !isEntity(target)) {
      refuse(
          declaredIn,
          field,
          "a @OneToMany attribute of " + TypeNames.of(field.asType()),
          "List, Set or Collection of an entity",
          "change the class of the attribute");
      return null;
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
    if (kind == null || !visible(field.asType())) {
      refuse(
          declaredIn,
          field,
          kind == null ? "an attribute of " + type : "an attribute of the private class " + type,
          "boolean, short, int, long, float, double and their wrappers, String, BigDecimal, UUID,"
              + " LocalDate, LocalTime, LocalDateTime, OffsetDateTime, Instant, byte[] or an enum"
              + " that the package sees",
          "use one of these classes, or mark the attribute as @Transient");
      return null;
    }
    return new AttributeModel(
        field,
        name(declaredIn),
        type,
        type,
        AttributeModel.Kind.BASIC,
        kind,
        Mirrors.has(field, Mirrors.JAKARTA + "Id"),
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

  private void refuse(
      TypeElement declaredIn, VariableElement field, String found, String expected, String fix) {
    refusals.add(Refusal.of(field, place(declaredIn, field), found, expected, fix));
  }

  private static String place(TypeElement declaredIn, VariableElement field) {
    return declaredIn.getQualifiedName() + "." + field.getSimpleName();
  }
}
