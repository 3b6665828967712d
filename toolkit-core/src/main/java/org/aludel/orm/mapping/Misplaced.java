package org.aludel.orm.mapping;

import java.util.List;
import org.aludel.error.Problem;
import org.aludel.instrument.AnnotationValues;
import org.aludel.instrument.FieldModel;

/** Refuses annotations that would have no effect on the kind of attribute they stand on. */
final class Misplaced {
  private Misplaced() {}

  static void check(FieldModel field, AttributeKind kind, Faults faults) {
    String place = Faults.place(field.declaredIn(), field.name());
    List<String> relationships = AttributeKind.relationships(field.annotations());
    if (relationships.size() > 1) {
      faults.add(
          place,
          MappingRules.fault(
              "two-kinds", place, simple(relationships.get(0)), simple(relationships.get(1))));
      return;
    }
    // Those that are refused altogether were reported before.
    for (AnnotationValues one : field.annotations().all()) {
      boolean ofEnums = one.type().equals(Words.ENUMERATED_VALUE);
      if ((ofEnums || AttributeKind.placed(one.type())) && !kind.allowed().contains(one.type())) {
        faults.add(place, fault(place, one, kind));
      }
    }
  }

  private static String simple(String annotation) {
    return "@" + annotation.substring(annotation.lastIndexOf('.') + 1);
  }

  private static Problem fault(String place, AnnotationValues annotation, AttributeKind kind) {
    return MappingRules.fault("misplaced", place, annotation, kind.words());
  }
}
