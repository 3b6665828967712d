package org.aludel.orm.mapping;

import java.util.List;
import java.util.Map;
import org.aludel.instrument.Annotations;
import org.aludel.instrument.FieldModel;

/** Refuses positions of lists of objects that no row of the list itself has. */
final class PositionRule {
  private PositionRule() {}

  /**
   * Whether a fault was added.
   *
   * @param mappedBy the side that owns a table between; empty where there is none
   */
  static boolean refuses(FieldModel field, String mappedBy, Faults faults) {
    Annotations annotations = field.annotations();
    if (!annotations.has(Words.ORDER_COLUMN)) {
      return false;
    }
    String place = Faults.place(field.declaredIn(), field.name());
    if (field.type() != List.class) {
      faults.add(place, MappingRules.fault("elements-order", place, field.typeName()));
      return true;
    }
    String found =
        !mappedBy.isEmpty()
            ? "mappedBy"
            : annotations.has(Words.ORDER_BY)
                ? "@OrderBy"
                : annotations.has(Words.VIEW_ONLY) ? "@ViewOnly" : "";
    if (!found.isEmpty()) {
      faults.add(place, MappingRules.fault("order-column", place, found));
    }
    return !found.isEmpty();
  }

  /** Rows of a hierarchy may be read from several tables, each of which would need the column. */
  static void check(
      EntityDraft.Collection collection, Map<Class<?>, EntityDraft> drafts, Faults faults) {
    EntityDraft target = drafts.get(collection.terms().target());
    boolean hierarchy =
        target != null
            && (target.superDraft() != null || target.model().annotations().has(Words.INHERITANCE));
    if (hierarchy && collection.field().annotations().has(Words.ORDER_COLUMN)) {
      String place = collection.place();
      faults.add(place, MappingRules.fault("order-column", place, "elements in a hierarchy"));
    }
  }
}
