package org.aludel.migrations.compare;

import java.util.ArrayList;
import java.util.List;
import org.aludel.migrations.operation.Operation;
import org.aludel.schema.MetaData;

/**
 * Renames by hint, done before anything else is compared, so that every other operation speaks of
 * the new names.
 *
 * @param database as it is after the renames
 * @param operations the renames, in the order of the hints; tables before columns
 * @param drops what has to make way for them; the model has it in a form with the new names
 */
record Renaming(MetaData database, List<Operation> operations, List<Operation> drops) {

  static Renaming of(MetaData database, MetaData model, CompareOptions options) {
    MetaData at = database;
    List<Operation> operations = new ArrayList<>();
    for (RenameHint hint : byKind(options.renames())) {
      RenameAttempt attempt = new RenameAttempt(at, model, options.defaultSchema());
      List<Operation> renamed = hint.accept(attempt).stream().toList();
      operations.addAll(renamed);
      at = RenameEffect.after(renamed, at, options.quoter());
    }
    if (operations.isEmpty()) {
      return new Renaming(at, List.of(), List.of());
    }
    return RenamedDependants.of(database, at, model, operations, options.quoter());
  }

  /** A column's hint names its table as it is after the table's own rename. */
  private static List<RenameHint> byKind(List<RenameHint> hints) {
    List<RenameHint> sorted = new ArrayList<>();
    hints.stream().filter(each -> each instanceof RenameHint.OfTable).forEach(sorted::add);
    hints.stream().filter(each -> !(each instanceof RenameHint.OfTable)).forEach(sorted::add);
    return sorted;
  }
}
