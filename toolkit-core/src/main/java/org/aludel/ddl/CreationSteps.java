package org.aludel.ddl;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.aludel.schema.CheckConstraint;
import org.aludel.schema.Column;
import org.aludel.schema.DefinedObject;
import org.aludel.schema.Domain;
import org.aludel.schema.Index;
import org.aludel.schema.MetaData;
import org.aludel.schema.ObjectKind;
import org.aludel.schema.ObjectReference;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.Sequence;
import org.aludel.schema.View;

/** Lists the steps that create a {@link MetaData}, in the order of kinds. */
final class CreationSteps {
  private final MetaData metaData;
  private final Dependencies dependencies;
  private final TableSteps tables;
  private final List<CreationStep> steps = new ArrayList<>();

  CreationSteps(MetaData metaData) {
    this.metaData = metaData;
    dependencies = new Dependencies(metaData);
    tables = new TableSteps(metaData, dependencies);
  }

  /**
   * All steps, those of the parts that come late included.
   *
   * @param late parts that must not stand in the statement that creates their table or domain
   */
  List<CreationStep> steps(Set<ObjectReference> late) {
    steps.clear();
    addObjects(one -> one.compareTo(ObjectKind.ENUM) < 0, late);
    metaData
        .enums()
        .forEach(
            one ->
                add(
                    Dependencies.enumType(one.name()),
                    new EnumDdl.CreateEnum(one),
                    new EnumDdl.DropEnum(one.name())));
    metaData.domains().forEach(one -> addDomain(one, late));
    addTypes();
    metaData.sequences().forEach(this::addSequence);
    addObjects(
        one -> one.compareTo(ObjectKind.ENUM) > 0 && one.compareTo(ObjectKind.TABLE) < 0, late);
    steps.addAll(tables.tables(late));
    metaData.sequences().forEach(this::addSequenceOwner);
    steps.addAll(tables.indexes());
    steps.addAll(tables.lateParts(late));
    metaData.domains().forEach(one -> addLateChecks(one, late));
    metaData.views().forEach(this::addView);
    steps.addAll(tables.completions());
    addObjects(
        one -> one.compareTo(ObjectKind.TABLE) > 0 && one.compareTo(ObjectKind.EVENT_TRIGGER) < 0,
        late);
    return List.copyOf(steps);
  }

  /** The parts that may come late, and what each needs. */
  Map<ObjectReference, Set<ObjectReference>> parts(Set<ObjectReference> late) {
    Map<ObjectReference, Set<ObjectReference>> parts = new LinkedHashMap<>(tables.parts());
    for (Domain domain : metaData.domains()) {
      for (CheckConstraint check : domain.checks()) {
        ObjectReference part = Dependencies.part(domain, check);
        parts.put(part, dependencies.recorded(part));
      }
    }
    for (DefinedObject routine : metaData.definedObjects()) {
      if (RoutineStub.of(routine).isPresent()) {
        Set<ObjectReference> called = new LinkedHashSet<>();
        for (ObjectReference one : dependencies.recorded(routine.reference())) {
          if (one.kind().isRoutine()) {
            called.add(one);
          }
        }
        parts.put(routine.reference(), called);
      }
    }
    parts.keySet().removeAll(late);
    return parts;
  }

  private CreationStep add(ObjectReference produced, DdlStatement create, DdlStatement drop) {
    CreationStep step = new CreationStep(produced, List.of(create), List.of(drop));
    step.needs(dependencies.recorded(produced));
    steps.add(step);
    return step;
  }

  private void addObjects(Predicate<ObjectKind> kinds, Set<ObjectReference> late) {
    for (DefinedObject object : metaData.definedObjects()) {
      if (kinds.test(object.reference().kind())) {
        if (late.contains(object.reference())) {
          addInTwoSteps(object);
        } else {
          steps.add(object(object));
        }
      }
    }
  }

  /** A routine that calls others which call it gets its body when all are there. */
  private void addInTwoSteps(DefinedObject routine) {
    DefinedObject stub = RoutineStub.of(routine).orElseThrow();
    Set<ObjectReference> needed = new LinkedHashSet<>(dependencies.recorded(routine.reference()));
    CreationStep body =
        new CreationStep(
                null,
                List.of(new ObjectDdl.CreateObject(routine)),
                List.of(new ObjectDdl.CreateObject(stub)))
            .needs(needed)
            .needs(routine.reference());
    needed.removeIf(one -> one.kind().isRoutine());
    CreationStep head = object(stub);
    steps.add(new CreationStep(routine.reference(), head.create(), head.drop()).needs(needed));
    steps.add(body);
  }

