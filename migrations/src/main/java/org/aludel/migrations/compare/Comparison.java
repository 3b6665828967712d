package org.aludel.migrations.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.aludel.migrations.operation.ColumnOperation;
import org.aludel.migrations.operation.EnumOperation;
import org.aludel.migrations.operation.ObjectOperation;
import org.aludel.migrations.operation.Operation;
import org.aludel.schema.MetaData;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.SchemaObject;
import org.aludel.schema.Table;
import org.aludel.schema.UncoveredObject;

/**
 * Compares a database with a model. Both must come from the same inspector, or the model must
 * already use the database's spelling of expressions: texts are compared as they are.
 *
 * <pre>{@code
 * Differences differences = Comparison.compare(live, wanted, CompareOptions.of(quoter, "public"));
 * }</pre>
 */
public final class Comparison {
  private Comparison() {}

  /**
   * What leads from the database to the model: renames first, then kind by kind in the order of
   * names; equal input gives equal output. Pure.
   *
   * @throws org.aludel.error.RevisionException MIG-AMBIGUOUS-RENAME for a hint that fits no object
   *     or several
   * @throws org.aludel.error.UsageException MIG-NOTHING-TO-DROP for a released name that is no drop
   */
  public static Differences compare(MetaData database, MetaData model, CompareOptions options) {
    ComparedSides sides = ComparedSides.of(database, model, options);
    MetaData seen = sides.database();
    Renaming renaming = Renaming.of(seen, sides.model(), options);
    MetaData found = renaming.database();
    CompareOptions.Drops policy = options.drops().after(renaming.operations(), options.quoter());
    HeldAttributes held = HeldAttributes.of(found, sides.model(), policy);
    MetaData wanted = held.model(sides.model());
    List<Operation> all = new ArrayList<>(renaming.drops());
    all.addAll(renaming.operations());
    all.addAll(NamespaceComparator.compare(found, wanted));
    all.addAll(ExtensionComparator.compare(found, wanted));
    all.addAll(EnumComparator.compare(seen, found, wanted));
    all.addAll(SequenceComparator.compare(found, wanted));
    all.addAll(TableComparator.compare(found, wanted, options.additions().columns()));
    all.addAll(ObjectComparator.compare(found, wanted));
    all.addAll(PrivilegeComparator.compare(found, wanted));
    all = new OwnComparators(options).heard(all, found, wanted);
    DropFilter drops =
        new DropFilter(withHidden(database, renaming, seen), wanted, policy, held.droppable());
    List<Operation> remaining = drops.apply(defaultsAroundExchanges(all), found);
    GrantFilter grants =
        GrantFilter.of(renaming.withOriginals(remaining), options.drops().ownership());
    EqualContent equal = new EqualContent(options.quoter());
    List<Operation> folded = equal.folded(grants.remaining());
    return new Differences(
        RenameEffect.after(unseen(folded, renaming), renaming.without(remaining), options.quoter()),
        wanted,
        folded,
        joined(drops.pending(), held.pending()),
        joined(joined(drops.unmanaged(), held.unmanaged()), grants.unmanaged()),
        uncovered(database, model, options),
        LookAlikes.in(all, equal));
  }

  private static List<Operation> joined(
      List<? extends Operation> some, List<? extends Operation> others) {
    return Stream.<Operation>concat(some.stream(), others.stream()).toList();
  }

  /** Renames that nobody gave word of; the others have been done. */
  private static List<Operation> unseen(List<Operation> operations, Renaming renaming) {
    return operations.stream()
        .filter(each -> each instanceof ObjectOperation.Rename)
        .filter(each -> !renaming.operations().contains(each))
        .toList();
  }

  /** The seen part after the renames, and the rest as it is. */
  private static MetaData withHidden(MetaData database, Renaming renaming, MetaData seen) {
    List<Table> tables = new ArrayList<>(renaming.database().tables());
    database.tables().stream()
        .filter(each -> seen.table(each.name()).isEmpty())
        .forEach(tables::add);
    return database
        .copy()
        .tables(tables)
        .dependencies(renaming.database().dependencies())
        .views(rest(database.views(), renaming.drops()))
        .definedObjects(rest(database.definedObjects(), renaming.drops()))
        .build();
  }

  private static <T extends SchemaObject> List<T> rest(List<T> objects, List<Operation> drops) {
    return objects.stream()
        .filter(each -> drops.stream().noneMatch(new ObjectOperation.Drop(each)::equals))
        .toList();
  }

  /**
   * A default of an enum type that is exchanged is dropped before the exchange and set after it,
   * since it cannot be of both types at once.
   */
  private static List<Operation> defaultsAroundExchanges(List<Operation> operations) {
    List<EnumOperation.Change> exchanges =
        operations.stream()
            .filter(EnumOperation.Change.class::isInstance)
            .map(EnumOperation.Change.class::cast)
            .toList();
    if (exchanges.isEmpty()) {
      return operations;
    }
    List<Operation> split = new ArrayList<>();
    for (Operation operation : operations) {
      split.addAll(
          exchanges.stream().anyMatch(each -> converts(each, operation))
              ? withoutDefault(operation)
              : List.of(operation));
    }
    return split;
  }

  /** Whether the exchange converts the column whose default or type changes. */
  private static boolean converts(EnumOperation.Change exchange, Operation operation) {
    if (operation instanceof ColumnOperation.AlterDefault change) {
      return change.from() != null && converts(exchange, change.table(), change.column());
    }
    return operation instanceof ColumnOperation.AlterType change
        && change.from().serverDefault() != null
        && converts(exchange, change.table(), change.column());
  }

  private static boolean converts(
      EnumOperation.Change exchange, QualifiedName table, String column) {
    return exchange.uses().columns().stream()
        .anyMatch(use -> use.table().equals(table) && use.column().name().equals(column));
  }

  /** A step that drops the default, and what remains to be done then. */
  private static List<Operation> withoutDefault(Operation operation) {
    if (operation instanceof ColumnOperation.AlterType change) {
      return List.of(
          new ColumnOperation.AlterDefault(
              change.table(), change.column(), change.from().serverDefault(), null),
          new ColumnOperation.AlterType(
              change.table(), change.column(), change.from().withoutDefault(), change.to()));
    }
    if (operation instanceof ColumnOperation.AlterDefault change && change.to() != null) {
      return List.of(
          new ColumnOperation.AlterDefault(change.table(), change.column(), change.from(), null),
          new ColumnOperation.AlterDefault(change.table(), change.column(), null, change.to()));
    }
    return List.of(operation);
  }

  private static List<UncoveredObject> uncovered(
      MetaData database, MetaData model, CompareOptions options) {
    return Stream.concat(database.uncovered().stream(), model.uncovered().stream())
        .filter(each -> !options.exclusions().excludes(each, options.defaultSchema()))
        .distinct()
        .sorted(Comparator.comparing(UncoveredObject::kind).thenComparing(UncoveredObject::name))
        .toList();
  }
}
