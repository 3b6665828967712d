package org.aludel.processor;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.lang.model.element.TypeElement;

/** Ids that come from other objects: {@code @Id} on a reference, and {@code @MapsId}. */
final class DerivedIds {
  private static final String ID = Mirrors.JAKARTA + "Id";
  private static final String MAPS_ID = Mirrors.JAKARTA + "MapsId";
  private static final String MADE = Mirrors.JAKARTA + "GeneratedValue";

  private final EntityInspector inspector;

  /** The classes whose ids are being read. */
  private final Set<TypeElement> open = new HashSet<>();

  DerivedIds(EntityInspector inspector) {
    this.inspector = inspector;
  }

  /** Whether an attribute is a reference that is the id, or a part of it. */
  static boolean isIdReference(AttributeField field) {
    return field.has(ID) && AttributeKind.of(field).isReference();
  }

  /** Whether the columns of a reference are those of the id, which alone writes them. */
  static boolean isDerived(AttributeField field) {
    return AttributeKind.of(field).isReference() && (field.has(ID) || field.has(MAPS_ID));
  }

  /**
   * The ids of an entity in key order. An id that comes from a reference is the target's attribute
   * where no attribute of the entity has the value.
   */
  List<AttributeField> of(TypeElement entity, List<AttributeField> declared) {
    if (!open.add(entity)) {
      return List.of();
    }
    List<AttributeField> ids = new ArrayList<>();
    for (AttributeField field : declared) {
      if (isIdReference(field)) {
        ids.addAll(implied(field));
      } else if (field.id()) {
        ids.add(field);
      }
    }
    for (AttributeField field : declared) {
      if (field.has(MAPS_ID) && !field.has(ID) && AttributeKind.of(field).isReference()) {
        map(field, ids);
      }
    }
    open.remove(entity);
    return ids;
  }

  private List<AttributeField> implied(AttributeField reference) {
    TypeElement target = MappingClasses.target(reference);
    if (target == null) {
      return List.of();
    }
    List<AttributeField> others = inspector.idFields(target);
    return others.stream()
        .map(other -> other.from(source(reference, target, other, others.size(), true)))
        .toList();
  }

  private static DerivedModel source(
      AttributeField reference,
      TypeElement target,
      AttributeField other,
      int count,
      boolean implied) {
    boolean zeroIsNone =
        other.derived() == null
            && other.element().asType().getKind().isPrimitive()
            && other.has(MADE);
    return new DerivedModel(
        reference.element(),
        reference.declaredIn(),
        target,
        other.path(),
        LinkInspector.column(reference, other, count),
        zeroIsNone || (other.derived() != null && other.derived().zeroIsNone()),
        implied);
  }

  /** Gives the columns of a reference to the ids that it fills; nothing where they do not fit. */
  private void map(AttributeField reference, List<AttributeField> ids) {
    TypeElement target = MappingClasses.target(reference);
    if (target == null) {
      return;
    }
    List<AttributeField> others = inspector.idFields(target);
    List<AttributeField> mapped = mapped(reference, ids);
    if (!fits(mapped, others)) {
      return;
    }
    for (int index = 0; index < mapped.size(); index++) {
      AttributeField other = others.get(index);
      DerivedModel source = source(reference, target, other, others.size(), false);
      ids.set(ids.indexOf(mapped.get(index)), mapped.get(index).from(source));
    }
  }

  /** The ids that {@code @MapsId} names; all where it names none. */
  private static List<AttributeField> mapped(AttributeField reference, List<AttributeField> ids) {
    String name = name(reference);
    return ids.stream()
        .filter(one -> one.derived() == null || !one.derived().implied())
        .filter(one -> name.isEmpty() || isAt(one, name))
        .toList();
  }

  private static String name(AttributeField reference) {
    return Mirrors.find(reference.element(), MAPS_ID)
        .map(one -> Mirrors.text(one, "value"))
        .orElse("");
  }

