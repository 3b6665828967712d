package org.aludel.migrations.compare;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.aludel.error.MigrationCode;
import org.aludel.error.Problem;
import org.aludel.error.UsageException;
import org.aludel.migrations.handover.OldTable;
import org.aludel.migrations.handover.TwoNames;
import org.aludel.migrations.operation.ColumnOperation;
import org.aludel.migrations.operation.ConstraintOperation;
import org.aludel.migrations.operation.EnumOperation;
import org.aludel.migrations.operation.ExpressionNames;
import org.aludel.migrations.operation.IndexOperation;
import org.aludel.migrations.operation.NamespaceOperation;
import org.aludel.migrations.operation.ObjectOperation;
import org.aludel.migrations.operation.Operation;
import org.aludel.migrations.operation.SchemaWords;
import org.aludel.migrations.operation.SequenceOperation;
import org.aludel.migrations.operation.TableOperation;
import org.aludel.schema.Column;
import org.aludel.schema.Constraint;
import org.aludel.schema.ForeignKey;
import org.aludel.schema.MetaData;
import org.aludel.schema.ObjectKind;
import org.aludel.schema.PrimaryKey;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.Sequence;
import org.aludel.schema.Table;
import org.aludel.schema.View;
import org.aludel.util.Suggestion;

/**
 * Decides about each drop: carried out, held back, or left alone because the object is not ours or
 * because something that stays needs it. Whatever goes with a table or column stays with it too.
 */
final class DropFilter {
  private final MetaData database;
  private final CompareOptions.Drops drops;
  private final Set<String> others;
  private final Set<QualifiedName> keptTables = new HashSet<>();
  private final Set<Sequence.Owner> keptColumns = new HashSet<>();
  private final List<Operation> kept = new ArrayList<>();
  private final List<Operation> pending = new ArrayList<>();
  private final List<Operation> unmanaged = new ArrayList<>();
  private final Set<String> released = new TreeSet<>();
  private final Set<Operation> needed = new HashSet<>();
  private final Set<ObjectKind> kinds = EnumSet.noneOf(ObjectKind.class);
  private KeptObjects keptObjects;

  /**
   * @param database with everything, also what is out of sight of the comparison
   * @param others what can be released by name beside the drops among the operations
   */
  DropFilter(MetaData database, MetaData model, CompareOptions.Drops drops, Set<String> others) {
    this.database = database;
    this.drops = drops;
    this.others = others;
    model.objects().forEach(each -> kinds.add(each.reference().kind()));
    keptObjects = new KeptObjects(database, database);
  }

  /**
   * The operations that remain. What stays may need what was let go before it was known to stay, so
   * all is decided again until nothing changes.
   */
  List<Operation> apply(List<Operation> operations, MetaData seen) {
    List<Operation> remaining = decided(operations, seen);
    while (needed.addAll(remaining.stream().filter(each -> isLost(each, operations)).toList())) {
      forget();
      remaining = decided(operations, seen);
    }
    return remaining;
  }

  private boolean isLost(Operation operation, List<Operation> operations) {
    return keptObjects.need(operation) && !isChange(operation, operations);
  }

  private void forget() {
    keptTables.clear();
    keptColumns.clear();
    kept.clear();
    pending.clear();
    unmanaged.clear();
    released.clear();
  }

  private List<Operation> decided(List<Operation> operations, MetaData seen) {
    outOfSight(seen);
    keptObjects = new KeptObjects(database, seen);
    List<Operation> rest = operations;
    for (DropTier tier : DropTier.values()) {
      List<Operation> next = new ArrayList<>();
      for (Operation operation : rest) {
        Optional<ObjectName> dropped = DropTier.object(operation, tier);
        if (dropped.isEmpty() || carriedOut(operation, dropped.get(), operations)) {
          next.add(operation);
        } else {
          keep(operation).ifPresent(next::add);
        }
      }
      rest = next;
    }
    refuseUnknownReleases(operations);
    return rest;
  }

  List<Operation> pending() {
    return pending;
  }

  List<Operation> unmanaged() {
    return unmanaged;
  }

  private void outOfSight(MetaData seen) {
    Set<QualifiedName> visible = new HashSet<>();
    seen.tables().forEach(each -> visible.add(each.name()));
    database.tables().stream()
        .map(Table::name)
        .filter(each -> !visible.contains(each))
        .forEach(keptTables::add);
  }

