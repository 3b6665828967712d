package org.aludel.orm.mapping;

import java.util.List;
import java.util.Set;
import org.aludel.instrument.AnnotationValues;
import org.aludel.instrument.FieldModel;

/** Refuses annotations that would have no effect on the kind of attribute they stand on. */
final class Misplaced {
  private static final Set<String> REFERENCE =
      Set.of(
          Words.MANY_TO_ONE,
          Words.JOIN_COLUMN,
          Words.JOIN_COLUMNS,
          Words.ON_DELETE,
          Words.ON_UPDATE,
          Words.DEFERRABLE,
          Words.LOAD,
          Words.RENAMED_FROM,
          Words.INDEX_DEF,
          Words.ACCESS);
  private static final Set<String> COLLECTION =
      Set.of(Words.ONE_TO_MANY, Words.ORDER_BY, Words.LOAD, Words.ACCESS);
  private static final Set<String> BASIC =
      Set.of(
          Words.ID,
          Words.GENERATED_VALUE,
          Words.SEQUENCE_GENERATOR,
          Words.SEQUENCE_GENERATORS,
          Words.COLUMN,
          Words.BASIC,
          Words.ENUMERATED,
          Words.VERSION,
          Words.SERVER_DEFAULT,
          Words.COMPUTED,
          Words.IDENTITY_OPTIONS,
          Words.SQL_TYPE,
          Words.PG_ENUM,
          Words.INDEX_DEF,
          Words.DEFERRABLE,
          Words.RENAMED_FROM,
          Words.ACCESS);

  private Misplaced() {}

  static void check(FieldModel field, boolean reference, boolean collection, Faults faults) {
    if (reference && collection) {
      add(field, "@ManyToOne together with @OneToMany", faults);
      return;
    }
    Set<String> allowed = reference ? REFERENCE : collection ? COLLECTION : BASIC;
    String kind = reference ? "a @ManyToOne" : collection ? "a @OneToMany" : "a column's";
    List<AnnotationValues> misplaced =
        field.annotations().all().stream()
            .filter(one -> known(one) && !allowed.contains(one.type()))
            .toList();
    misplaced.forEach(one -> add(field, one + " on " + kind + " attribute", faults));
  }

  /** Those that are refused altogether were reported before. */
  private static boolean known(AnnotationValues annotation) {
    return REFERENCE.contains(annotation.type())
        || COLLECTION.contains(annotation.type())
        || BASIC.contains(annotation.type());
  }

  private static void add(FieldModel field, String found, Faults faults) {
    String place = Faults.place(field.declaredIn(), field.name());
    faults.add(
        place,
        Faults.invalid(place)
            .found(found)
            .expected("annotations that have an effect where they stand")
            .fix("remove the annotation, or add the one that it completes"));
  }
}