  private static boolean isAt(AttributeField id, String name) {
    String path = id.path();
    String inside = id.embedded() == null ? path : path.substring(path.indexOf('.') + 1);
    return inside.equals(name) || inside.startsWith(name + ".");
  }

  private static boolean fits(List<AttributeField> mapped, List<AttributeField> others) {
    return !others.isEmpty() && types(mapped).equals(types(others));
  }

  private static List<String> types(List<AttributeField> ids) {
    return ids.stream().map(one -> TypeNames.boxed(TypeNames.of(one.type()))).toList();
  }

  /** Refuses what cannot be the id of an entity, or fill it. */
  void check(TypeElement entity, Refusals refusals) {
    List<AttributeField> ids = inspector.idFields(entity);
    for (AttributeField field : inspector.attributeFields(entity)) {
      if (!AttributeKind.of(field).isReference() || !isDerived(field)) {
        continue;
      }
      TypeElement target = MappingClasses.target(field);
      if (target == null || !Mirrors.has(target, Mirrors.JAKARTA + "Entity")) {
        continue; // refused as a reference
      }
      if (reaches(target, entity, new HashSet<>())) {
        refusals.add("derived-cycle", field.element(), field.place(), Mirrors.place(target));
      } else if (field.has(ID) && field.has(MAPS_ID)) {
        refusals.add("maps-id-twice", field.element(), field.place());
      } else if (field.has(MAPS_ID)) {
        checkMapped(field, target, ids, refusals);
      }
    }
  }

  /** Whether the id of a class comes from another one, however far away. */
  private boolean reaches(TypeElement from, TypeElement to, Set<TypeElement> seen) {
    if (from.equals(to)) {
      return true;
    }
    if (!seen.add(from)) {
      return false;
    }
    for (AttributeField field : inspector.attributeFields(from)) {
      TypeElement next = isDerived(field) ? MappingClasses.target(field) : null;
      if (next != null && reaches(next, to, seen)) {
        return true;
      }
    }
    return false;
  }

  private void checkMapped(
      AttributeField field, TypeElement target, List<AttributeField> ids, Refusals refusals) {
    List<AttributeField> mapped = mapped(field, ids);
    List<AttributeField> others = inspector.idFields(target);
    if (!fits(mapped, others)) {
      refusals.add("maps-id", field.element(), field.place(), described(mapped), described(others));
      return;
    }
    for (AttributeField id : mapped) {
      if (id.has(MADE)) {
        refusals.add("derived-made", field.element(), field.place(), "@GeneratedValue");
      }
    }
  }

  private static String described(List<AttributeField> ids) {
    String all =
        ids.stream()
            .map(one -> TypeNames.boxed(TypeNames.of(one.type())) + " " + one.path())
            .collect(Collectors.joining(", "));
    return all.isEmpty() ? "no attribute of the id" : all;
  }

  /** The attributes of an entity with the ids that references hold, these before the reference. */
  List<AttributeModel> applied(
      TypeElement entity, List<AttributeModel> found, AttributeInspector attributes) {
    List<AttributeModel> all = new ArrayList<>();
    List<AttributeField> ids = inspector.idFields(entity);
    for (AttributeModel attribute : found) {
      for (AttributeField id : ids) {
        DerivedModel source = id.derived();
        if (source != null && source.implied() && source.reference().equals(attribute.field())) {
          all.add(attributes.derived(entity, id, source));
        }
      }
      all.add(mapped(attribute, ids, id -> attributes.idType(entity, id)));
    }
    return all;
  }

  private static AttributeModel mapped(
      AttributeModel attribute, List<AttributeField> ids, Function<AttributeField, String> type) {
    for (AttributeField id : ids) {
      DerivedModel source = id.derived();
      if (attribute.id() && source != null && attribute.path().equals(id.path())) {
        return attribute.from(source, type.apply(id));
      }
    }
    return attribute;
  }
}