  private boolean carriedOut(Operation operation, ObjectName dropped, List<Operation> operations) {
    if (operation instanceof TableOperation.Detach detach) {
      return !keptTables.contains(detach.table());
    }
    if (isChange(operation, operations)) {
      return true;
    }
    if (goesWithKept(operation)) {
      return false;
    }
    Optional<TwoNames> step = inStep(operation);
    if (step.isPresent()) {
      return !isKept(step.get());
    }
    if (drops.released().contains(dropped.text())) {
      released.add(dropped.text());
      return true;
    }
    if (needed(operation) || !drops.ownership().made(dropped)) {
      unmanaged.add(operation);
      return false;
    }
    if (isHeldBack(operation, dropped)) {
      pending.add(operation);
      return false;
    }
    return drops.policy() != DropPolicy.NONE;
  }

  private boolean isHeldBack(Operation operation, ObjectName dropped) {
    return switch (drops.policy()) {
      case NONE, EXACT -> false;
      case ALLOW -> isOldName(operation);
      case PENDING -> isOldName(operation) || DropTier.holdsData(operation) || endsKind(dropped);
    };
  }

  /** The two names that a trigger, or the function of one, keeps in step. */
  private Optional<TwoNames> inStep(Operation operation) {
    return operation instanceof ObjectOperation.Drop drop
        ? TwoNames.in(database).stream()
            .filter(
                each ->
                    each.triggerReference().equals(drop.object().reference())
                        || each.functionReference().equals(drop.object().reference()))
            .findFirst()
        : Optional.empty();
  }

  private boolean isKept(TwoNames pair) {
    return keptTables.contains(pair.table())
        || onKeptColumn(pair.table(), Set.of(pair.old(), pair.renamed()));
  }

  /** What old code may still use goes by its name only, whatever else is allowed to. */
  private boolean isOldName(Operation operation) {
    return (operation instanceof ObjectOperation.Drop view && OldTable.isOne(view.object()))
        || (operation instanceof ColumnOperation.Drop drop
            && TwoNames.in(database).stream()
                .anyMatch(
                    each ->
                        each.table().equals(drop.table())
                            && each.old().equals(drop.column().name())));
  }

  /** A model without any object of a kind may well be one that has them stated somewhere else. */
  private boolean endsKind(ObjectName dropped) {
    return DropTier.isStated(dropped.kind()) && !kinds.contains(dropped.kind());
  }

  /** What remains to be done when a drop is not carried out. */
  private Optional<Operation> keep(Operation operation) {
    kept.add(operation);
    keptObjects.keep(operation);
    if (operation instanceof TableOperation.Drop drop) {
      keptTables.add(drop.table().name());
    }
    if (operation instanceof ColumnOperation.Drop drop) {
      keptColumns.add(new Sequence.Owner(drop.table(), drop.column().name()));
      if (pending.contains(operation) && fillsNothing(drop)) {
        return Optional.of(
            new ColumnOperation.AlterNullability(drop.table(), drop.column().name(), false, true));
      }
    }
    return Optional.empty();
  }

  /** Whether an INSERT that does not know the column would fail. */
  private boolean fillsNothing(ColumnOperation.Drop drop) {
    Column column = drop.column();
    boolean keyed =
        database
            .table(drop.table())
            .flatMap(Table::primaryKey)
            .filter(key -> key.columns().contains(column.name()))
            .isPresent();
    return !column.nullable()
        && !keyed
        && column.serverDefault() == null
        && column.identity() == null
        && column.computed() == null;
  }

  /**
   * Whether something is dropped only to be created in another form, or because the column that
   * owned it became an identity. What makes way for a rename is not in the database after it.
   */
  private boolean isChange(Operation operation, List<Operation> operations) {
    if (operation instanceof SequenceOperation.Drop drop) {
      return operations.stream()
          .anyMatch(
              each ->
                  each instanceof SequenceOperation.ChangeOwner change
                      && change.sequence().equals(drop.sequence().name()));
    }
    if (operation instanceof ObjectOperation.Drop drop) {
      return operations.stream()
              .anyMatch(
                  each ->
                      each instanceof ObjectOperation.Create create
                          && create.object().reference().equals(drop.object().reference()))
          || database.object(drop.object().reference()).isEmpty();
    }
    return isExchange(operation, operations);
  }

  /** A part of a table that is created again. */
  private static boolean isExchange(Operation operation, List<Operation> operations) {
    if (operation instanceof ConstraintOperation.Drop drop) {
      return operations.stream()
          .anyMatch(
              each ->
                  each instanceof ConstraintOperation.Add add
                      && add.table().equals(drop.table())
                      && replaces(add.constraint(), drop.constraint()));
    }
    return operation instanceof IndexOperation.Drop drop
        && operations.stream()
            .anyMatch(
                each ->
                    each instanceof IndexOperation.Create create
                        && create.table().equals(drop.table())
                        && create.index().name().text().equals(drop.index().name().text()));
  }

