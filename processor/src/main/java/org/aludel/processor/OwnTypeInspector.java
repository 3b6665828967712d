package org.aludel.processor;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Reads {@code @Json} and {@code @StoredAs}, by the rules that the mapping has at run time. */
final class OwnTypeInspector {
  static final String JSON = Mirrors.OWN + "Json";
  private static final String STORED_AS = Mirrors.OWN + "StoredAs";
  private static final Set<String> CONTAINERS = Set.of("java.util.List", "java.util.Set");
  private static final String USER_TYPE = "org.aludel.type.UserType";

  private final EntityInspector inspector;
  private final Refusals refusals;

  OwnTypeInspector(EntityInspector inspector, Refusals refusals) {
    this.inspector = inspector;
    this.refusals = refusals;
  }

  /** Whether an annotation of the attribute or of its class says the type. */
  static boolean has(AttributeField field) {
    return field.has(JSON) || storedAs(field).isPresent();
  }

  private static Optional<AnnotationMirror> storedAs(AttributeField field) {
    Optional<AnnotationMirror> own = Mirrors.find(field.element(), STORED_AS);
    TypeElement type = AttributeInspector.element(field.type());
    return own.isPresent() || type == null || field.has(ConverterInspector.CONVERT)
        ? own
        : Mirrors.find(type, STORED_AS);
  }

  /** The source text of the SQL type, or null after a refusal. */
  @Nullable String inspect(TypeElement entity, AttributeField field) {
    boolean json = field.has(JSON);
    Optional<String> other = other(field, json);
    if (other.isPresent()) {
      return refuse("own-type", field, json ? "@Json" : "@StoredAs", other.get());
    }
    if (field.has(Mirrors.JAKARTA + "Id")) {
      return refuse("id-class", field, raw(field));
    }
    String text = json ? json(entity, field) : ofUser(entity, field);
    return text == null ? refuse(json ? "json-class" : "stored-as", field, raw(field)) : text;
  }

  /** What says the type a second time. */
  private static Optional<String> other(AttributeField field, boolean json) {
    Stream<String> words =
        Stream.of(
                STORED_AS,
                ConverterInspector.CONVERT,
                Mirrors.OWN + "SqlType",
                Mirrors.JAKARTA + "Enumerated",
                Mirrors.OWN + "PgEnum")
            .filter(one -> json || !one.equals(STORED_AS))
            .filter(field::has)
            .map(one -> "@" + one.substring(one.lastIndexOf('.') + 1));
    Optional<AnnotationMirror> column = Mirrors.find(field.element(), Mirrors.JAKARTA + "Column");
    Stream<String> members =
        Stream.of("columnDefinition", "length", "precision", "scale", "secondPrecision")
            .filter(one -> column.map(said -> Mirrors.given(said, one)).orElse(false))
            .map(one -> "@Column(" + one + ")");
    return Stream.concat(words, members).findFirst();
  }

  private @Nullable String json(TypeElement entity, AttributeField field) {
    boolean binary =
        Mirrors.find(field.element(), JSON)
            .map(mirror -> Mirrors.unlessFalse(mirror, "binary"))
            .orElse(true);
    String classes = classes(entity, field);
    return classes == null
        ? null
        : "JavaTypes.json(\"%s\", %s)".formatted(binary ? "jsonb" : "json", classes);
  }

  /** The class with those of its type arguments as source text, or null. */
  private @Nullable String classes(TypeElement entity, AttributeField field) {
    List<? extends TypeMirror> arguments =
        field.type() instanceof DeclaredType declared ? declared.getTypeArguments() : List.of();
    if (arguments.isEmpty()) {
      return argument(entity, field.type());
    }
    String type = raw(field);
    String keys = type.equals("java.util.Map") ? "java.lang.String.class, " : "";
    boolean known =
        CONTAINERS.contains(type)
            || (!keys.isEmpty() && raw(arguments.get(0)).equals("java.lang.String"));
    String held = argument(entity, arguments.get(arguments.size() - 1));
    return known && held != null ? type + ".class, " + keys + held : null;
  }

  /** A class without type arguments that the entity can name, as source text; or null. */
  private @Nullable String argument(TypeElement entity, TypeMirror type) {
    boolean plain =
        type.getKind() == TypeKind.ARRAY
            || (type instanceof DeclaredType declared && declared.getTypeArguments().isEmpty());
    TypeElement element = AttributeInspector.element(type);
    boolean generic = element != null && !element.getTypeParameters().isEmpty();
    boolean visible = element == null || inspector.visibility().visible(element, entity);
    boolean annotation = element != null && element.getKind() == ElementKind.ANNOTATION_TYPE;
    return plain && !generic && visible && !annotation ? raw(type) + ".class" : null;
  }

  private @Nullable String ofUser(TypeElement entity, AttributeField field) {
    TypeElement type =
        storedAs(field).flatMap(mirror -> Mirrors.type(mirror, "value")).orElse(null);
    if (type == null
        || !inspector.visibility().visible(type, entity)
        || !ConverterInspector.isCreatable(type)) {
      return null;
    }
    List<? extends TypeMirror> arguments =
        ConverterInspector.implemented(
                type.asType(), USER_TYPE, inspector.environment().getTypeUtils())
            .map(DeclaredType::getTypeArguments)
            .orElse(List.of());
    return arguments.size() == 1
            && TypeNames.of(arguments.get(0)).equals(TypeNames.of(field.type()))
        ? "new " + type.getQualifiedName() + "().sqlType()"
        : null;
  }

  private String raw(AttributeField field) {
    return raw(field.type());
  }

  private String raw(TypeMirror type) {
    return TypeNames.of(inspector.environment().getTypeUtils().erasure(type));
  }

  private @Nullable String refuse(String fault, AttributeField field, String... values) {
    refusals.add(fault, field.element(), field.place(), values);
    return null;
  }
}
