package org.aludel.processor;

import java.util.List;
import javax.lang.model.element.AnnotationMirror;

/** Refuses annotations that would have no effect on the kind of attribute they stand on. */
final class PlacementRule {
  private PlacementRule() {}

  static void check(AttributeField field, AttributeKind kind, Refusals refusals) {
    List<String> relationships = AttributeKind.relationships(field);
    if (relationships.size() > 1) {
      refusals.add(
          "two-kinds",
          field.element(),
          field.place(),
          "@" + MappingRules.simple(relationships.get(0)),
          "@" + MappingRules.simple(relationships.get(1)));
      return;
    }
    for (AnnotationMirror mirror : Mirrors.all(field.element())) {
      String name = Mirrors.name(mirror);
      boolean ofEnums = name.equals(EnumeratedValue.ANNOTATION);
      if ((ofEnums || AttributeKind.placed(name)) && !kind.allowed().contains(name)) {
        refuse(field, name, kind, refusals);
      }
    }
  }

  private static void refuse(
      AttributeField field, String annotation, AttributeKind kind, Refusals refusals) {
    String text = "@" + MappingRules.simple(annotation);
    refusals.add("misplaced", field.element(), field.place(), text, kind.words());
  }
}
