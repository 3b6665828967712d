package org.aludel.orm.mapping;

import org.aludel.instrument.AnnotationValues;
import org.aludel.instrument.FieldModel;
import org.jspecify.annotations.Nullable;

/** What means something on an attribute of an element: its column belongs to no entity's table. */
final class ElementRule {
  private ElementRule() {}

  /** Refuses what a table of an entity could honour only. */
  static void check(FieldModel member, Faults faults) {
    String place = Faults.place(member.declaredIn(), member.name());
    for (AnnotationValues one : member.annotations().all()) {
      boolean ofColumns = AttributeKind.COLUMN.allowed().contains(one.type());
      if (ofColumns && !AttributeKind.PART.allowed().contains(one.type())) {
        faults.add(place, MappingRules.fault("element-member", place, one));
        return;
      }
    }
    String stray = member.annotations().find(Words.COLUMN).map(ElementRule::stray).orElse(null);
    if (stray != null) {
      faults.add(
          place, MappingRules.fault("element-member", place, "@Column(" + stray + " = ...)"));
    }
  }

  /** The member of a column that the table of a collection does not honour, or null. */
  static @Nullable String stray(AnnotationValues column) {
    if (column.flag("unique", false)) {
      return "unique";
    }
    if (!column.flag("insertable", true)) {
      return "insertable";
    }
    if (!column.flag("updatable", true)) {
      return "updatable";
    }
    return column.nestedList("check").isEmpty() ? null : "check";
  }
}
