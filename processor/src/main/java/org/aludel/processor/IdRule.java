package org.aludel.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Refuses entities without an id, with two, and id classes that are not like the id. */
final class IdRule {
  private static final String ID = Mirrors.JAKARTA + "Id";
  static final String ID_CLASS = Mirrors.JAKARTA + "IdClass";

  private final EntityInspector inspector;
  private final Refusals refusals;

  IdRule(EntityInspector inspector, Refusals refusals) {
    this.inspector = inspector;
    this.refusals = refusals;
  }

  void check(TypeElement entity) {
    List<AttributeField> embedded = new ArrayList<>();
    List<AttributeField> single = new ArrayList<>();
    for (AttributeField field : inspector.attributeFields(entity)) {
      if (field.has(EmbeddedInspector.EMBEDDED_ID)) {
        embedded.add(field);
      } else if (field.has(ID)) {
        single.add(field);
      }
    }
    if (embedded.isEmpty() && single.isEmpty()) {
      refusals.add("no-id", entity, Mirrors.place(entity));
    }
    // What a class below says of the id is a fault of its own; the rest is the root's.
    if (Inheritance.superEntity(entity) == null) {
      checkOne(embedded, single);
      checkIdClass(entity);
    }
  }

  private void checkOne(List<AttributeField> embedded, List<AttributeField> single) {
    if (embedded.isEmpty() || embedded.size() + single.size() == 1) {
      return;
    }
    AttributeField field = embedded.get(0);
    AttributeField other = single.isEmpty() ? embedded.get(1) : single.get(0);
    String annotation = single.isEmpty() ? "@EmbeddedId" : "@Id";
    refusals.add(
        "id-twice",
        field.element(),
        field.place(),
        annotation + " on \"" + other.element().getSimpleName() + "\"");
  }

  private void checkIdClass(TypeElement entity) {
    TypeElement type = declared(entity);
    if (type == null) {
      return;
    }
    String place = Mirrors.place(entity);
    boolean usable = type.getKind() == ElementKind.CLASS || type.getKind() == ElementKind.RECORD;
    if (!usable || !inspector.visibility().visible(type, entity)) {
      refusals.add("id-class-type", entity, place, Mirrors.place(type));
      return;
    }
    String found = described(members(type));
    String wanted = described(ids(entity));
    if (!found.equals(wanted)) {
      refusals.add("id-class-members", entity, place, found, wanted);
    }
  }

  /** The id class of an entity, or null where it has none that is usable. */
  @Nullable IdClassModel idClass(TypeElement entity) {
    TypeElement type = declared(entity);
    if (type == null) {
      return null;
    }
    List<IdClassModel.Member> all = new ArrayList<>();
    Map<String, TypeMirror> members = members(type);
    for (AttributeField field : inspector.attributeFields(entity)) {
      if (field.has(ID)) {
        String name = field.element().getSimpleName().toString();
        TypeElement target = isWhole(field) ? MappingClasses.target(field) : null;
        all.add(
            new IdClassModel.Member(
                name,
                raw(members.getOrDefault(name, field.type())),
                target == null ? null : Mirrors.place(target)));
      }
    }
    return new IdClassModel(Mirrors.place(type), all);
  }

  /** Whether a reference is an id whose values an object holds. */
  private boolean isWhole(AttributeField field) {
    TypeElement target = MappingClasses.target(field);
    return DerivedIds.isIdReference(field)
        && target != null
        && (inspector.idFields(target).size() != 1
            || inspector.attributeFields(target).stream()
                .anyMatch(one -> one.has(EmbeddedInspector.EMBEDDED_ID)));
  }

  /** What the root of the hierarchy, or a mapped superclass of it, names. */
  private @Nullable TypeElement declared(TypeElement entity) {
    for (TypeElement each : inspector.mappedClasses(entity)) {
      TypeElement type =
          Mirrors.find(each, ID_CLASS).flatMap(one -> Mirrors.type(one, "value")).orElse(null);
      if (type != null) {
        return type;
      }
    }
    return null;
  }

  private static Map<String, TypeMirror> members(TypeElement type) {
    Map<String, TypeMirror> members = new TreeMap<>();
    for (VariableElement field : EntityInspector.fields(type)) {
      members.put(field.getSimpleName().toString(), field.asType());
    }
    return members;
  }

  private Map<String, TypeMirror> ids(TypeElement entity) {
    Map<String, TypeMirror> ids = new TreeMap<>();
    for (AttributeField field : inspector.attributeFields(entity)) {
      if (field.has(ID)) {
        ids.put(field.element().getSimpleName().toString(), idType(field));
      }
    }
    return ids;
  }

  /** The class of an id; of a reference that of the id of its target. */
  private TypeMirror idType(AttributeField field) {
    TypeElement target = MappingClasses.target(field);
    if (!DerivedIds.isIdReference(field) || target == null) {
      return field.type();
    }
    for (AttributeField one : inspector.attributeFields(target)) {
      if (one.has(EmbeddedInspector.EMBEDDED_ID)) {
        return one.type();
      }
    }
    TypeElement whole = declared(target);
    List<AttributeField> ids = inspector.idFields(target);
    if (ids.size() == 1) {
      return ids.get(0).type();
    }
    return whole == null ? field.type() : whole.asType();
  }

  /** A primitive holds the same values as its wrapper. */
  private String described(Map<String, TypeMirror> members) {
    List<String> texts = new ArrayList<>();
    members.forEach((name, type) -> texts.add(TypeNames.boxed(raw(type)) + " " + name));
    return String.join(", ", texts);
  }

  private String raw(TypeMirror type) {
    return TypeNames.of(inspector.environment().getTypeUtils().erasure(type));
  }
}
