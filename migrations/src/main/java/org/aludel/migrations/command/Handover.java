package org.aludel.migrations.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.aludel.migrations.compare.CompareOptions;
import org.aludel.migrations.compare.Comparison;
import org.aludel.migrations.compare.Differences;
import org.aludel.migrations.compare.RenameHint;
import org.aludel.migrations.handover.Expandable;
import org.aludel.migrations.handover.Expansion;
import org.aludel.migrations.handover.OldTable;
import org.aludel.migrations.handover.TwoNames;
import org.aludel.migrations.lint.Hazard;
import org.aludel.migrations.operation.ColumnOperation;
import org.aludel.migrations.operation.ObjectOperation;
import org.aludel.migrations.operation.Operation;
import org.aludel.migrations.operation.TableOperation;
import org.aludel.schema.MetaData;

/**
 * What becomes of renames of tables and columns that an application uses meanwhile: both names are
 * there afterwards, until a later revision drops the old one.
 *
 * @param first from the database to where both names are there
 * @param last from there to the model with the old names besides
 * @param tables renamed tables, with a view under the old name
 */
record Handover(
    Differences first,
    Differences last,
    List<ColumnOperation.Rename> columns,
    List<OldTable> tables) {
  Handover {
    columns = List.copyOf(columns);
    tables = List.copyOf(tables);
  }

  /**
   * Empty where no table or column is renamed.
   *
   * @throws org.aludel.error.RevisionException MIG-RENAME-NOT-ONLINE naming what cannot be there
   *     under two names
   */
  static Optional<Handover> of(MetaData live, Differences found, CompareOptions rules) {
    List<ColumnOperation.Rename> columns = of(found, ColumnOperation.Rename.class);
    List<OldTable> tables =
        of(found, TableOperation.Rename.class).stream()
            .map(each -> new OldTable(each.from(), each.to()))
            .toList();
    return columns.isEmpty() && tables.isEmpty()
        ? Optional.empty()
        : Optional.of(of(live, found, rules, columns, tables));
  }

  private static Handover of(
      MetaData live,
      Differences found,
      CompareOptions rules,
      List<ColumnOperation.Rename> columns,
      List<OldTable> tables) {
    CompareOptions tablesOnly =
        rules.withRenames(hints(tables)).withDrops(CompareOptions.Drops.allowed());
    Differences renamed = Comparison.compare(live, found.model(), tablesOnly);
    requireNothingInTheWay(renamed, tables);
    List<TwoNames> pairs =
        columns.stream().map(each -> new TwoNames(each.table(), each.from(), each.to())).toList();
    Expandable expandable = new Expandable(renamed.database(), found.model());
    tables.forEach(expandable::require);
    pairs.forEach(expandable::require);
    Expansion expansion = new Expansion(pairs, tables, rules.quoter());
    MetaData both = expansion.first(renamed.database(), live);
    MetaData wanted = expansion.last(found.model(), renamed.database(), live);
    return new Handover(
        Comparison.compare(live, both, tablesOnly),
        Comparison.compare(both, wanted, rules),
        columns,
        tables);
  }

  private static <T extends Operation> List<T> of(Differences found, Class<T> kind) {
    return found.operations().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  private static List<RenameHint> hints(List<OldTable> tables) {
    return tables.stream()
        .map(each -> new RenameHint.OfTable(each.old(), each.table()))
        .map(RenameHint.class::cast)
        .toList();
  }

  /** What the server would spell otherwise after the rename is created anew, which others see. */
  private static void requireNothingInTheWay(Differences renamed, List<OldTable> tables) {
    for (ObjectOperation.Drop drop : of(renamed, ObjectOperation.Drop.class)) {
      boolean makesWay = renamed.database().object(drop.object().reference()).isEmpty();
      if (makesWay && !tables.isEmpty()) {
        OldTable table = tables.get(0);
        throw Expandable.refused(
            "table " + table.old(),
            table.table().toString(),
            drop.object().reference() + " stands on it");
      }
    }
  }

  /** What it is about, for a title. */
  List<Operation> renames() {
    List<Operation> renames = new ArrayList<>(of(first, TableOperation.Rename.class));
    renames.addAll(columns);
    return renames;
  }

  /** New columns as a list of losses writes them: what they hold the old ones hold too. */
  Set<String> newNames() {
    return columns.stream().map(each -> each.table() + "." + each.to()).collect(Collectors.toSet());
  }

  /** What is to be known of each rename instead of D01 and D02. */
  List<Hazard> hazards() {
    List<Hazard> hazards = new ArrayList<>();
    for (TableOperation.Rename each : of(first, TableOperation.Rename.class)) {
      hazards.add(
          new Hazard(
              "D01",
              each,
              "old code goes on through a view under the old name",
              "release it when nobody uses it: -Dorm.drop=" + each.from()));
    }
    for (ColumnOperation.Rename each : columns) {
      hazards.add(
          new Hazard(
              "D02",
              each,
              "a trigger keeps the old and the new column in step",
              "release the old one when nobody uses it: -Dorm.drop="
                  + each.table()
                  + "."
                  + each.from()));
    }
    return hazards;
  }

  /** Without what the view, the trigger and the fill settle. */
  List<Hazard> without(List<Hazard> found) {
    return found.stream()
        .filter(each -> !each.code().equals("D01"))
        .filter(each -> !(each.code().equals("B04") && isFilled(each.operation())))
        .toList();
  }

  /** Whether NOT NULL comes to the new name of a column that had it. */
  private boolean isFilled(Operation operation) {
    return operation instanceof ColumnOperation.AlterNullability change
        && columns.stream()
            .anyMatch(
                each ->
                    each.table().equals(change.table())
                        && each.to().equals(change.column())
                        && of(last, ColumnOperation.AlterNullability.class).stream()
                            .anyMatch(
                                other ->
                                    other.toNullable()
                                        && other.table().equals(each.table())
                                        && other.column().equals(each.from())));
  }

  /** What a person has to do in the end. */
  List<String> notes() {
    List<String> notes = new ArrayList<>();
    for (OldTable each : tables) {
      notes.add(
          "both names are there; when no application uses "
              + each.old()
              + ": -Dorm.drop="
              + each.old());
    }
    for (ColumnOperation.Rename each : columns) {
      String old = each.table() + "." + each.from();
      notes.add("both names are there; when no application uses " + old + ": -Dorm.drop=" + old);
    }
    return notes;
  }
}
