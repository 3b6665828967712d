package org.aludel.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Reads a collection of values, which are rows of a table of their own. */
final class ElementInspector {
  static final String COLLECTION = Mirrors.JAKARTA + "ElementCollection";
  private static final String ORDER_COLUMN = Mirrors.JAKARTA + "OrderColumn";
  private static final String MAP = "java.util.Map";
  private static final List<String> CONTAINERS =
      List.of("java.util.List", "java.util.Set", "java.util.Collection", MAP);

  private final AttributeInspector inspector;
  private final AssociationInspector associations;
  private final Refusals refusals;

  ElementInspector(
      AttributeInspector inspector, AssociationInspector associations, Refusals refusals) {
    this.inspector = inspector;
    this.associations = associations;
    this.refusals = refusals;
  }

  /** Whether the elements of a collection have attributes of their own. */
  static boolean isEmbedded(AttributeField field) {
    if (!field.has(COLLECTION) || !(field.type() instanceof DeclaredType declared)) {
      return false;
    }
    List<? extends TypeMirror> arguments = declared.getTypeArguments();
    TypeElement element =
        arguments.isEmpty()
            ? null
            : AttributeInspector.element(arguments.get(arguments.size() - 1));
    return element != null && Mirrors.has(element, Mirrors.JAKARTA + "Embeddable");
  }

  /** The attribute, or null after a refusal. */
  @Nullable AttributeModel inspect(TypeElement entity, AttributeField field) {
    String container = inspector.raw(field.type());
    List<? extends TypeMirror> arguments =
        field.type() instanceof DeclaredType declared ? declared.getTypeArguments() : List.of();
    boolean isMap = container.equals(MAP);
    boolean known = CONTAINERS.contains(container) && arguments.size() == (isMap ? 2 : 1);
    if (!known || !isValue(arguments.get(arguments.size() - 1))) {
      return refuse("elements", field, container);
    }
    checkMembers(field);
    if (!hasItsPlace(field, container)) {
      return null;
    }
    TypeMirror type = arguments.get(arguments.size() - 1);
    AttributeModel model =
        isEmbedded(field) ? embedded(entity, field, type) : single(entity, field, type);
    return isMap && !isKey(arguments.get(0)) ? refuse("elements", field, container) : model;
  }

  private @Nullable AttributeModel single(
      TypeElement entity, AttributeField field, TypeMirror type) {
    AttributeModel value =
        inspector.inColumn(entity, new AttributeField(field.declaredIn(), field.element(), type));
    return value == null
        ? null
        : model(entity, field, new Element(value.elementType(), value.column(), value.sqlType()));
  }

  /**
   * What an element is.
   *
   * @param column empty where it has several
   */
  private record Element(String type, String column, String sqlType) {}

  private @Nullable AttributeModel embedded(
      TypeElement entity, AttributeField field, TypeMirror type) {
    boolean isMap = inspector.raw(field.type()).equals(MAP);
    EmbeddedInspector embedded =
        new EmbeddedInspector(inspector.inspector(), entity, refusals, true);
    Overrides given = Objects.requireNonNull(field.overrides(), "those of the collection");
    AttributeField element = new AttributeField(field.declaredIn(), field.element(), type);
    List<AttributeField> leaves = embedded.expand(element, isMap ? given.below("value") : given);
    if (isMap) {
      String from = element.path() + ".";
      List<String> names =
          leaves.stream().map(leaf -> "value." + leaf.path().substring(from.length())).toList();
      given.check(field.element(), field.place(), names, refusals);
    }
    List<AttributeModel> parts = new ArrayList<>();
    leaves.stream()
        .map(leaf -> inspector.inspect(entity, leaf))
        .filter(Objects::nonNull)
        .forEach(parts::add);
    if (parts.isEmpty() || parts.size() < leaves.size()) {
      return null;
    }
    AttributeModel model = model(entity, field, new Element(TypeNames.of(type), "", ""));
    List<EmbeddedModel> found = embedded.found();
    return model == null ? null : model.of(new ElementModel(found.get(0), parts, found));
  }

  /** Whether what stands beside the values means something; else it is refused. */
  private boolean hasItsPlace(AttributeField field, String container) {
    if (field.has(ORDER_COLUMN) && !container.equals("java.util.List")) {
      refuse("elements-order", field, container);
      return false;
    }
    for (String said : List.of("MapKeyColumn", "MapKeyEnumerated")) {
      if (field.has(Mirrors.JAKARTA + said) && !container.equals(MAP)) {
        refuse("elements-key", field, "@" + said, container);
        return false;
      }
    }
    return true;
  }

  private @Nullable AttributeModel model(
      TypeElement entity, AttributeField field, Element element) {
    TypeElement owner = Inheritance.level(inspector.inspector(), entity, field.declaredIn());
    Optional<AnnotationMirror> said =
        Mirrors.find(field.element(), Mirrors.JAKARTA + "CollectionTable");
    List<AnnotationMirror> joins =
        said.map(one -> Mirrors.nested(one, "joinColumns")).orElse(List.of());
    List<AssociationModel.Column> key = associations.keyTo(owner, field, joins);
    if (key.isEmpty()) {
      return null;
    }
    String schema = said.map(one -> Mirrors.text(one, "schema")).orElse("");
    String name = said.map(one -> Mirrors.text(one, "name")).orElse("");
    String attribute = field.element().getSimpleName().toString();
    LinkModel link =
        new LinkModel(
            schema.isEmpty() ? EntityInspector.schema(owner) : AttributeInspector.exact(schema),
            name.isEmpty()
                ? SnakeCase.of(EntityInspector.entityName(owner)) + "_" + SnakeCase.of(attribute)
                : AttributeInspector.exact(name),
            EntityInspector.simpleName(owner) + "." + attribute,
            List.of(),
            new AssociationModel(null, "", key, List.of()));
    return new AttributeModel(
        field.element(),
        field.owner(),
        inspector.raw(field.type()),
        inspector.fieldType(field),
        TypeNames.boxed(element.type()),
        AttributeModel.Kind.ELEMENTS,
        null,
        false,
        element.column(),
        element.sqlType(),
        link);
  }

  private boolean isValue(TypeMirror type) {
    boolean isGeneric =
        type instanceof DeclaredType declared && !declared.getTypeArguments().isEmpty();
    return !isGeneric && !CONTAINERS.contains(inspector.raw(type));
  }

  private boolean isKey(TypeMirror type) {
    TypeElement element = AttributeInspector.element(type);
    boolean isEnum = element != null && element.getKind() == ElementKind.ENUM;
    return isEnum || ValueKind.of(TypeNames.of(type)).isPresent();
  }

  private void checkMembers(AttributeField field) {
    String member =
        Mirrors.find(field.element(), Mirrors.JAKARTA + "Column")
            .map(ElementRule::stray)
            .orElse(null);
    if (member != null) {
      refuse("elements-member", field, member);
    }
  }

  private @Nullable AttributeModel refuse(String fault, AttributeField field, String... values) {
    refusals.add(fault, field.element(), field.place(), values);
    return null;
  }
}
