package org.aludel.orm.mapping;

import java.util.List;
import org.aludel.instrument.ClassModel;
import org.aludel.instrument.FieldModel;
import org.aludel.orm.inheritance.InheritanceStrategy;

/** Refuses what a class says of its hierarchy where it can have no effect, or the wrong one. */
final class HierarchyRule {
  private static final List<String> OF_THE_ROOT =
      List.of(Words.INHERITANCE, Words.DISCRIMINATOR_COLUMN);

  private final Faults faults;

  HierarchyRule(Faults faults) {
    this.faults = faults;
  }

  void check(EntityDraft draft) {
    EntityDraft above = draft.superDraft();
    if (above != null) {
      checkSubclass(draft, above);
    }
    for (ClassModel each : draft.ownClasses()) {
      if (!Hierarchy.isEntity(each.type())) {
        misplaced(each, "a @MappedSuperclass", OF_THE_ROOT);
        misplaced(each, "a @MappedSuperclass", List.of(Words.DISCRIMINATOR_VALUE));
      }
    }
    if (ClassModel.isAbstract(draft.type())) {
      misplaced(draft.model(), "an abstract class", List.of(Words.DISCRIMINATOR_VALUE));
    }
  }

  private void checkSubclass(EntityDraft draft, EntityDraft above) {
    String where = "a class that extends the entity \"" + Faults.place(above.type(), null) + "\"";
    misplaced(draft.model(), where, OF_THE_ROOT);
    if (draft.strategy() == InheritanceStrategy.SINGLE_TABLE) {
      misplaced(draft.model(), where + ", whose table it shares", List.of(Words.TABLE));
    }
    for (ClassModel each : draft.ownClasses()) {
      each.fields().stream()
          .filter(EntityDraft::isAttribute)
          .forEach(field -> checkField(field, where));
    }
  }

  private void checkField(FieldModel field, String where) {
    for (String annotation : List.of(Words.ID, Words.VERSION)) {
      field
          .annotations()
          .find(annotation)
          .ifPresent(
              said -> {
                String place = Faults.place(field.declaredIn(), field.name());
                faults.add(place, MappingRules.fault("hierarchy-place", place, said, where));
              });
    }
  }

  private void misplaced(ClassModel model, String where, List<String> annotations) {
    for (String annotation : annotations) {
      model
          .annotations()
          .find(annotation)
          .ifPresent(
              said -> {
                String place = Faults.place(model.type(), null);
                faults.add(
                    place,
                    MappingRules.fault("hierarchy-place", place, "@" + said.simpleName(), where));
              });
    }
  }
}
