package org.aludel.migrations.compare;

import java.util.List;
import java.util.Optional;
import org.aludel.migrations.handover.TwoNames;
import org.aludel.migrations.operation.ColumnOperation;
import org.aludel.migrations.operation.EnumOperation;
import org.aludel.migrations.operation.ObjectOperation;
import org.aludel.migrations.operation.Operation;
import org.aludel.migrations.operation.SequenceOperation;
import org.aludel.migrations.operation.TableOperation;
import org.aludel.schema.MetaData;

/** Tries one hint on a database; empty when the rename has been done or has nothing to act on. */
final class RenameAttempt implements RenameHint.Visitor<Optional<Operation>> {
  private final MetaData database;
  private final MetaData model;
  private final String defaultSchema;

  RenameAttempt(MetaData database, MetaData model, String defaultSchema) {
    this.database = database;
    this.model = model;
    this.defaultSchema = defaultSchema;
  }

  private Optional<Operation> attempt(RenameHint hint, Operation rename) {
    boolean acts =
        hint.accept(NamedSide.old(database))
            && !hint.accept(NamedSide.renamed(database))
            && hint.accept(NamedSide.renamed(model));
    return acts ? Optional.of(rename) : Optional.empty();
  }

  @Override
  public Optional<Operation> visitTable(RenameHint.OfTable hint) {
    return attempt(hint, new TableOperation.Rename(hint.from(), hint.to()));
  }

  @Override
  public Optional<Operation> visitColumn(RenameHint.OfColumn hint) {
    return attempt(hint, new ColumnOperation.Rename(hint.table(), hint.from(), hint.to()));
  }

  @Override
  public Optional<Operation> visitSequence(RenameHint.OfSequence hint) {
    return attempt(hint, new SequenceOperation.Rename(hint.from(), hint.to()));
  }

  @Override
  public Optional<Operation> visitEnumValue(RenameHint.OfEnumValue hint) {
    return attempt(hint, new EnumOperation.RenameValue(hint.type(), hint.from(), hint.to()));
  }

  @Override
  public Optional<Operation> visitObject(RenameHint.OfObject hint) {
    return attempt(hint, new ObjectOperation.Rename(hint.from(), hint.to()));
  }

  /** Every reading of the text is tried; one must fit, now or because it has been done. */
  @Override
  public Optional<Operation> visitAny(RenameHint.OfAny hint) {
    RenameText text = RenameText.of(hint.text(), defaultSchema);
    List<RenameHint> readings = text.readings(database, model);
    List<Operation> fitting =
        readings.stream().map(each -> each.accept(this)).flatMap(Optional::stream).toList();
    if (fitting.size() == 1) {
      return Optional.of(fitting.get(0));
    }
    RenameRefusal refusal = new RenameRefusal(text, database, model);
    if (fitting.size() > 1) {
      throw refusal.ambiguous(fitting);
    }
    if (readings.stream().noneMatch(this::alreadyDone)) {
      throw refusal.unfit(readings);
    }
    return Optional.empty();
  }

  private boolean isUnderTwoNames(RenameHint hint) {
    return hint instanceof RenameHint.OfColumn column
        && TwoNames.in(database).contains(new TwoNames(column.table(), column.from(), column.to()));
  }

  /** The new name is there; the old one may be that of another object by now, which stays. */
  private boolean alreadyDone(RenameHint hint) {
    return hint.accept(NamedSide.renamed(database))
        && (isUnderTwoNames(hint)
            || !hint.accept(NamedSide.old(database))
            || hint.accept(NamedSide.old(model)));
  }
}
