package org.aludel.orm.mapping;

import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import org.aludel.instrument.Annotations;
import org.aludel.instrument.ClassModel;
import org.aludel.instrument.FieldModel;
import org.aludel.instrument.MappingClass;
import org.aludel.schema.Column;
import org.jspecify.annotations.Nullable;

/** Takes an embedded attribute apart into those that are stored in columns. */
final class EmbeddedDrafter {
  /** What makes an attribute one of the entity, of which an embeddable is a part only. */
  private static final List<String> OF_ENTITIES =
      List.of(
          Words.ID,
          Words.EMBEDDED_ID,
          Words.VERSION,
          Words.COLUMN_PROPERTY,
          Words.QUERY_EXPRESSION,
          Words.GENERATED_VALUE,
          Words.MANY_TO_ONE,
          Words.ONE_TO_ONE,
          Words.ONE_TO_MANY,
          Words.JAKARTA + ".ManyToMany",
          Words.JAKARTA + ".ElementCollection");

  /** Who makes values that an embedded id would need before they are made. */
  private static final List<String> MADE =
      List.of(Words.CREATED_AT, Words.UPDATED_AT, Words.COMPUTED, Words.SERVER_DEFAULT);

  private final Faults faults;
  private final Hierarchy hierarchy;
  private final ColumnDrafter columns;

  EmbeddedDrafter(Faults faults, Hierarchy hierarchy, ColumnDrafter columns) {
    this.faults = faults;
    this.hierarchy = hierarchy;
    this.columns = columns;
  }

  /**
   * An embedded attribute on the way from the entity.
   *
   * @param path with a dot at its end
   * @param nullable whether it, or what it is a member of, is said to be null at times
   * @param required whether it and what it is a member of are said never to be null
   * @param id whether it is the id, or a part of it
   */
  private record Place(
      @Nullable Place outer,
      Class<?> type,
      String path,
      boolean nullable,
      boolean required,
      boolean id) {
    static Place of(@Nullable Place outer, FieldModel field) {
      FieldModel.Nullness nullness = field.nullness();
      return new Place(
          outer,
          field.type(),
          (outer == null ? "" : outer.path()) + field.name() + ".",
          nullness == FieldModel.Nullness.NULLABLE || (outer != null && outer.nullable()),
          nullness == FieldModel.Nullness.NON_NULL && (outer == null || outer.required()),
          field.annotations().has(Words.EMBEDDED_ID) || (outer != null && outer.id()));
    }

    /** Nothing embedded is NULL in all columns, so that none of them may forbid it. */
    boolean forbidsNull(FieldModel member, Column column) {
      return id
          || (!column.nullable() && !nullable && (required || isRequired(member.annotations())));
    }

    private static boolean isRequired(Annotations annotations) {
      return annotations.find(Words.COLUMN).map(one -> !one.flag("nullable", true)).orElse(false)
          || annotations.find(Words.BASIC).map(one -> !one.flag("optional", true)).orElse(false);
    }

    boolean isInside(Class<?> other) {
      return type == other || (outer != null && outer.isInside(other));
    }
  }

  /** Whether an attribute is embedded, by its own annotation or by that of its class. */
  static boolean isEmbedded(FieldModel field) {
    return field.annotations().has(Words.EMBEDDED)
        || field.annotations().has(Words.EMBEDDED_ID)
        || isEmbeddable(field.type());
  }

  /** Whether a class carries the annotations of one whose objects are parts of others. */
  static boolean isPart(Class<?> type) {
    return isEmbeddable(type) && MappingClass.isMapping(type);
  }

