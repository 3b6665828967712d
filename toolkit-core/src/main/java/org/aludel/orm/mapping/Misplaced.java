package org.aludel.orm.mapping;

import java.util.Set;
import org.aludel.error.Problem;
import org.aludel.instrument.AnnotationValues;
import org.aludel.instrument.FieldModel;

/** Refuses annotations that would have no effect on the kind of attribute they stand on. */
final class Misplaced {
  private static final Set<String> REFERENCE = MappingRules.placed("reference");
  private static final Set<String> COLLECTION = MappingRules.placed("collection");
  private static final Set<String> COLUMN = MappingRules.placed("column");

  private static final String REFERENCE_KIND = "a @ManyToOne";

  private Misplaced() {}

  static void check(FieldModel field, boolean reference, boolean collection, Faults faults) {
    String place = Faults.place(field.declaredIn(), field.name());
    if (reference && collection) {
      faults.add(place, MappingRules.fault("two-kinds", place));
      return;
    }
    Set<String> allowed = reference ? REFERENCE : collection ? COLLECTION : COLUMN;
    String kind = reference ? REFERENCE_KIND : collection ? "a @OneToMany" : "a column's";
    for (AnnotationValues one : field.annotations().all()) {
      if (known(one) && !allowed.contains(one.type())) {
        faults.add(place, fault(place, field.name(), one, kind));
      }
    }
  }

  private static Problem fault(
      String place, String attribute, AnnotationValues annotation, String kind) {
    boolean id = annotation.type().equals(Words.ID) && kind.equals(REFERENCE_KIND);
    return id
        ? MappingRules.fault("id-reference", place, attribute, SnakeCase.of(attribute))
        : MappingRules.fault("misplaced", place, annotation, kind);
  }

  /** Those that are refused altogether were reported before. */
  private static boolean known(AnnotationValues annotation) {
    return REFERENCE.contains(annotation.type())
        || COLLECTION.contains(annotation.type())
        || COLUMN.contains(annotation.type());
  }
}
