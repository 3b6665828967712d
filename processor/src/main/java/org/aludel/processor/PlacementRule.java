package org.aludel.processor;

import java.util.Set;
import javax.lang.model.element.AnnotationMirror;

/** Refuses annotations that would have no effect on the kind of attribute they stand on. */
final class PlacementRule {
  private static final Set<String> REFERENCE = MappingRules.placed("reference");
  private static final Set<String> COLLECTION = MappingRules.placed("collection");
  private static final Set<String> COLUMN = MappingRules.placed("column");

  private PlacementRule() {}

  static void check(
      AttributeField field, boolean reference, boolean collection, Refusals refusals) {
    String place = field.place();
    if (reference && collection) {
      refusals.add("two-kinds", field.element(), place);
      return;
    }
    Set<String> allowed = reference ? REFERENCE : collection ? COLLECTION : COLUMN;
    String kind = reference ? "a @ManyToOne" : collection ? "a @OneToMany" : "a column's";
    for (AnnotationMirror mirror : field.element().getAnnotationMirrors()) {
      String name = Mirrors.name(mirror);
      if (known(name) && !allowed.contains(name)) {
        refuse(field, name, kind, refusals);
      }
    }
  }

  private static void refuse(
      AttributeField field, String annotation, String kind, Refusals refusals) {
    String attribute = field.element().getSimpleName().toString();
    if (annotation.equals(Mirrors.JAKARTA + "Id") && field.has(Mirrors.JAKARTA + "ManyToOne")) {
      String column = SnakeCase.of(attribute);
      refusals.add("id-reference", field.element(), field.place(), attribute, column);
    } else {
      String text = "@" + MappingRules.simple(annotation);
      refusals.add("misplaced", field.element(), field.place(), text, kind);
    }
  }

  private static boolean known(String annotation) {
    return REFERENCE.contains(annotation)
        || COLLECTION.contains(annotation)
        || COLUMN.contains(annotation);
  }
}