  static boolean isEmbeddable(Class<?> type) {
    for (Annotation annotation : type.getDeclaredAnnotations()) {
      if (annotation.annotationType().getName().equals(Words.EMBEDDABLE)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Adds the attributes of an embedded one to a draft, in the order of declaration.
   *
   * @param shared whether rows of other classes stand in the table too, without these columns
   */
  void draft(EntityDraft draft, FieldModel field, Overrides overrides, boolean shared) {
    Place root = shared ? new Place(null, draft.type(), "", true, false, false) : null;
    new Expansion(draft, draft.attributes(), false).expand(root, field, overrides);
  }

  /**
   * The attributes of the elements of a collection, none of which is null.
   *
   * @param field with the class of the elements
   * @return none after a fault
   */
  List<EntityDraft.Basic> elements(EntityDraft draft, FieldModel field, Overrides overrides) {
    List<EntityDraft.Draft> parts = new ArrayList<>();
    Expansion expansion = new Expansion(draft, parts, true);
    if (expansion.admits(null, field)) {
      Place element = new Place(null, field.type(), "", false, true, false);
      expansion.members(element, Faults.place(field.declaredIn(), field.name()), overrides);
    }
    return parts.stream().map(EntityDraft.Basic.class::cast).toList();
  }

  /** What becomes of the attributes that are found. */
  private final class Expansion {
    private final EntityDraft draft;
    private final List<EntityDraft.Draft> into;

    /** Whether they are those of an element, which has no table of an entity. */
    private final boolean element;

    Expansion(EntityDraft draft, List<EntityDraft.Draft> into, boolean element) {
      this.draft = draft;
      this.into = into;
      this.element = element;
    }

    void expand(@Nullable Place outer, FieldModel field, Overrides overrides) {
      if (admits(outer, field)) {
        members(Place.of(outer, field), Faults.place(field.declaredIn(), field.name()), overrides);
      }
    }

    boolean admits(@Nullable Place outer, FieldModel field) {
      String at = Faults.place(field.declaredIn(), field.name());
      Class<?> type = field.type();
      if (!isUsable(type)) {
        faults.add(at, MappingRules.fault("embedded-class", at, field.typeName()));
        return false;
      }
      if (outer != null && outer.isInside(type)) {
        faults.add(at, MappingRules.fault("embedded-cycle", at, Faults.place(type, null)));
        return false;
      }
      return true;
    }

    void members(Place place, String at, Overrides overrides) {
      List<String> names = new ArrayList<>();
      for (ClassModel each : hierarchy.of(place.type())) {
        for (FieldModel member : each.fields()) {
          if (EntityDraft.isAttribute(member)) {
            names.add(member.name());
            add(place, member, overrides);
          }
        }
      }
      overrides.check(at, names, faults);
    }

    private void add(Place place, FieldModel member, Overrides overrides) {
      String at = Faults.place(member.declaredIn(), member.name());
      if (refuses(at, member, "embedded-member", OF_ENTITIES)
          || (place.id() && refuses(at, member, "embedded-id-member", MADE))) {
        return;
      }
      if (isEmbedded(member)) {
        Misplaced.check(member, AttributeKind.EMBEDDED, faults);
        expand(place, member, overrides.below(member));
        return;
      }
      if (!faults.at(at) && member.finalKeyword() && !place.type().isRecord()) {
        faults.add(at, MappingRules.fault("final", at));
      }
      if (!faults.at(at)) {
        addColumn(place, member, overrides);
      }
    }

    private void addColumn(Place place, FieldModel member, Overrides overrides) {
      String at = Faults.place(member.declaredIn(), member.name());
      Misplaced.check(member, AttributeKind.COLUMN, faults);
      Overrides.checkOwn(member, faults);
      FieldModel given = overrides.applied(member);
      if (element) {
        ElementRule.check(given, faults);
      }
      EntityDraft.Basic basic = faults.at(at) ? null : columns.basic(draft, given, true);
      if (basic != null) {
        boolean nullable = !place.forbidsNull(basic.field(), basic.column());
        EntityDraft.Basic inside = basic.inside(place.path(), nullable);
        into.add(place.id() ? columns.id(inside) : inside);
      }
    }
  }

  /** Whether a member has one of the annotations, which then is a fault. */
  private boolean refuses(String at, FieldModel member, String fault, List<String> annotations) {
    for (String annotation : annotations) {
      if (member.annotations().has(annotation)) {
        faults.add(at, MappingRules.fault(fault, at, simple(annotation)));
        return true;
      }
    }
    return false;
  }

  private static String simple(String annotation) {
    return "@" + annotation.substring(annotation.lastIndexOf('.') + 1);
  }

  private boolean isUsable(Class<?> type) {
    return hierarchy.isEmbeddable(type)
        && type.getTypeParameters().length == 0
        && (type.isRecord() || (ClassModel.isMappable(type) && !ClassModel.isAbstract(type)))
        && (type.isRecord() || ClassModel.hasEmptyConstructor(type));
  }
}
