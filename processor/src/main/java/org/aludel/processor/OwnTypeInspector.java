package org.aludel.processor;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
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
  private static final List<String> SAYING =
      List.of(
          Mirrors.JAKARTA + "Id",
          Mirrors.JAKARTA + "EmbeddedId",
          Mirrors.JAKARTA + "Version",
          Mirrors.JAKARTA + "GeneratedValue",
          ConverterInspector.CONVERT,
          Mirrors.JAKARTA + "Enumerated",
          Mirrors.OWN + "PgEnum",
          Mirrors.OWN + "SqlType");

  private final EntityInspector inspector;
  private final Refusals refusals;

  OwnTypeInspector(EntityInspector inspector, Refusals refusals) {
    this.inspector = inspector;
    this.refusals = refusals;
  }

  /** Whether an annotation of the attribute, of a superclass or of its class says the type. */
  boolean has(TypeElement entity, AttributeField field) {
    return field.has(JSON) || storedAs(entity, field) != null;
  }

  private @Nullable TypeElement storedAs(TypeElement entity, AttributeField field) {
    Optional<TypeElement> own = named(field.element());
    if (own.isPresent() || field.has(JSON) || field.has(ConverterInspector.CONVERT)) {
      return own.orElse(null);
    }
    Optional<TypeElement> mapped =
        says(field)
            ? Optional.empty()
            : new TypeMaps(inspector)
                .of(entity, field)
                .filter(one -> !ConverterInspector.isConverter(one, inspector));
    TypeElement type = AttributeInspector.element(field.type());
    return mapped.or(() -> type == null ? Optional.empty() : named(type)).orElse(null);
  }

  private static Optional<TypeElement> named(Element element) {
    return Mirrors.find(element, STORED_AS).flatMap(mirror -> Mirrors.type(mirror, "value"));
  }

  /** Whether the attribute says something of its type, which a map of types then leaves alone. */
  static boolean says(AttributeField field) {
    return field.id()
        || named(field.element()).isPresent()
        || SAYING.stream().anyMatch(field::has)
        || sizes(field).findFirst().isPresent();
  }

  private static Stream<String> sizes(AttributeField field) {
    Optional<AnnotationMirror> column = Mirrors.find(field.element(), Mirrors.JAKARTA + "Column");
    return Stream.of("columnDefinition", "length", "precision", "scale", "secondPrecision")
        .filter(one -> column.map(said -> Mirrors.given(said, one)).orElse(false));
  }

  /** The source text of the SQL type, or null after a refusal. */
  @Nullable String inspect(TypeElement entity, AttributeField field) {
    boolean json = field.has(JSON);
    Optional<String> other = other(field, json);
    if (other.isPresent()) {
      return refuse("own-type", field, json ? "@Json" : "@StoredAs", other.get());
    }
    if (field.id()) {
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
    Stream<String> members = sizes(field).map(one -> "@Column(" + one + ")");
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
    TypeElement type = storedAs(entity, field);
    if (type == null
        || !inspector.visibility().visible(type, entity)
        || !ConverterInspector.isCreatable(type)) {
      return null;
    }
    List<? extends TypeMirror> arguments =
        TypeMaps.implemented(type, inspector).map(DeclaredType::getTypeArguments).orElse(List.of());
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
