package org.aludel.migrations.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
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
    for (RenameHint written : byKind(options.renames(), options.defaultSchema())) {
      RenameHint hint = following(written, at, model, options);
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
  private static List<RenameHint> byKind(List<RenameHint> hints, String defaultSchema) {
    List<RenameHint> sorted = new ArrayList<>(hints);
    sorted.sort(Comparator.comparing(each -> isWhole(each, defaultSchema) ? 0 : 1));
    return sorted;
  }

  /** A column that is named by the old name of its table, which has its new one by then. */
  private static RenameHint following(
      RenameHint hint, MetaData at, MetaData model, CompareOptions options) {
    if (!(hint instanceof RenameHint.OfAny any)) {
      return hint;
    }
    List<RenameHint.OfTable> renamed =
        options.renames().stream()
            .flatMap(each -> tables(each, at, model, options.defaultSchema()))
            .filter(each -> at.table(each.from()).isEmpty() && at.table(each.to()).isPresent())
            .toList();
    return new RenameHint.OfAny(
        RenameText.of(any.text(), options.defaultSchema()).following(renamed).text());
  }

  private static Stream<RenameHint.OfTable> tables(
      RenameHint hint, MetaData at, MetaData model, String defaultSchema) {
    Stream<RenameHint> readings =
        hint instanceof RenameHint.OfAny any
            ? RenameText.of(any.text(), defaultSchema).readings(at, model).stream()
            : Stream.of(hint);
    return readings
        .filter(RenameHint.OfTable.class::isInstance)
        .map(RenameHint.OfTable.class::cast);
  }

  private static boolean isWhole(RenameHint hint, String defaultSchema) {
    return hint instanceof RenameHint.OfTable
        || (hint instanceof RenameHint.OfAny any
            && RenameText.of(any.text(), defaultSchema).isWhole())
        || (hint instanceof RenameHint.OfObject object && !object.from().kind().isPart());
  }
}
