package org.aludel.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Finds the tables of many-to-many relationships by the rules that the mapping has at run time. */
final class AssociationInspector {
  private static final String JOIN_TABLE = Mirrors.JAKARTA + "JoinTable";

  private final EntityInspector inspector;
  private final Refusals refusals;

  AssociationInspector(EntityInspector inspector, Refusals refusals) {
    this.inspector = inspector;
    this.refusals = refusals;
  }

  /** The link of an attribute of either side, or null after a refusal. */
  @Nullable LinkModel link(TypeElement type, AttributeField field, TypeElement target) {
    // Classes below share the table between of the class that declares the attribute.
    TypeElement entity = Inheritance.level(inspector, type, field.declaredIn());
    String mappedBy = AttributeKind.mappedBy(field);
    if (writesThoughViewOnly(field, mappedBy)) {
      return null;
    }
    if (mappedBy.isEmpty()) {
      AssociationModel owning = owning(entity, field, target, refusals);
      return owning == null ? null : link(target, entity, field, owning);
    }
    if (field.has(JOIN_TABLE)) {
      refusals.add("join-table", field.element(), field.place(), mappedBy);
      return null;
    }
    List<AttributeField> candidates = candidates(target, entity);
    for (AttributeField candidate : candidates) {
      if (candidate.element().getSimpleName().contentEquals(mappedBy)) {
        // What is wrong with the other side is reported there.
        TypeElement owner = Inheritance.level(inspector, target, candidate.declaredIn());
        AssociationModel owning = owning(owner, candidate, entity, new Refusals());
        return owning == null ? null : link(target, owner, candidate, owning.reversed());
      }
    }
    List<String> names =
        candidates.stream().map(one -> one.element().getSimpleName().toString()).toList();
    refusals.add(
        "mapped-by-unknown",
        field.element(),
        field.place(),
        mappedBy,
        NearName.phrase(mappedBy, names),
        Mirrors.place(target),
        Mirrors.place(entity),
        "@ManyToMany");
    return null;
  }

  /** The columns of a table of values that refer to their owner; empty after a refusal. */
  List<AssociationModel.Column> keyTo(
      TypeElement owner, AttributeField field, List<AnnotationMirror> joins) {
    String prefix = SnakeCase.of(EntityInspector.entityName(owner));
    return columns(field, new Side(owner, joins, prefix), refusals);
  }

  /** Adds a refusal where @ViewOnly meets what only a relationship that writes can have. */
  private boolean writesThoughViewOnly(AttributeField field, String mappedBy) {
    if (!field.has(Mirrors.OWN + "ViewOnly") || (mappedBy.isEmpty() && cascades(field).isEmpty())) {
      return false;
    }
    String writes = mappedBy.isEmpty() ? "cascade" : "mappedBy";
    refusals.add("view-only", field.element(), field.place(), writes);
    return true;
  }

  private static List<String> cascades(AttributeField field) {
    boolean many = field.has(Mirrors.JAKARTA + "ManyToMany");
    return Mirrors.find(field.element(), Mirrors.JAKARTA + (many ? "ManyToMany" : "OneToMany"))
        .map(one -> Mirrors.texts(one, "cascade"))
        .orElse(List.of());
  }

  private static LinkModel link(
      TypeElement target, TypeElement owner, AttributeField field, AssociationModel association) {
    return new LinkModel(
        EntityInspector.schema(target),
        EntityInspector.table(target),
        EntityInspector.simpleName(owner) + "." + field.element().getSimpleName(),
        List.of(),
        association);
  }

  /** The attributes of an entity that own a relationship to another. */
  private List<AttributeField> candidates(TypeElement from, TypeElement to) {
    return many(from)
        .filter(field -> AttributeKind.mappedBy(field).isEmpty())
        .filter(field -> MappingClasses.mapped(to).equals(elementOf(field)))
        .toList();
  }

  private Stream<AttributeField> many(TypeElement from) {
    return inspector.attributeFields(from).stream()
        .filter(field -> AttributeKind.of(field) == AttributeKind.MANY_TO_MANY);
  }

  private static @Nullable TypeElement elementOf(AttributeField field) {
    return MapKeyInspector.element(field);
  }

  /** One key in the table. */
  private record Side(TypeElement entity, List<AnnotationMirror> joins, String prefix) {}

  private @Nullable AssociationModel owning(
      TypeElement owner, AttributeField field, TypeElement target, Refusals faults) {
    Optional<AnnotationMirror> said = Mirrors.find(field.element(), JOIN_TABLE);
    List<AnnotationMirror> nearJoins =
        said.map(one -> Mirrors.nested(one, "joinColumns")).orElse(List.of());
    List<AnnotationMirror> farJoins =
        said.map(one -> Mirrors.nested(one, "inverseJoinColumns")).orElse(List.of());
    String attribute = SnakeCase.of(field.element().getSimpleName().toString());
    List<AssociationModel.Column> near =
        columns(field, new Side(owner, nearJoins, nearPrefix(owner, field, target)), faults);
    List<AssociationModel.Column> far =
        columns(field, new Side(target, farJoins, attribute), faults);
    if (near.isEmpty() || far.isEmpty()) {
      return null;
    }
    String schema = said.map(one -> Mirrors.text(one, "schema")).orElse("");
    String name = said.map(one -> Mirrors.text(one, "name")).orElse("");
    return new AssociationModel(
        schema.isEmpty() ? EntityInspector.schema(owner) : AttributeInspector.exact(schema),
        name.isEmpty()
            ? EntityInspector.table(owner) + "_" + EntityInspector.table(target)
            : AttributeInspector.exact(name),
        near,
        far);
  }

  private String nearPrefix(TypeElement owner, AttributeField field, TypeElement target) {
    return many(target)
        .filter(one -> field.element().getSimpleName().contentEquals(AttributeKind.mappedBy(one)))
        .filter(one -> MappingClasses.mapped(owner).equals(elementOf(one)))
        .map(one -> SnakeCase.of(one.element().getSimpleName().toString()))
        .findFirst()
        .orElse(SnakeCase.of(EntityInspector.entityName(owner)));
  }

  private List<AssociationModel.Column> columns(AttributeField field, Side side, Refusals faults) {
    List<AttributeField> ids = inspector.idFields(side.entity());
    int count = ids.size();
    if (!side.joins().isEmpty() && side.joins().size() != count) {
      String schema = EntityInspector.schema(side.entity());
      String name = EntityInspector.table(side.entity());
      String[] values = {
        String.valueOf(side.joins().size()),
        String.valueOf(count),
        schema == null ? name : schema + "." + name
      };
      faults.add("join-count", field.element(), field.place(), values);
      return List.of();
    }
    List<AssociationModel.Column> columns = new ArrayList<>();
    for (AttributeField id : ids) {
      String target = id.column();
      Optional<AnnotationMirror> join =
          side.joins().stream().filter(one -> leadsTo(one, target, count)).findFirst();
      if (!side.joins().isEmpty() && join.isEmpty()) {
        faults.add("join-target", field.element(), field.place(), target);
        return List.of();
      }
      String given = join.map(one -> Mirrors.text(one, "name")).orElse("");
      columns.add(
          new AssociationModel.Column(
              given.isEmpty() ? side.prefix() + "_" + target : AttributeInspector.exact(given),
              target));
    }
    return columns;
  }

  private static boolean leadsTo(AnnotationMirror join, String target, int count) {
    String referenced = Mirrors.text(join, "referencedColumnName");
    return (count == 1 && referenced.isEmpty())
        || AttributeInspector.exact(referenced).equals(target);
  }
}
