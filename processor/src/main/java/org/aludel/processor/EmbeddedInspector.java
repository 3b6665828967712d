package org.aludel.processor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** Takes the embedded attributes of an entity apart into those that are stored in columns. */
final class EmbeddedInspector {
  static final String EMBEDDED_ID = Mirrors.JAKARTA + "EmbeddedId";

  private static final String EMBEDDABLE = Mirrors.JAKARTA + "Embeddable";

  /** What makes an attribute one of the entity, of which an embeddable is a part only. */
  private static final List<String> OF_ENTITIES =
      List.of(
          Mirrors.JAKARTA + "Id",
          Mirrors.JAKARTA + "EmbeddedId",
          Mirrors.JAKARTA + "Version",
          ColumnPropertyRule.COLUMN_PROPERTY,
          ColumnPropertyRule.QUERY_EXPRESSION,
          Mirrors.JAKARTA + "GeneratedValue",
          Mirrors.JAKARTA + "ManyToOne",
          Mirrors.JAKARTA + "OneToOne",
          Mirrors.JAKARTA + "OneToMany",
          Mirrors.JAKARTA + "ManyToMany",
          Mirrors.JAKARTA + "ElementCollection");

  /** Who makes values that an embedded id would need before they are made. */
  private static final List<String> MADE =
      List.of(
          Mirrors.OWN + "CreatedAt",
          Mirrors.OWN + "UpdatedAt",
          Mirrors.OWN + "Computed",
          Mirrors.OWN + "ServerDefault");

  private final EntityInspector inspector;
  private final TypeElement entity;
  private final Refusals refusals;
  private final AnnotationRule annotations;
  private final boolean elements;
  private final List<EmbeddedModel> found = new ArrayList<>();

  EmbeddedInspector(EntityInspector inspector, TypeElement entity, Refusals refusals) {
    this(inspector, entity, refusals, false);
  }

  /**
   * @param elements whether what is taken apart are elements of a collection
   */
  EmbeddedInspector(
      EntityInspector inspector, TypeElement entity, Refusals refusals, boolean elements) {
    this.elements = elements;
    this.inspector = inspector;
    this.entity = entity;
    this.refusals = refusals;
    this.annotations = new AnnotationRule(refusals);
  }

  /** Whether an attribute is embedded, by its own annotation or by that of its class. */
  static boolean isEmbedded(AttributeField field) {
    TypeElement type = AttributeInspector.element(field.type());
    return field.has(Mirrors.JAKARTA + "Embedded")
        || field.has(EMBEDDED_ID)
        || (type != null && Mirrors.has(type, EMBEDDABLE));
  }

  /** The embedded attributes so far, those around others first. */
  List<EmbeddedModel> found() {
    return found;
  }

  /** The attributes in columns that an embedded one consists of; empty after a refusal. */
  List<AttributeField> expand(AttributeField field, Overrides overrides) {
    List<AttributeField> leaves = new ArrayList<>();
    expand(null, field, overrides, leaves);
    return leaves;
  }

  private void expand(
      @Nullable EmbeddedModel parent,
      AttributeField field,
      Overrides overrides,
      List<AttributeField> leaves) {
    TypeElement type = MappingClasses.target(field);
    if (type == null || !isUsable(type)) {
      refusals.add("embedded-class", field.element(), field.place(), raw(field, type));
      return;
    }
    if (!new MapsRule(type, inspector, refusals).check()) {
      return;
    }
    if (isInside(parent, type)) {
      refusals.add("embedded-cycle", field.element(), field.place(), Mirrors.place(type));
      return;
    }
    List<AttributeField> members = new ArrayList<>();
    for (TypeElement each : inspector.mappedClasses(type)) {
      annotations.checkClass(each, inspector.environment().getElementUtils().getPackageOf(each));
      for (VariableElement member : EntityInspector.fields(each)) {
        members.add(new AttributeField(each, member, member.asType()));
      }
    }
    sort(type, members);
    EmbeddedModel embedded = model(parent, field, type, members);
    found.add(embedded);
    members.forEach(member -> add(embedded, member.in(embedded), overrides, leaves));
    List<String> names = members.stream().map(EmbeddedInspector::name).toList();
    overrides.check(field.element(), field.place(), names, refusals);
  }

  /** A record takes its components in their order, whatever that of a mapping class is. */
  private static void sort(TypeElement type, List<AttributeField> members) {
    List<String> order = MappingClasses.fieldNames(MappingClasses.mapped(type));
    if (MappingClasses.isMapping(type) && RecordRule.isRecord(MappingClasses.mapped(type))) {
      members.sort(Comparator.comparing(member -> order.indexOf(name(member))));
    }
  }

  private static String raw(AttributeField field, @Nullable TypeElement type) {
    return type == null ? TypeNames.of(field.type()) : Mirrors.place(type);
  }

  private void add(
      EmbeddedModel embedded,
      AttributeField member,
      Overrides overrides,
      List<AttributeField> leaves) {
    for (String annotation : OF_ENTITIES) {
      if (member.has(annotation)) {
        refusals.add(
            "embedded-member",
            member.element(),
            member.place(),
            "@" + MappingRules.simple(annotation));
        return;
      }
    }
    for (String annotation : embedded.id() ? MADE : List.<String>of()) {
      if (member.has(annotation)) {
        refusals.add(
            "embedded-id-member",
            member.element(),
            member.place(),
            "@" + MappingRules.simple(annotation));
        return;
      }
    }
    if (isEmbedded(member)) {
      String name = member.element().getSimpleName().toString();
      PlacementRule.check(member, AttributeKind.EMBEDDED, refusals);
      expand(embedded, member, overrides.below(name, member.element()), leaves);
    } else {
      Overrides.checkOwn(member, refusals);
      AttributeField given = member.with(overrides.applied(member.element()));
      if (elements) {
        ElementRule.check(given, refusals);
      }
      leaves.add(given);
    }
  }

  private EmbeddedModel model(
      @Nullable EmbeddedModel parent,
      AttributeField field,
      TypeElement type,
      List<AttributeField> members) {
    String name = field.element().getSimpleName().toString();
    return new EmbeddedModel(
        found.size(),
        parent,
        parent == null ? name : parent.path() + "." + name,
        name,
        field.owner(),
        Mirrors.place(type),
        RecordRule.isRecord(MappingClasses.mapped(type)),
        parent == null ? field.has(EMBEDDED_ID) : parent.id(),
        members.stream().map(EmbeddedInspector::name).toList());
  }

  private static String name(AttributeField member) {
    return member.element().getSimpleName().toString();
  }

  private static boolean isInside(@Nullable EmbeddedModel parent, TypeElement type) {
    return parent != null
        && (parent.type().equals(Mirrors.place(type)) || isInside(parent.parent(), type));
  }

  private boolean isUsable(TypeElement annotated) {
    TypeElement type = MappingClasses.mapped(annotated);
    boolean whole = type.getKind() == ElementKind.RECORD;
    boolean filled =
        type.getKind() == ElementKind.CLASS
            && !type.getModifiers().contains(Modifier.ABSTRACT)
            && (hasConstructor(type) || inspector.isUnfinished(annotated));
    return Mirrors.has(annotated, EMBEDDABLE)
        && type.getTypeParameters().isEmpty()
        && (whole || filled)
        && inspector.visibility().visible(type, entity);
  }

  private static boolean hasConstructor(TypeElement type) {
    return ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
        .map(ExecutableElement::getParameters)
        .anyMatch(List::isEmpty);
  }
}
