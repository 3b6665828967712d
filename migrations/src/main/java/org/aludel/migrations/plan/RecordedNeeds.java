package org.aludel.migrations.plan;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.aludel.migrations.operation.ColumnOperation;
import org.aludel.migrations.operation.ConstraintOperation;
import org.aludel.migrations.operation.EnumOperation;
import org.aludel.migrations.operation.KeyPayload;
import org.aludel.migrations.operation.ObjectOperation;
import org.aludel.migrations.operation.Operation;
import org.aludel.migrations.operation.PrivilegeOperation;
import org.aludel.migrations.operation.SequenceOperation;
import org.aludel.migrations.operation.TableOperation;
import org.aludel.schema.ForeignKey;
import org.aludel.schema.MetaData;
import org.aludel.schema.ObjectKind;
import org.aludel.schema.ObjectReference;
import org.aludel.schema.SchemaObject;
import org.aludel.schema.Table;

/**
 * What operations need by the word of the server, which recorded it for the objects of both sides.
 */
final class RecordedNeeds {
  private final MetaData before;
  private final MetaData after;
  private final Descendants descendants;
  private final LoggedOrder logged;

  private final RenamedTypes renamed;

  RecordedNeeds(MetaData before, MetaData after, RenamedTypes renamed) {
    this.renamed = renamed;
    this.before = before;
    this.after = after;
    this.descendants = new Descendants(before, after);
    this.logged = new LoggedOrder(before, after);
  }

  /** The footprint of an operation with all that it needs. */
  Footprint of(Operation operation, Footprints footprints) {
    if (operation instanceof ObjectOperation.Drop drop
        && before.object(drop.object().reference()).isEmpty()) {
      ObjectReference reference = drop.object().reference();
      return added(
          operation, new Footprint().drops(Resource.of(reference)).frees(Resource.RENAMES));
    }
    if (operation instanceof ObjectOperation.Replace replace && isStubbed(replace)) {
      return RoutineCircles.isStub(replace.from(), replace.to())
          ? body(replace.to(), after)
          : body(replace.from(), before).inverse();
    }
    Footprint footprint =
        logged.added(
            operation,
            descendants.added(operation, added(operation, operation.accept(footprints))));
    references(operation, footprint);
    lapse(operation, footprint);
    renamed.added(operation, footprint);
    if (operation instanceof ObjectOperation.Replace) {
      return footprint.uses(Resource.RENAMED);
    }
    return isRename(operation)
        ? footprint.takes(Resource.RENAMES).creates(Resource.RENAMED)
        : footprint;
  }

  private void lapse(Operation operation, Footprint footprint) {
    if (operation instanceof PrivilegeOperation.Lapse lapse && stays(lapse.on())) {
      footprint.uses(Resource.of(Resource.Kind.TABLE, lapse.on().name()));
    }
  }

  /** Of a table, only the references to others: its own go where it goes. */
  private void references(Operation operation, Footprint footprint) {
    if (operation instanceof ConstraintOperation.Add add
        && add.constraint() instanceof ForeignKey key) {
      payload(key, after).forEach(footprint::uses);
    } else if (operation instanceof ConstraintOperation.Drop drop
        && drop.constraint() instanceof ForeignKey key) {
      payload(key, before).forEach(footprint::releases);
    } else if (operation instanceof TableOperation.Create create) {
      toOthers(create.table(), after).forEach(footprint::uses);
    } else if (operation instanceof TableOperation.Drop drop) {
      toOthers(drop.table(), before).forEach(footprint::releases);
    }
  }

  private static List<Resource> toOthers(Table table, MetaData side) {
    return table.foreignKeys().stream()
        .filter(each -> !each.target().equals(table.name()))
        .flatMap(each -> payload(each, side).stream())
        .toList();
  }

