package org.aludel.migrations.rebuild;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.aludel.error.MigrationCode;
import org.aludel.error.Problem;
import org.aludel.error.RevisionException;
import org.aludel.migrations.operation.ColumnOperation;
import org.aludel.migrations.operation.Operation;
import org.aludel.migrations.operation.RebuildOperation;
import org.aludel.migrations.operation.SchemaWords;
import org.aludel.migrations.operation.SequenceOperation;
import org.aludel.schema.Column;
import org.aludel.schema.MetaData;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.Sequence;
import org.aludel.schema.Table;
import org.jspecify.annotations.Nullable;

/**
 * The tables that must be made anew to become what the model has, and the operations for that. A
 * column that the model lacks comes along, and goes by an operation of its own, so that it is a
 * drop like any other.
 */
public final class RebuiltTables {
  private final MetaData database;
  private final MetaData model;
  private final ComingSequences sequences;
  private final Set<QualifiedName> names = new HashSet<>();
  private final List<Operation> operations = new ArrayList<>();

  /**
   * Sequences that come and go with the column that owns them.
   *
   * @param going those of the database alone
   * @param coming those of the model alone
   */
  public record ComingSequences(List<Sequence> going, List<Sequence> coming) {
    public ComingSequences {
      going = List.copyOf(going);
      coming = List.copyOf(coming);
    }
  }

  private RebuiltTables(MetaData database, MetaData model, ComingSequences sequences) {
    this.database = database;
    this.model = model;
    this.sequences = sequences;
  }

  /**
   * What has to be made anew; nothing where no table is divided otherwise.
   *
   * @throws RevisionException MIG-UNSUPPORTED-OBJECT where something cannot come along
   */
  public static RebuiltTables of(MetaData database, MetaData model, ComingSequences sequences) {
    RebuiltTables tables = new RebuiltTables(database, model, sequences);
    TableGroups.in(database, model).forEach(tables::add);
    return tables;
  }

  /** Whether a table of either side is made anew, or goes into one that is. */
  public boolean contains(QualifiedName table) {
    return names.contains(table);
  }

  public List<Operation> operations() {
    return List.copyOf(operations);
  }

  private void add(TableGroups.Group group) {
    group.before().forEach(each -> each.tree().forEach(one -> names.add(one.name())));
    group.after().forEach(each -> each.tree().forEach(one -> names.add(one.name())));
    refuseHeirsAndRows();
    KeptColumns kept = KeptColumns.of(group.before(), group.after());
    RebuildOperation.Side after =
        new RebuildOperation.Side(kept.tables(), owned(sequences.coming(), null));
    operations.add(
        new RebuildOperation(
            new RebuildOperation.Side(group.before(), owned(sequences.going(), after)), after));
    for (ColumnOperation.Drop each : kept.drops()) {
      Sequence going = going(each);
      operations.add(new ColumnOperation.Drop(each.table(), each.column(), going));
    }
    database.sequences().stream()
        .filter(each -> carriesOver(each, after))
        .forEach(this::exchangeOwner);
  }

  private List<Sequence> owned(List<Sequence> all, RebuildOperation.@Nullable Side kept) {
    return all.stream()
        .filter(each -> each.owner() != null && names.contains(each.owner().table()))
        .filter(each -> kept == null || column(kept, each.owner()) == null)
        .toList();
  }

  private @Nullable Sequence going(ColumnOperation.Drop drop) {
    Sequence.Owner owner = new Sequence.Owner(drop.table(), drop.column().name());
    return sequences.going().stream()
        .filter(each -> owner.equals(each.owner()))
        .findFirst()
        .orElse(null);
  }

  /** A sequence of the same owner on both sides, or of a column that goes later. */
  private boolean carriesOver(Sequence sequence, RebuildOperation.Side after) {
    Sequence.Owner owner = sequence.owner();
    if (owner == null || column(after, owner) == null) {
      return false;
    }
    return sequences.going().contains(sequence)
        || model.sequences().stream()
            .anyMatch(each -> each.name().equals(sequence.name()) && owner.equals(each.owner()));
  }

  /** It would go with the old table. */
  private void exchangeOwner(Sequence sequence) {
    operations.add(new SequenceOperation.ChangeOwner(sequence.name(), sequence.owner(), null));
    operations.add(new SequenceOperation.ChangeOwner(sequence.name(), null, sequence.owner()));
  }

  private static @Nullable Column column(
      RebuildOperation.Side side, Sequence.@Nullable Owner owner) {
    return owner == null
        ? null
        : side.all().stream()
            .filter(each -> each.name().equals(owner.table()))
            .flatMap(each -> each.column(owner.column()).stream())
            .findFirst()
            .orElse(null);
  }

  private void refuseHeirsAndRows() {
    for (Table table : database.tablesAndPartitions()) {
      for (QualifiedName name : names) {
        boolean heir =
            !names.contains(table.name())
                && table.parents().contains(name)
                && model
                    .table(table.name())
                    .filter(each -> each.parents().contains(name))
                    .isPresent();
        boolean rows = table.columns().stream().anyMatch(each -> SchemaWords.isOfType(each, name));
        if (heir || rows) {
          throw new RevisionException(
              Problem.of(
                      MigrationCode.UNSUPPORTED_OBJECT, "cannot make table \"" + name + "\" anew")
                  .found(
                      "table \""
                          + table.name()
                          + (heir ? "\", which inherits from it" : "\" with a column of its type"))
                  .expected("no table that is bound to it by more than foreign keys")
                  .fix("part the two in a revision before"));
        }
      }
    }
  }
}