  private static boolean replaces(Constraint added, Constraint dropped) {
    if (added.name().text().equals(dropped.name().text())) {
      return true;
    }
    return (added instanceof PrimaryKey && dropped instanceof PrimaryKey)
        || (added instanceof ForeignKey key
            && dropped instanceof ForeignKey old
            && key.columns().equals(old.columns()));
  }

  private boolean goesWithKept(Operation operation) {
    if (operation instanceof IndexOperation.Drop drop) {
      return keptTables.contains(drop.table())
          || onKeptColumn(drop.table(), SchemaWords.mentioned(drop.index()));
    }
    if (operation instanceof ConstraintOperation.Drop drop) {
      return onKeptColumn(drop.table(), SchemaWords.mentioned(drop.constraint()));
    }
    return operation instanceof ObjectOperation.Drop drop
        && drop.object().reference().kind().isPart()
        && isKept(drop.object().reference().name());
  }

  private boolean isKept(QualifiedName relation) {
    return keptTables.contains(relation)
        || kept.stream()
            .anyMatch(
                each ->
                    each instanceof ObjectOperation.Drop drop
                        && drop.object() instanceof View view
                        && view.name().equals(relation));
  }

  private boolean onKeptColumn(QualifiedName table, Set<String> columns) {
    return columns.stream().anyMatch(each -> keptColumns.contains(new Sequence.Owner(table, each)));
  }

  /** Whether something that stays uses the object. */
  private boolean needed(Operation operation) {
    if (needed.contains(operation) || keptObjects.need(operation)) {
      return true;
    }
    if (operation instanceof EnumOperation.Drop drop) {
      QualifiedName type = drop.type().name();
      return keptColumns().anyMatch(each -> SchemaWords.isOfType(each, type));
    }
    if (operation instanceof SequenceOperation.Drop drop) {
      String name = drop.sequence().name().name();
      return keptColumns().anyMatch(each -> mentions(each, name));
    }
    if (operation instanceof TableOperation.Drop drop) {
      return database.tables().stream()
          .filter(each -> keptTables.contains(each.name()))
          .flatMap(each -> each.foreignKeys().stream())
          .anyMatch(each -> each.target().equals(drop.table().name()));
    }
    return operation instanceof NamespaceOperation.Drop drop && holds(drop.namespace().name());
  }

  private Stream<Column> keptColumns() {
    return database.tables().stream()
        .flatMap(
            table ->
                table.columns().stream()
                    .filter(
                        each ->
                            keptTables.contains(table.name())
                                || keptColumns.contains(
                                    new Sequence.Owner(table.name(), each.name()))));
  }

  private static boolean mentions(Column column, String name) {
    String text = column.serverDefault();
    return text != null
        && ExpressionNames.of(text).literals().stream().anyMatch(each -> each.contains(name));
  }

  private boolean holds(String schema) {
    return keptObjects.holds(schema)
        || keptTables.stream().anyMatch(each -> schema.equals(each.schema()))
        || kept.stream()
            .anyMatch(
                each ->
                    (each instanceof EnumOperation.Drop type
                            && schema.equals(type.type().name().schema()))
                        || (each instanceof SequenceOperation.Drop sequence
                            && schema.equals(sequence.sequence().name().schema()))
                        || (each instanceof ObjectOperation.Drop object
                            && schema.equals(object.object().reference().name().schema())))
        || database.uncovered().stream().anyMatch(each -> schema.equals(each.name().schema()));
  }

  private void refuseUnknownReleases(List<Operation> operations) {
    Set<String> droppable = new TreeSet<>(others);
    for (DropTier tier : DropTier.values()) {
      operations.stream()
          .map(each -> DropTier.object(each, tier))
          .flatMap(Optional::stream)
          .map(ObjectName::text)
          .forEach(droppable::add);
    }
    Set<String> unknown = new TreeSet<>(drops.released());
    unknown.removeAll(droppable);
    if (!unknown.isEmpty()) {
      String first = Objects.requireNonNull(unknown.iterator().next());
      throw new UsageException(
          Problem.of(
                  MigrationCode.NOTHING_TO_DROP,
                  "cannot drop \"" + String.join("\", \"", unknown) + "\"")
              .found(
                  "nothing of that name that the database has and the model does not"
                      + Suggestion.phrase(first, droppable))
              .expected(
                  droppable.isEmpty()
                      ? "no drop at all: nothing is superfluous"
                      : "one of " + String.join(", ", droppable))
              .fix(
                  droppable.isEmpty()
                      ? "leave the name out of -Dorm.drop"
                      : "give -Dorm.drop one of these names, or leave it out"));
    }
  }
}
