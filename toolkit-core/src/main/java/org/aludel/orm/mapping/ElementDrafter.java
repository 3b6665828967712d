package org.aludel.orm.mapping;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aludel.instrument.AnnotationValues;
import org.aludel.instrument.Annotations;
import org.aludel.instrument.FieldModel;
import org.aludel.schema.Column;
import org.aludel.type.JavaTypes;
import org.aludel.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * Reads a collection of values. Names that no annotation gives are those of Jakarta Persistence 3.2
 * (§11.1.8, §11.1.34, §11.1.43) in snake case: the attribute for the value, and with {@code _order}
 * or {@code _key} behind it for what stands beside.
 */
final class ElementDrafter {
  private static final Set<Class<?>> COLLECTIONS = Set.of(List.class, Set.class, Collection.class);

  private final Faults faults;
  private final ColumnDrafter columns;
  private final EmbeddedDrafter embedded;

  ElementDrafter(Faults faults, ColumnDrafter columns, EmbeddedDrafter embedded) {
    this.faults = faults;
    this.columns = columns;
    this.embedded = embedded;
  }

  /** Whether the elements of a collection have attributes of their own. */
  static boolean isEmbedded(FieldModel field) {
    return field.annotations().has(Words.ELEMENT_COLLECTION)
        && !field.typeArguments().isEmpty()
        && EmbeddedDrafter.isEmbeddable(element(field));
  }

  /**
   * The attribute, or null after a fault was added.
   *
   * @param overrides what is said of the attributes of its elements
   */
  EntityDraft.@Nullable Elements draft(EntityDraft draft, FieldModel field, Overrides overrides) {
    boolean map = field.type() == Map.class && field.typeArguments().size() == 2;
    if (!isKnown(field, map) || Collection.class.isAssignableFrom(element(field))) {
      return refuse(field, "elements", field.typeName());
    }
    checkMembers(field);
    if (!hasItsPlace(field, map)) {
      return null;
    }
    List<EntityDraft.Basic> values = values(draft, field, overrides);
    Column key = map ? mapKey(draft, field) : position(field);
    if (values.isEmpty() || (map && key == null)) {
      return null;
    }
    return new EntityDraft.Elements(field, key, values, isEmbedded(field), load(field));
  }

  private List<EntityDraft.Basic> values(EntityDraft draft, FieldModel field, Overrides overrides) {
    FieldModel element = field.withType(element(field), List.of());
    if (!isEmbedded(field)) {
      EntityDraft.Basic value = columns.basic(draft, element, false);
      return value == null ? List.of() : List.of(value.element());
    }
    if (field.type() != Map.class) {
      return embedded.elements(draft, element, overrides);
    }
    Overrides below = overrides.below("value");
    List<EntityDraft.Basic> parts = embedded.elements(draft, element, below);
    String at = Faults.place(field.declaredIn(), field.name());
    overrides.check(at, parts.stream().map(part -> "value." + part.path()).toList(), faults);
    return parts;
  }

  private static LoadStrategy load(FieldModel field) {
    boolean eager =
        field
            .annotations()
            .find(Words.ELEMENT_COLLECTION)
            .map(one -> one.text("fetch", "LAZY").equals("EAGER"))
            .orElse(false);
    return RelationshipDrafter.load(field, eager ? LoadStrategy.SELECT_IN : LoadStrategy.LAZY);
  }

  /** Whether what stands beside the values means something; else it is refused. */
  private boolean hasItsPlace(FieldModel field, boolean map) {
    if (field.annotations().has(Words.ORDER_COLUMN) && field.type() != List.class) {
      refuse(field, "elements-order", field.typeName());
      return false;
    }
    for (String said : List.of(Words.MAP_KEY_COLUMN, Words.MAP_KEY_ENUMERATED)) {
      if (field.annotations().has(said) && !map) {
        refuse(field, "elements-key", simple(said), field.typeName());
        return false;
      }
    }
    return true;
  }

  private static boolean isKnown(FieldModel field, boolean map) {
    return map || (COLLECTIONS.contains(field.type()) && field.onlyTypeArgument() != null);
  }

  private static Class<?> element(FieldModel field) {
    return field.typeArguments().get(field.typeArguments().size() - 1);
  }

  private void checkMembers(FieldModel field) {
    String member = field.annotations().find(Words.COLUMN).map(ElementRule::stray).orElse(null);
    if (member != null) {
      refuse(field, "elements-member", member);
    }
  }

  /** The column of positions in rows that not only the list writes, or null. */
  static @Nullable Column nullablePosition(FieldModel field) {
    Column position = position(field);
    return position == null ? null : position.withNullable(true);
  }

  /** The column of the positions of a list, or null. */
  static @Nullable Column position(FieldModel field) {
    AnnotationValues said = field.annotations().find(Words.ORDER_COLUMN).orElse(null);
    if (said == null) {
      return null;
    }
    String name = said.textOrNull("name");
    return Column.of(
            name == null ? SnakeCase.of(field.name()) + "_order" : Delimited.exact(name),
            SqlTypes.INTEGER)
        .notNull();
  }

  /** The column of the keys is that of an attribute of their class. */
  private @Nullable Column mapKey(EntityDraft draft, FieldModel field) {
    Class<?> type = field.typeArguments().get(0);
    if (!type.isEnum() && JavaTypes.of(type).isEmpty()) {
      refuse(field, "elements", field.typeName());
      return null;
    }
    List<AnnotationValues> said = new ArrayList<>();
    Map<String, Object> values = new HashMap<>();
    Set<String> given = Set.of();
    AnnotationValues column = field.annotations().find(Words.MAP_KEY_COLUMN).orElse(null);
    if (column != null) {
      values.putAll(column.values());
      given = column.given();
    }
    if (column == null || column.textOrNull("name") == null) {
      values.put("name", SnakeCase.of(field.name()) + "_key");
    }
    said.add(new AnnotationValues(Words.COLUMN, values, given));
    field
        .annotations()
        .find(Words.MAP_KEY_ENUMERATED)
        .ifPresent(
            one -> said.add(new AnnotationValues(Words.ENUMERATED, one.values(), one.given())));
    FieldModel key = field.withType(type, List.of()).withAnnotations(new Annotations(said));
    EntityDraft.Basic basic = columns.basic(draft, key, false);
    return basic == null ? null : basic.column().notNull();
  }

  private static String simple(String annotation) {
    return "@" + annotation.substring(annotation.lastIndexOf('.') + 1);
  }

  private EntityDraft.@Nullable Elements refuse(FieldModel field, String fault, String... values) {
    String place = Faults.place(field.declaredIn(), field.name());
    List<Object> all = new ArrayList<>(List.of((Object[]) values));
    faults.add(place, MappingRules.fault(fault, place, all.toArray()));
    return null;
  }
}
