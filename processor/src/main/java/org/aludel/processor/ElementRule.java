package org.aludel.processor;

import javax.lang.model.element.AnnotationMirror;
import org.jspecify.annotations.Nullable;

/** What means something on an attribute of an element: its column belongs to no entity's table. */
final class ElementRule {
  private ElementRule() {}

  /** Refuses what a table of an entity could honour only. */
  static void check(AttributeField member, Refusals refusals) {
    for (AnnotationMirror mirror : Mirrors.all(member.element())) {
      String name = Mirrors.name(mirror);
      if (AttributeKind.COLUMN.allowed().contains(name)
          && !AttributeKind.PART.allowed().contains(name)) {
        refuse(member, "@" + MappingRules.simple(name), refusals);
        return;
      }
    }
    Mirrors.find(member.element(), Mirrors.JAKARTA + "Column")
        .map(ElementRule::stray)
        .ifPresent(stray -> refuse(member, "@Column(" + stray + " = ...)", refusals));
  }

  private static void refuse(AttributeField member, String found, Refusals refusals) {
    refusals.add("element-member", member.element(), member.place(), found);
  }

  /** The member of a column that the table of a collection does not honour, or null. */
  static @Nullable String stray(AnnotationMirror column) {
    if (Mirrors.given(column, "unique")) {
      return "unique";
    }
    if (Mirrors.given(column, "insertable")) {
      return "insertable";
    }
    if (Mirrors.given(column, "updatable")) {
      return "updatable";
    }
    return Mirrors.nested(column, "check").isEmpty() ? null : "check";
  }
}
