package org.aludel.migrations.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aludel.migrations.operation.ObjectOperation;
import org.aludel.migrations.operation.Operation;
import org.aludel.schema.MetaData;
import org.aludel.schema.SchemaObject;

/**
 * Renames by hint, done before anything else is compared, so that every other operation speaks of
 * the new names.
 *
 * @param database as it is after the renames
 * @param operations the renames, in the order of the hints; tables before columns
 * @param drops what has to make way for them; the model has it in a form with the new names
 * @param originals what follows them and may be dropped, as it was before them
 */
record Renaming(
    MetaData database,
    List<Operation> operations,
    List<Operation> drops,
    Map<Operation, Operation> originals) {
  Renaming {
    originals = Map.copyOf(originals);
  }

  /**
   * The same operations, but what is dropped goes before the renames, so that the way back creates
   * it after them, from its own text: how the server spells what followed a rename is not known.
   */
  List<Operation> withOriginals(List<Operation> found) {
    return found.stream().map(each -> originals.getOrDefault(each, each)).toList();
  }

  /** The database after the renames without what has gone before them. */
  MetaData without(List<Operation> remaining) {
    Set<Operation> gone = new HashSet<>(remaining);
    gone.retainAll(originals.keySet());
    return gone.isEmpty()
        ? database
        : database
            .copy()
            .views(rest(database.views(), gone))
            .definedObjects(rest(database.definedObjects(), gone))
            .build();
  }

  private static <T extends SchemaObject> List<T> rest(List<T> objects, Set<Operation> gone) {
    return objects.stream().filter(each -> !gone.contains(new ObjectOperation.Drop(each))).toList();
  }

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
      return new Renaming(at, List.of(), List.of(), Map.of());
    }
    return RenamedDependants.of(database, at, model, operations, options.quoter());
  }

  /** What is part of something names it as it is after its own rename. */
  private static List<RenameHint> byKind(List<RenameHint> hints) {
    List<RenameHint> sorted = new ArrayList<>(hints);
    sorted.sort(Comparator.comparing(each -> isWhole(each) ? 0 : 1));
    return sorted;
  }

  private static boolean isWhole(RenameHint hint) {
    return hint instanceof RenameHint.OfTable
        || (hint instanceof RenameHint.OfObject object && !object.from().kind().isPart());
  }
}
