package org.aludel.migrations.plan;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.aludel.migrations.operation.ColumnOperation;
import org.aludel.migrations.operation.EnumOperation;
import org.aludel.migrations.operation.ObjectOperation;
import org.aludel.migrations.operation.Operation;
import org.aludel.migrations.operation.PrivilegeOperation;
import org.aludel.migrations.operation.SequenceOperation;
import org.aludel.migrations.operation.TableOperation;
import org.aludel.schema.MetaData;
import org.aludel.schema.ObjectKind;
import org.aludel.schema.ObjectReference;

/**
 * What operations need by the word of the server, which recorded it for the objects of both sides.
 */
final class RecordedNeeds {
  private final MetaData before;
  private final MetaData after;
  private final Descendants descendants;
  private final LoggedOrder logged;

  RecordedNeeds(MetaData before, MetaData after) {
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
    Footprint footprint =
        logged.added(
            operation,
            descendants.added(operation, added(operation, operation.accept(footprints))));
    if (operation instanceof PrivilegeOperation.Lapse lapse && stays(lapse.on())) {
      footprint.uses(Resource.of(Resource.Kind.TABLE, lapse.on().name()));
    }
    return isRename(operation) ? footprint.takes(Resource.RENAMES) : footprint;
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
        || operation instanceof EnumOperation.RenameValue;
  }

  private Footprint added(Operation operation, Footprint footprint) {
    Extent extent = Extent.of(operation);
    extent.creates().stream()
        .filter(RecordedNeeds::isKnownByReference)
        .forEach(each -> footprint.creates(Resource.of(each)));
    extent.drops().stream()
        .filter(RecordedNeeds::isKnownByReference)
        .forEach(each -> footprint.drops(Resource.of(each)));
    needs(extent.creates(), after).forEach(each -> of(each).forEach(footprint::uses));
    needs(extent.drops(), before).forEach(each -> of(each).forEach(footprint::releases));
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
