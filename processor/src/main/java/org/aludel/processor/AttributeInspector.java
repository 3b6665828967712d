package org.aludel.processor;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
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
      Set.of(
          "java.util.List",
          "java.util.Set",
          "java.util.Collection",
          "java.util.Map",
          WriteOnlyRule.TYPE);

  private static final Set<String> INEXACT =
      Set.of(
          "float",
          "double",
          "java.lang.Float",
          "java.lang.Double",
          "java.math.BigDecimal",
          "java.time.OffsetDateTime");

  private final EntityInspector inspector;
  private final Refusals refusals;
  private final LinkInspector links;
  private final AssociationInspector associations;
  private final ConverterInspector converters;
  private final OwnTypeInspector ownTypes;

  AttributeInspector(EntityInspector inspector, Refusals refusals) {
    this.inspector = inspector;
    this.refusals = refusals;
    this.links = new LinkInspector(inspector);
    this.associations = new AssociationInspector(inspector, refusals);
    this.converters = new ConverterInspector(inspector);
    this.ownTypes = new OwnTypeInspector(inspector, refusals);
  }

  EntityInspector inspector() {
    return inspector;
  }

  /** The attribute, or null after a refusal. */
  @Nullable AttributeModel inspect(TypeElement entity, AttributeField field) {
    AttributeKind kind = check(entity, field);
    if (kind == null) {
      return null;
    }
    AttributeModel attribute = attribute(entity, field, kind);
    EmbeddedModel embedded = field.embedded();
    return attribute == null || embedded == null ? attribute : attribute.inside(embedded);
  }

  /** What a field is, or null after a refusal. */
  @Nullable AttributeKind check(TypeElement entity, AttributeField field) {
    if (refusals.at(field.place())) {
      return null;
    }
    TypeElement hidden =
        field.embedded() == null ? Inheritance.hidden(inspector, entity, field) : null;
    String open = FieldTypes.openIn(field.type());
    if (hidden != null) {
      refuse("hiding", field, Mirrors.place(hidden));
    } else if (isFinal(entity, field)) {
      refuse("final", field);
    } else if (open != null) {
      refuse("unbound", field, open, Mirrors.place(entity));
    } else if (new RecordRule(refusals).admits(entity, field)) {
      AttributeKind kind = AttributeKind.of(field);
      PlacementRule.check(field, kind, refusals);
      TargetRule.check(field, refusals);
      return refusals.at(field.place()) ? null : kind;
    }
    return null;
  }

  /** A record is made whole, so that its fields may be final. */
  private static boolean isFinal(TypeElement entity, AttributeField field) {
    EmbeddedModel embedded = field.embedded();
    boolean whole = embedded == null ? RecordRule.isRecord(entity) : embedded.record();
    return !whole && field.element().getModifiers().contains(Modifier.FINAL);
  }

  private @Nullable AttributeModel attribute(
      TypeElement entity, AttributeField field, AttributeKind kind) {
    return switch (kind) {
      case COLUMN, EXPRESSION, QUERY -> inColumn(entity, field);
      case EMBEDDED, PART ->
          throw new IllegalStateException(field.place() + " is to be taken apart before");
      case MANY_TO_ONE, ONE_TO_ONE -> reference(entity, field);
      case INVERSE_ONE_TO_ONE -> inverseOneToOne(entity, field);
      case MANY_TO_MANY, ONE_TO_MANY_BETWEEN -> many(entity, field);
      case ONE_TO_MANY, JOINED_ONE_TO_MANY -> collection(entity, field);
      case TO_ONE_BY_CONDITION, TO_MANY_BY_CONDITION ->
          new JoinConditionInspector(this, refusals).inspect(entity, field, kind);
      case ELEMENTS, EMBEDDED_ELEMENTS ->
          new ElementInspector(this, associations, refusals).inspect(entity, field);
    };
  }

  private @Nullable AttributeModel reference(TypeElement entity, AttributeField field) {
    TypeElement target = MappingClasses.target(field);
    if (target == null || !isEntity(target)) {
      return refuse("target", field, raw(field.type()));
    }
    Obstacle obstacle =
        Inheritance.isPolymorphic(target)
                || RecordRule.isRecord(target)
                || inspector.isUnfinished(target)
            ? null
            : inspector.lazyRule().obstacle(target);
    boolean eager =
        Mirrors.find(field.element(), Mirrors.OWN + "Load")
            .map(
                mirror ->
                    Mirrors.text(mirror, "value").matches("SELECT_IN|IMMEDIATE|SUBQUERY|JOINED"))
            .orElse(false);
    if (obstacle != null && !eager) {
      refusals.add(
          Refusal.of(
              field.element(),
              field.place(),
              "a lazy reference to \"" + Mirrors.place(target) + "\", " + obstacle.text(),
              "a target of which a subclass can load before every method runs",
              (MappingClasses.isMapping(target) ? "" : obstacle.remedy() + ", or ")
                  + "load it with the object: @Load(Load.Strategy.SELECT_IN)"));
      return null;
    }
    String type = raw(field.type());
    LinkModel link = links.toOne(entity, field, target);
    links.checkJoins(field, link, target, refusals);
    return new AttributeModel(
        field.element(),
        field.owner(),
        type,
        fieldType(field),
        type,
        AttributeModel.Kind.TO_ONE,
        null,
        false,
        "",
        "",
        link);
  }

  private @Nullable AttributeModel inverseOneToOne(TypeElement entity, AttributeField field) {
    TypeElement target = MappingClasses.target(field);
    if (target == null || !isEntity(target)) {
      return refuse("target", field, raw(field.type()));
    }
    String load =
        Mirrors.find(field.element(), Mirrors.OWN + "Load")
            .map(mirror -> Mirrors.text(mirror, "value"))
            .orElse("SELECT_IN");
    if (!load.equals("SELECT_IN")) {
      return refuse("inverse-load", field, "@Load");
    }
    LinkModel link = mirrored(entity, field, target, AttributeKind.ONE_TO_ONE);
    String type = raw(field.type());
    return link == null
        ? null
        : new AttributeModel(
            field.element(),
            field.owner(),
            type,
            fieldType(field),
            type,
            AttributeModel.Kind.INVERSE_TO_ONE,
            null,
            false,
            "",
            "",
            link);
  }

  /** The foreign key behind {@code mappedBy}, or null after a refusal. */
  private @Nullable LinkModel mirrored(
      TypeElement entity, AttributeField field, TypeElement target, AttributeKind owning) {
    String mappedBy = AttributeKind.mappedBy(field);
    TypeElement owner = Inheritance.level(inspector, entity, field.declaredIn());
    LinkModel link = links.mirrored(owner, mappedBy, target, owning);
    if (link == null) {
      String near =
          NearName.phrase(
              mappedBy,
              links.references(target, entity, owning).stream()
                  .map(one -> one.element().getSimpleName().toString())
                  .toList());
      refuse(
          "mapped-by-unknown",
          field,
          mappedBy,
          near,
          Mirrors.place(target),
          Mirrors.place(entity),
          owning == AttributeKind.ONE_TO_ONE ? "@OneToOne" : "@ManyToOne");
    }
    return link;
  }

  /** The class of a collection, or null where the field has another. */
  static @Nullable TypeElement container(AttributeField field) {
    TypeElement type = element(field.type());
    boolean known = type != null && COLLECTIONS.contains(type.getQualifiedName().toString());
    return known ? type : null;
  }

  private @Nullable AttributeModel many(TypeElement entity, AttributeField field) {
    TypeElement type = container(field);
    TypeElement target = MapKeyInspector.target(field);
    if (type == null || target == null) {
      boolean many = field.has(Mirrors.JAKARTA + "ManyToMany");
      return refuse(many ? "many-class" : "collection", field, raw(field.type()));
    }
    if (!isEntity(target)) {
      return refuse("target", field, Mirrors.place(target));
    }
    if (WriteOnlyRule.refuses(field, refusals)) {
      return null;
    }
    if (BetweenRule.refuses(field, raw(field.type()), refusals)) {
      return null;
    }
    new MapKeyInspector(inspector, refusals).check(field, target);
    LinkModel link = associations.link(entity, field, target);
    return link == null
        ? null
        : new AttributeModel(
            field.element(),
            field.owner(),
            type.getQualifiedName().toString(),
            fieldType(field),
            Mirrors.place(target),
            AttributeModel.Kind.TO_MANY,
            null,
            false,
            "",
            "",
            link);
  }

  private @Nullable AttributeModel collection(TypeElement entity, AttributeField field) {
    TypeElement type = container(field);
    TypeElement target = MapKeyInspector.target(field);
    if (type == null || target == null) {
      return refuse("collection", field, raw(field.type()));
    }
    boolean joined = AttributeKind.of(field) == AttributeKind.JOINED_ONE_TO_MANY;
    if (AttributeKind.mappedBy(field).isEmpty() && !joined) {
      return refuse("mapped-by", field, Mirrors.place(target));
    }
    if (WriteOnlyRule.refuses(field, refusals)) {
      return null;
    }
    if (!isEntity(target)) {
      return refuse("target", field, Mirrors.place(target));
    }
    if (OrderColumnRule.refusesOfTarget(field, raw(field.type()), target, refusals)) {
      return null;
    }
    new MapKeyInspector(inspector, refusals).check(field, target);
    LinkModel link =
        joined
            ? implied(entity, field, target)
            : mirrored(entity, field, target, AttributeKind.MANY_TO_ONE);
    return link == null
        ? null
        : new AttributeModel(
            field.element(),
            field.owner(),
            type.getQualifiedName().toString(),
            fieldType(field),
            Mirrors.place(target),
            AttributeModel.Kind.TO_MANY,
            null,
            false,
            "",
            "",
            link);
  }

  /** The foreign key of a collection with join columns. */
  private LinkModel implied(TypeElement entity, AttributeField field, TypeElement target) {
    TypeElement owner = Inheritance.level(inspector, entity, field.declaredIn());
    LinkModel link = links.implied(owner, field, target);
    links.checkJoins(field, link, entity, refusals);
    links.checkImplied(field, link, target, refusals);
    return link;
  }

  private @Nullable AttributeModel converted(TypeElement entity, AttributeField field) {
    ConverterInspector.Conversion conversion = converters.inspect(entity, field);
    boolean asEnum = field.has(Mirrors.JAKARTA + "Enumerated") || field.has(Mirrors.OWN + "PgEnum");
    if (conversion == null || asEnum) {
      return refuse("converter", field, raw(field.type()));
    }
    if (field.id()) {
      return refuse("id-class", field, raw(field.type()));
    }
    new ColumnRule(field, conversion.kind(), refusals).check(conversion.stored());
    return stored(field, conversion.sqlType());
  }

  private @Nullable AttributeModel enumerated(
      TypeElement entity, AttributeField field, EnumeratedValue value) {
    ValueKind kind = value.kind(field);
    TypeElement type = Objects.requireNonNull(element(field.type()));
    if (kind == null || !inspector.visibility().visible(type, entity)) {
      return refuse("enumerated-value", field, raw(field.type()));
    }
    if (field.id()) {
      return refuse("id-class", field, raw(field.type()));
    }
    new ColumnRule(field, kind, refusals).check(value.stored());
    return stored(field, value.sqlType(entity, field, kind));
  }

  private @Nullable AttributeModel ownType(TypeElement entity, AttributeField field) {
    String sqlType = ownTypes.inspect(entity, field);
    if (sqlType == null) {
      return null;
    }
    new ColumnRule(field, ValueKind.STORED, refusals).checkOwnType(raw(field.type()));
    return stored(field, sqlType);
  }

  /** What a codec reads and compares. */
  private AttributeModel stored(AttributeField field, String sqlType) {
    return new AttributeModel(
        field.element(),
        field.owner(),
        raw(field.type()),
        fieldType(field),
        TypeNames.of(field.type()),
        AttributeModel.Kind.BASIC,
        ValueKind.STORED,
        false,
        column(field.element()),
        sqlType,
        null);
  }

  /** An id that a reference of the entity holds, without an attribute of its own. */
  AttributeModel derived(TypeElement entity, AttributeField id, DerivedModel source) {
    String type = TypeNames.boxed(TypeNames.of(id.type()));
    return new AttributeModel(
            source.reference(),
            Mirrors.place(source.declaredIn()),
            type,
            raw(source.reference().asType()),
            type,
            AttributeModel.Kind.BASIC,
            kind(id, TypeNames.of(id.type())),
            true,
            source.column(),
            "",
            null)
        .from(source, idType(entity, id));
  }

  /** The SQL type of an id, as source text. */
  String idType(TypeElement entity, AttributeField id) {
    ValueKind kind = Objects.requireNonNull(kind(id, TypeNames.of(id.type())));
    return links.sqlType(entity, id, kind);
  }

  @Nullable AttributeModel inColumn(TypeElement entity, AttributeField field) {
    if (ownTypes.has(entity, field)) {
      return ownType(entity, field);
    }
    if (converters.has(entity, field)) {
      return converted(entity, field);
    }
    EnumeratedValue value = EnumeratedValue.of(field);
    return value == null ? basic(entity, field) : enumerated(entity, field, value);
  }

  private @Nullable AttributeModel basic(TypeElement entity, AttributeField field) {
    String type = TypeNames.of(field.type());
    ValueKind kind = kind(field, type);
    if (ColumnRule.hasStrayEnum(field)) {
      return refuse("enum-annotation", field, raw(field.type()));
    }
    if (kind == null) {
      return refuse("value-class", field, raw(field.type()));
    }
    TypeElement element = element(field.type());
    if (element != null && !inspector.visibility().visible(element, entity)) {
      refusals.add(
          Refusal.of(
              field.element(),
              field.place(),
              "an attribute of the class " + type + ", which the package of the entity cannot name",
              "an enum that the generated code can name",
              "make the enum visible: remove private, or make it public"));
      return null;
    }
    boolean id = field.id();
    if (id && (kind == ValueKind.BYTES || kind == ValueKind.STORED || INEXACT.contains(type))) {
      return refuse("id-class", field, raw(field.type()));
    }
    new ColumnRule(field, kind, refusals).check(type);
    return new AttributeModel(
        field.element(),
        field.owner(),
        raw(field.type()),
        fieldType(field),
        type,
        AttributeModel.Kind.BASIC,
        kind,
        id,
        column(field.element()),
        SqlTypeText.of(entity, field.element(), kind, type),
        null);
  }

  static @Nullable ValueKind kind(AttributeField field, String type) {
    TypeElement element = element(field.type());
    if (element == null || element.getKind() != ElementKind.ENUM) {
      return ValueKind.of(type).orElse(null);
    }
    if (field.has(Mirrors.OWN + "PgEnum")) {
      return ValueKind.ENUM_LABEL;
    }
    Optional<AnnotationMirror> enumerated =
        Mirrors.find(field.element(), Mirrors.JAKARTA + "Enumerated");
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

  static boolean isEntity(TypeElement type) {
    return Mirrors.has(type, Mirrors.JAKARTA + "Entity");
  }

  static @Nullable TypeElement element(TypeMirror type) {
    return type instanceof DeclaredType declared
            && declared.asElement() instanceof TypeElement found
        ? found
        : null;
  }

  String fieldType(AttributeField field) {
    return raw(field.stored().asType());
  }

  String raw(TypeMirror type) {
    return TypeNames.of(inspector.environment().getTypeUtils().erasure(type));
  }

  private @Nullable AttributeModel refuse(String fault, AttributeField field, String... values) {
    refusals.add(fault, field.element(), field.place(), values);
    return null;
  }
}
