package org.aludel.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/** Finds the columns of foreign keys by the rules that the mapping has at run time. */
final class LinkInspector {
  private final EntityInspector inspector;

  LinkInspector(EntityInspector inspector) {
    this.inspector = inspector;
  }

  /** The link of a reference to its target. */
  LinkModel toOne(TypeElement owner, AttributeField field, TypeElement target) {
    String prefix = SnakeCase.of(field.element().getSimpleName().toString());
    return link(owner, field, target, target, prefix).to(access(target));
  }

  private static @Nullable String access(TypeElement target) {
    if (!MappingClasses.isMapping(target)) {
      return null;
    }
    String home = MappingClasses.home(target).getQualifiedName().toString();
    String name = EntityModel.flatName(target, home) + "__Orm";
    return home.isEmpty() ? name : home + "." + name;
  }

  /** The link of a collection with join columns, whose key stands in the table of its elements. */
  LinkModel implied(TypeElement owner, AttributeField field, TypeElement target) {
    String prefix = SnakeCase.of(EntityInspector.simpleName(owner));
    return link(owner, field, owner, target, prefix);
  }

  static boolean hasJoins(AttributeField field) {
    return !joins(field.element()).isEmpty();
  }

  /** Refuses join columns of a collection that attributes of the elements are stored in. */
  void checkImplied(AttributeField field, LinkModel link, TypeElement target, Refusals refusals) {
    for (AttributeField other : inspector.attributeFields(target)) {
      boolean column = AttributeKind.of(other) == AttributeKind.COLUMN;
      String name = column ? AttributeInspector.column(other.element()) : "";
      if (link.keys().stream().anyMatch(key -> key.column().equals(name))) {
        refusals.add("column-twice", field.element(), field.place(), name, other.place());
        return;
      }
    }
  }

  /**
   * The link of an inverse side, or null when the target has no such reference of that name.
   *
   * @param owning the kind that the reference must have
   */
  @Nullable LinkModel mirrored(
      TypeElement owner, String mappedBy, TypeElement target, AttributeKind owning) {
    return references(target, owner, owning).stream()
        .filter(field -> field.element().getSimpleName().contentEquals(mappedBy))
        .map(
            field -> {
              String prefix = SnakeCase.of(field.element().getSimpleName().toString());
              return link(target, field, owner, target, prefix);
            })
        .findFirst()
        .orElse(null);
  }

  /** The attributes of an entity that refer to another. */
  List<AttributeField> references(TypeElement from, TypeElement to, AttributeKind kind) {
    return inspector.attributeFields(from).stream()
        .filter(field -> AttributeKind.of(field) == kind)
        .filter(field -> from.equals(Inheritance.level(inspector, from, field.declaredIn())))
        .filter(field -> MappingClasses.mapped(to).equals(AttributeInspector.element(field.type())))
        .toList();
  }

  /**
   * A link over one foreign key.
   *
   * @param owner whose reference the key belongs to
   * @param referred whose id it refers to
   * @param target where the link leads
   * @param prefix of the names of columns that are not given
   */
  private LinkModel link(
      TypeElement owner,
      AttributeField field,
      TypeElement referred,
      TypeElement target,
      String prefix) {
    List<AttributeField> ids = inspector.idFields(referred);
    List<LinkModel.Key> keys = new ArrayList<>();
    for (AttributeField id : ids) {
      Optional<AnnotationMirror> join = joinTo(field.element(), id.column(), ids.size());
      LinkModel.Key key = key(new Part(prefix, referred, id, DerivedIds.isDerived(field)), join);
      if (key != null) {
        keys.add(key);
      }
    }
    return new LinkModel(
        EntityInspector.schema(target),
        EntityInspector.table(target),
        EntityInspector.simpleName(owner) + "." + field.element().getSimpleName(),
        keys.size() == ids.size() ? keys : List.of());
  }