  /** While a key that is referred to is built anew, nothing may refer to it. */
  private static List<Resource> payload(ForeignKey key, MetaData side) {
    return KeyPayload.of(side, key).stream()
        .map(each -> Resource.of(Resource.Kind.COLUMN, key.target(), each))
        .toList();
  }

  /** Whether the table of a column stays, under the name that it has after the renames. */
  private boolean stays(ObjectReference column) {
    return column.kind() == ObjectKind.COLUMN
        && before.table(column.name()).isPresent()
        && after.table(column.name()).isPresent();
  }

  private static boolean isRename(Operation operation) {
    return operation instanceof TableOperation.Rename
        || operation instanceof ColumnOperation.Rename
        || operation instanceof SequenceOperation.Rename
        || operation instanceof EnumOperation.RenameValue
        || operation instanceof ObjectOperation.Rename;
  }

  private Footprint added(Operation operation, Footprint footprint) {
    Extent extent = Extent.of(operation);
    extent.creates().stream()
        .filter(RecordedNeeds::isKnownByReference)
        .forEach(each -> footprint.creates(Resource.of(each)));
    extent.drops().stream()
        .filter(RecordedNeeds::isKnownByReference)
        .forEach(each -> footprint.drops(Resource.of(each)));
    boolean stub = isStub(operation);
    needs(extent.creates(), after).stream()
        .filter(each -> !stub || !RoutineCircles.isRoutine(each))
        .forEach(each -> of(each).forEach(footprint::uses));
    needs(extent.drops(), before).stream()
        .filter(each -> !stub || !RoutineCircles.isRoutine(each))
        .forEach(each -> of(each).forEach(footprint::releases));
    Set<ObjectReference> gained = needs(extent.gains(), after);
    Set<ObjectReference> lost = needs(extent.loses(), before);
    gained.stream()
        .filter(each -> !lost.contains(each))
        .forEach(each -> of(each).forEach(footprint::uses));
    lost.stream()
        .filter(each -> !gained.contains(each))
        .forEach(each -> of(each).forEach(footprint::releases));
    return footprint;
  }

  private static boolean isStubbed(ObjectOperation.Replace replace) {
    return RoutineCircles.isStub(replace.from(), replace.to())
        || RoutineCircles.isStub(replace.to(), replace.from());
  }

  /** A routine is there already, and gets the body that calls others. */
  private static Footprint body(SchemaObject routine, MetaData side) {
    Footprint footprint = new Footprint().uses(Resource.of(routine.reference()));
    needs(List.of(routine.reference()), side).forEach(each -> of(each).forEach(footprint::uses));
    return footprint;
  }

  private boolean isStub(Operation operation) {
    return (operation instanceof ObjectOperation.Create create
            && RoutineCircles.isStub(create.object(), after))
        || (operation instanceof ObjectOperation.Drop drop
            && RoutineCircles.isStub(drop.object(), before));
  }

  private static Set<ObjectReference> needs(List<ObjectReference> objects, MetaData side) {
    Set<ObjectReference> needed = new TreeSet<>();
    objects.forEach(each -> needed.addAll(side.dependencies().getOrDefault(each, Set.of())));
    needed.removeAll(objects);
    return needed;
  }

  /** Tables, columns, types, sequences and schemas have footprints of their own. */
  private static boolean isKnownByReference(ObjectReference reference) {
    return Resource.of(reference).kind() == Resource.Kind.OBJECT;
  }

  /** A part stands for what it is part of, too. */
  static List<Resource> of(ObjectReference needed) {
    return needed.kind().isPart()
        ? List.of(
            Resource.of(needed),
            Resource.of(Resource.Kind.TABLE, needed.name()),
            Resource.of(Resource.Kind.TYPE, needed.name()),
            Resource.of(ObjectReference.of(ObjectKind.VIEW, needed.name())),
            Resource.of(ObjectReference.of(ObjectKind.MATERIALIZED_VIEW, needed.name())))
        : List.of(Resource.of(needed));
  }
}