  private CreationStep object(DefinedObject object) {
    ObjectReference reference = object.reference();
    List<DdlStatement> create = new ArrayList<>();
    create.add(new ObjectDdl.CreateObject(object));
    object.alterations().forEach(one -> create.add(new RawSql(one)));
    CreationStep step =
        new CreationStep(reference, create, List.of(new ObjectDdl.DropObject(reference)))
            .needs(dependencies.recorded(reference));
    // No part of that name exists, so this stands for the relation, of whatever kind.
    return reference.kind().isPart()
        ? step.needs(new ObjectReference(reference.kind(), reference.name(), ""))
        : step;
  }

  private void addDomain(Domain domain, Set<ObjectReference> late) {
    List<CheckConstraint> inline =
        domain.checks().stream().filter(one -> !isLate(domain, one, late)).toList();
    CreationStep step =
        add(
            domain.reference(),
            new TypeDdl.CreateDomain(domain.withChecks(inline)),
            new TypeDdl.DropType(domain.reference()));
    step.needs(dependencies.ofType(domain.type().name()));
    inline.forEach(one -> step.needs(dependencies.recorded(Dependencies.part(domain, one))));
  }

  private void addLateChecks(Domain domain, Set<ObjectReference> late) {
    for (CheckConstraint check : domain.checks()) {
      if (isLate(domain, check, late)) {
        add(
                Dependencies.part(domain, check),
                new TypeDdl.AddDomainCheck(domain.name(), check),
                new TypeDdl.DropDomainCheck(domain.name(), check.name().text()))
            .needs(domain.reference());
      }
    }
  }

  private static boolean isLate(Domain domain, CheckConstraint check, Set<ObjectReference> late) {
    return !check.validated() || late.contains(Dependencies.part(domain, check));
  }

  private void addTypes() {
    metaData
        .compositeTypes()
        .forEach(
            one -> {
              CreationStep step =
                  add(
                      one.reference(),
                      new TypeDdl.CreateComposite(one),
                      new TypeDdl.DropType(one.reference()));
              one.attributes().forEach(each -> step.needs(dependencies.ofType(each.type().name())));
            });
    metaData
        .rangeTypes()
        .forEach(
            one ->
                add(
                        one.reference(),
                        new TypeDdl.CreateRange(one),
                        new TypeDdl.DropType(one.reference()))
                    .needs(dependencies.ofType(one.subtype().name())));
  }

  private void addSequence(Sequence sequence) {
    Sequence.Owner owner = sequence.owner();
    boolean goesAlong =
        owner != null && tables.contains(owner.table()) && !isCalledElsewhere(sequence, owner);
    steps.add(
        new CreationStep(
            sequence(sequence),
            List.of(new SequenceDdl.CreateSequence(sequence)),
            goesAlong ? List.of() : List.of(new SequenceDdl.DropSequence(sequence.name()))));
  }

  /**
   * An owned sequence goes with its table, unless the default of another table calls it: the server
   * would refuse to drop the owner, so it is detached first.
   */
  private void addSequenceOwner(Sequence sequence) {
    Sequence.Owner owner = sequence.owner();
    if (owner == null) {
      return;
    }
    boolean detached = tables.contains(owner.table()) && isCalledElsewhere(sequence, owner);
    steps.add(
        new CreationStep(
                null,
                List.of(new SequenceDdl.SetSequenceOwner(sequence.name(), owner)),
                detached
                    ? List.of(new SequenceDdl.SetSequenceOwner(sequence.name(), null))
                    : List.of())
            .needs(sequence(sequence))
            .needs(ObjectReference.table(owner.table())));
  }

  private static ObjectReference sequence(Sequence sequence) {
    return ObjectReference.of(ObjectKind.SEQUENCE, sequence.name());
  }

  private boolean isCalledElsewhere(Sequence sequence, Sequence.Owner owner) {
    return tables.all().stream()
        .filter(table -> !table.name().equals(owner.table()))
        .flatMap(table -> table.columns().stream())
        .map(Column::serverDefault)
        .anyMatch(sql -> sql != null && sql.contains(sequence.name().name()));
  }

  /** The defaults of a view's columns, which its inserts take, are statements of their own. */
  private void addView(View view) {
    QualifiedName name = view.name();
    List<DdlStatement> create = new ArrayList<>();
    create.add(new ViewDdl.CreateView(view));
    create.addAll(ObjectStatements.columns(view));
    CreationStep step =
        new CreationStep(
                view.reference(),
                create,
                List.of(new ViewDdl.DropView(name, view.isMaterialized())))
            .needs(dependencies.recorded(view.reference()));
    view.columns()
        .forEach(
            one -> step.needs(dependencies.recorded(ObjectReference.column(name, one.name()))));
    steps.add(step);
    for (Index index : view.indexes()) {
      steps.add(tables.index(name, index).needs(view.reference()));
    }
    View.Storage storage = view.storage();
    if (storage != null && storage.clusterIndex() != null) {
      steps.add(
          new CreationStep(
                  null, List.of(new TableDdl.ClusterOn(name, storage.clusterIndex())), List.of())
              .needs(ObjectReference.index(name, storage.clusterIndex())));
    }
  }
}