  /**
   * A part of a key.
   *
   * @param prefix of the name of its column
   * @param derived whether the reference is a part of the id, which writes the column
   */
  private record Part(String prefix, TypeElement referred, AttributeField id, boolean derived) {}

  /** One column, or null for an id that has a fault of its own. */
  private LinkModel.@Nullable Key key(Part part, Optional<AnnotationMirror> join) {
    AttributeField id = part.id();
    String type = TypeNames.of(id.type());
    ValueKind kind = AttributeInspector.kind(id, type);
    if (kind == null) {
      return null;
    }
    String target = id.column();
    String definition = join.map(mirror -> Mirrors.text(mirror, "columnDefinition")).orElse("");
    String sqlType = sqlType(part.referred(), id, kind);
    return new LinkModel.Key(
        id.path(),
        id.keyName(),
        TypeNames.boxed(type),
        name(part.prefix(), target, join),
        target,
        definition.isEmpty() ? sqlType : sqlType + ".named(" + Source.literal(definition) + ")",
        !part.derived()
            && join.map(mirror -> Mirrors.unlessFalse(mirror, "insertable")).orElse(true),
        !part.derived()
            && join.map(mirror -> Mirrors.unlessFalse(mirror, "updatable")).orElse(true));
  }

  /** The type of an id: that of the other id where it comes from there. */
  String sqlType(TypeElement owner, AttributeField id, ValueKind kind) {
    DerivedModel source = id.derived();
    if (source != null) {
      for (AttributeField other : inspector.idFields(source.target())) {
        if (other.path().equals(source.id())) {
          return sqlType(source.target(), other, kind);
        }
      }
    }
    return SqlTypeText.of(owner, id.element(), kind, TypeNames.of(id.type()));
  }

  /** The column of a reference for one of several ids of its target. */
  static String column(AttributeField reference, AttributeField id, int count) {
    String prefix = SnakeCase.of(reference.element().getSimpleName().toString());
    return name(prefix, id.column(), joinTo(reference.element(), id.column(), count));
  }

  private static String name(String prefix, String target, Optional<AnnotationMirror> join) {
    String given = join.map(mirror -> Mirrors.text(mirror, "name")).orElse("");
    return given.isEmpty() ? prefix + "_" + target : AttributeInspector.exact(given);
  }

  private static Optional<AnnotationMirror> joinTo(
      VariableElement field, String target, int count) {
    List<AnnotationMirror> joins = joins(field);
    Optional<AnnotationMirror> named =
        joins.stream()
            .filter(join -> AttributeInspector.exact(referenced(join)).equals(target))
            .findFirst();
    boolean only = count == 1 && joins.size() == 1 && referenced(joins.get(0)).isEmpty();
    return only ? Optional.of(joins.get(0)) : named;
  }

  private static String referenced(AnnotationMirror join) {
    return Mirrors.text(join, "referencedColumnName");
  }

  private static List<AnnotationMirror> joins(VariableElement field) {
    return Mirrors.findAll(field, Mirrors.JAKARTA + "JoinColumn", Mirrors.JAKARTA + "JoinColumns");
  }

  /** Refuses join columns that do not lead to the id of the target. */
  void checkJoins(AttributeField field, LinkModel link, TypeElement referred, Refusals refusals) {
    List<AnnotationMirror> joins = joins(field.element());
    int count = link.keys().size();
    if (joins.isEmpty() || count == 0) {
      return;
    }
    if (joins.size() != count) {
      String schema = EntityInspector.schema(referred);
      String name = EntityInspector.table(referred);
      String table = schema == null ? name : schema + "." + name;
      String[] values = {String.valueOf(joins.size()), String.valueOf(count), table};
      refusals.add("join-count", field.element(), field.place(), values);
      return;
    }
    for (LinkModel.Key key : link.keys()) {
      if (joinTo(field.element(), key.target(), count).isEmpty()) {
        refusals.add("join-target", field.element(), field.place(), key.target());
      }
    }
  }
}
