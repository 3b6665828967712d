package org.aludel.migrations.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.aludel.ddl.CommentTarget;
import org.aludel.migrations.operation.Operation;
import org.aludel.migrations.operation.SequenceOperation;
import org.aludel.migrations.rebuild.RebuiltTables;
import org.aludel.schema.MetaData;
import org.aludel.schema.Sequence;

/**
 * Finds sequences that came, went or have other options or owners. One that comes or goes with the
 * column that owns it belongs to the operation on that column or its table.
 */
final class SequenceComparator {
  private SequenceComparator() {}

  static List<Operation> compare(MetaData database, MetaData model) {
    Matched<Sequence> match =
        Matched.byName(database.sequences(), model.sequences(), Sequence::name);
    List<Operation> found = new ArrayList<>();
    match.modelOnly().stream()
        .filter(each -> !comesWithColumn(each, database, model))
        .forEach(each -> create(each, found));
    match.pairs().forEach(pair -> found.addAll(compare(pair.database(), pair.model())));
    match.databaseOnly().stream()
        .filter(each -> !comesWithColumn(each, model, database))
        .forEach(each -> drop(each, found));
    return found;
  }

  /** The owner comes last: only then the column has the type that the sequence counts. */
  private static void create(Sequence sequence, List<Operation> found) {
    found.add(new SequenceOperation.Create(sequence.withOwner(null)));
    if (sequence.owner() != null) {
      found.add(new SequenceOperation.ChangeOwner(sequence.name(), null, sequence.owner()));
    }
  }

  private static void drop(Sequence sequence, List<Operation> found) {
    if (sequence.owner() != null) {
      found.add(new SequenceOperation.ChangeOwner(sequence.name(), sequence.owner(), null));
    }
    found.add(new SequenceOperation.Drop(sequence.withOwner(null)));
  }

  private static List<Operation> compare(Sequence database, Sequence model) {
    List<Operation> found = new ArrayList<>();
    if (!database.dataType().equals(model.dataType())
        || !database.options().equals(model.options())
        || database.unlogged() != model.unlogged()) {
      Sequence wanted =
          new Sequence(
              model.name(),
              model.dataType(),
              model.options(),
              database.owner(),
              database.comment(),
              model.unlogged());
      found.add(new SequenceOperation.Alter(database, wanted));
    }
    if (!Objects.equals(database.owner(), model.owner())) {
      found.add(new SequenceOperation.ChangeOwner(model.name(), database.owner(), model.owner()));
    }
    CommentComparator.compare(
            CommentTarget.sequence(model.name()), database.comment(), model.comment())
        .ifPresent(found::add);
    return found;
  }

  /** The sequences of {@code side} that a column owns and the other side does not have at all. */
  static List<Sequence> ownedBy(MetaData side, MetaData other, Sequence.Owner owner) {
    return side.sequences().stream()
        .filter(each -> owner.equals(each.owner()))
        .filter(each -> !contains(other, each))
        .toList();
  }

  private static boolean contains(MetaData side, Sequence sequence) {
    return side.sequences().stream().anyMatch(each -> each.name().equals(sequence.name()));
  }

  /** Sequences that belong to operations on the columns that own them. */
  static RebuiltTables.ComingSequences comingWithColumns(MetaData database, MetaData model) {
    Matched<Sequence> match =
        Matched.byName(database.sequences(), model.sequences(), Sequence::name);
    return new RebuiltTables.ComingSequences(
        match.databaseOnly().stream()
            .filter(each -> comesWithColumn(each, model, database))
            .toList(),
        match.modelOnly().stream().filter(each -> comesWithColumn(each, database, model)).toList());
  }

  /** Whether the owner of a sequence is missing in {@code from} and there in {@code to}. */
  private static boolean comesWithColumn(Sequence sequence, MetaData from, MetaData to) {
    Sequence.Owner owner = sequence.owner();
    if (owner == null || !hasColumn(to, owner) || hasColumn(from, owner)) {
      return false;
    }
    boolean wholeTable = from.table(owner.table()).isEmpty();
    return wholeTable || ownedBy(to, from, owner).get(0).equals(sequence);
  }

  private static boolean hasColumn(MetaData side, Sequence.Owner owner) {
    return side.table(owner.table()).flatMap(each -> each.column(owner.column())).isPresent();
  }
}
