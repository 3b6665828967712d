package org.aludel.orm.mapping;

import java.util.Set;
import org.aludel.instrument.AnnotationValues;
import org.aludel.instrument.ClassReader;
import org.aludel.instrument.ConditionMethod;
import org.aludel.instrument.FieldModel;
import org.aludel.instrument.HybridMethod;
import org.aludel.orm.collection.WriteOnlyCollection;
import org.jspecify.annotations.Nullable;

/** Reads an attribute that refers to other entities by a condition that its class gives. */
final class ConditionDrafter {
  private final Faults faults;
  private final ClassReader reader;

  ConditionDrafter(Faults faults, ClassReader reader) {
    this.faults = faults;
    this.reader = reader;
  }

  /** The attribute, or null after a fault was added. */
  EntityDraft.@Nullable Many draft(Class<?> entity, FieldModel field, AttributeKind kind) {
    String relationship = AttributeKind.relationships(field.annotations()).get(0);
    AnnotationValues said = field.annotations().find(relationship).orElseThrow();
    boolean toOne = kind == AttributeKind.TO_ONE_BY_CONDITION;
    Class<?> target = toOne ? field.type() : element(field);
    if (target == null) {
      boolean many = relationship.equals(Words.MANY_TO_MANY);
      return refuse(field, many ? "many-class" : "collection", field.typeName());
    }
    if (!Hierarchy.isEntity(reader.annotated(target))) {
      return refuse(field, "target", Faults.place(target, null));
    }
    if (field.type() == WriteOnlyCollection.class) {
      return refuse(field, "write-only", "@JoinCondition");
    }
    new RelationshipDrafter(faults).checkTarget(field, said, target);
    String writes = writes(said);
    if (writes != null) {
      return refuse(field, "join-condition-writes", writes);
    }
    return hasMethod(entity, field, target) ? draft(field, said, target, toOne) : null;
  }

  private static @Nullable Class<?> element(FieldModel field) {
    return RelationshipDrafter.COLLECTIONS.contains(field.type()) ? MapKeys.element(field) : null;
  }

  private boolean hasMethod(Class<?> entity, FieldModel field, Class<?> target) {
    Class<?> owner = reader.annotated(entity);
    Class<?> other = reader.annotated(target);
    String obstacle = ConditionMethod.obstacle(owner, field.name(), other);
    if (obstacle != null) {
      String metamodel = HybridMethod.metamodel(owner);
      String second = HybridMethod.metamodel(other);
      refuse(field, "join-condition", obstacle, field.name(), metamodel, second);
    }
    return obstacle == null;
  }

  /** What only a relationship with a key or rows of its own can promise, or null. */
  private static @Nullable String writes(AnnotationValues said) {
    if (!said.text("mappedBy", "").isEmpty()) {
      return "mappedBy";
    }
    if (!said.texts("cascade").isEmpty()) {
      return "cascade";
    }
    if (said.flag("orphanRemoval", false)) {
      return "orphanRemoval";
    }
    return said.flag("optional", true) ? null : "optional = false";
  }

  private static EntityDraft.Many draft(
      FieldModel field, AnnotationValues said, Class<?> target, boolean toOne) {
    boolean eager = said.text("fetch", "LAZY").equals("EAGER");
    LoadStrategy load =
        toOne
            ? LoadStrategy.SELECT_IN
            : RelationshipDrafter.load(field, eager ? LoadStrategy.SELECT_IN : LoadStrategy.LAZY);
    Relationship.Kind kind =
        toOne ? Relationship.Kind.TO_ONE_BY_CONDITION : Relationship.Kind.TO_MANY_BY_CONDITION;
    return new EntityDraft.Many(
        field,
        new RelationshipTerms(kind, target, Set.of(), false, load, true),
        "",
        field.annotations().find(Words.ORDER_BY).map(one -> one.text("value", "")).orElse(""));
  }

  private EntityDraft.@Nullable Many refuse(FieldModel field, String fault, String... values) {
    String place = Faults.place(field.declaredIn(), field.name());
    faults.add(place, MappingRules.fault(fault, place, (Object[]) values));
    return null;
  }
}
