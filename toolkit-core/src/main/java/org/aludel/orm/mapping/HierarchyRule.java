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
    } else {
      checkMoment(draft.model(), "a class that extends no entity");
    }
    for (ClassModel each : draft.ownClasses()) {
      if (!each.annotations().has(Words.ENTITY)) {
        misplaced(each, "a @MappedSuperclass", OF_THE_ROOT);
        misplaced(each, "a @MappedSuperclass", List.of(Words.DISCRIMINATOR_VALUE));
        checkMoment(each, "a @MappedSuperclass");
      }
    }
    checkKeyJoins(draft);
    checkNeedless(draft);
    if (ClassModel.isAbstract(draft.type())) {
      misplaced(draft.model(), "an abstract class", List.of(Words.DISCRIMINATOR_VALUE));
    }
  }

  /** What is above a class is read with it. */
  private void checkMoment(ClassModel model, String where) {
    if (model.annotations().has(Words.POLYMORPHIC_LOAD)) {
      String place = Faults.place(model.type(), null);
      faults.add(place, MappingRules.fault("polymorphic-load", place, where));
    }
  }

  private void checkKeyJoins(EntityDraft draft) {
    EntityDraft above = draft.superDraft();
    if (above == null || draft.strategy() != InheritanceStrategy.JOINED) {
      misplaced(
          draft.model(),
          "a class without a row in a table above it",
          List.of(Words.PRIMARY_KEY_JOIN_COLUMN, Words.PRIMARY_KEY_JOIN_COLUMNS));
      return;
    }
    int ids = above.keyColumns().size();
    int joins = draft.keyJoins().size();
    if (joins > 0 && joins != ids) {
      String place = Faults.place(draft.type(), null);
      faults.add(place, MappingRules.fault("key-joins", place, joins, ids));
    }
  }

  /** What names a discriminator where the tables tell the classes apart. */
  private void checkNeedless(EntityDraft draft) {
    InheritanceStrategy strategy = draft.strategy();
    boolean column = draft.root().model().annotations().has(Words.DISCRIMINATOR_COLUMN);
    String where = "a class of a hierarchy whose tables tell the classes apart";
    if (strategy == InheritanceStrategy.TABLE_PER_CLASS) {
      misplaced(
          draft.model(), where, List.of(Words.DISCRIMINATOR_COLUMN, Words.DISCRIMINATOR_VALUE));
    } else if (strategy == InheritanceStrategy.JOINED && !column) {
      misplaced(draft.model(), where, List.of(Words.DISCRIMINATOR_VALUE));
    }
  }

  /** A change of a table below leaves the row of the root, and its system columns, as they are. */
  void checkVersion(EntityDraft draft) {
    if (draft.superDraft() == null && draft.strategy() == InheritanceStrategy.JOINED) {
      draft.basics().stream()
          .filter(SystemVersion::is)
          .forEach(
              version ->
                  faults.add(
                      version.place(),
                      MappingRules.fault(
                          "hierarchy-version", version.place(), version.column().name())));
    }
  }

  /** Tables that count on their own give the same ids to different objects of a hierarchy. */
  void checkIds(EntityDraft draft) {
    if (draft.superDraft() == null && draft.strategy() == InheritanceStrategy.TABLE_PER_CLASS) {
      draft.ids().stream()
          .filter(id -> id.writes().generation() == Generation.IDENTITY)
          .forEach(
              id -> faults.add(id.place(), MappingRules.fault("identity-per-table", id.place())));
    }
  }

  private void checkSubclass(EntityDraft draft, EntityDraft above) {
    String where = "a class that extends the entity \"" + Faults.place(above.type(), null) + "\"";
    misplaced(draft.model(), where, OF_THE_ROOT);
    misplaced(draft.model(), where, List.of(Words.VIEW, Words.ID_CLASS));
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
    for (String annotation : List.of(Words.ID, Words.EMBEDDED_ID, Words.VERSION)) {
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
