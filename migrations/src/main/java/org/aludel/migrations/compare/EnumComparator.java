package org.aludel.migrations.compare;

import java.util.ArrayList;
import java.util.List;
import org.aludel.ddl.CommentTarget;
import org.aludel.migrations.operation.EnumOperation;
import org.aludel.migrations.operation.EnumUses;
import org.aludel.migrations.operation.Operation;
import org.aludel.schema.EnumType;
import org.aludel.schema.MetaData;
import org.aludel.schema.QualifiedName;

/**
 * Finds enum types that came, went or have other labels. Labels that were only added are added one
 * by one, before anything else is done, so by the names before all renames; anything else exchanges
 * the type.
 */
final class EnumComparator {
  private final MetaData before;
  private final MetaData database;
  private final MetaData model;

  private EnumComparator(MetaData before, MetaData database, MetaData model) {
    this.before = before;
    this.database = database;
    this.model = model;
  }

  /**
   * @param before the database before the renames
   * @param database the database after them
   */
  static List<Operation> compare(MetaData before, MetaData database, MetaData model) {
    return new EnumComparator(before, database, model).run();
  }

  private List<Operation> run() {
    Matched<EnumType> match = Matched.byName(database.enums(), model.enums(), EnumType::name);
    List<Operation> found = new ArrayList<>();
    match.modelOnly().forEach(each -> found.add(new EnumOperation.Create(each)));
    for (Matched.Pair<EnumType> pair : match.pairs()) {
      EnumType from = pair.database();
      EnumType to = pair.model();
      found.addAll(labels(from, to));
      CommentComparator.compare(CommentTarget.enumType(to.name()), from.comment(), to.comment())
          .ifPresent(found::add);
    }
    match.databaseOnly().forEach(each -> found.add(new EnumOperation.Drop(each)));
    return found;
  }

  private List<Operation> labels(EnumType from, EnumType to) {
    if (from.labels().equals(to.labels())) {
      return List.of();
    }
    List<String> kept = new ArrayList<>(to.labels());
    kept.retainAll(from.labels());
    List<String> added = new ArrayList<>(to.labels());
    added.removeAll(from.labels());
    EnumType old = old(from);
    boolean taken = added.stream().anyMatch(old.labels()::contains);
    return kept.equals(from.labels()) && !taken
        ? additions(old, to, added)
        : List.of(
            new EnumOperation.Change(
                from,
                new EnumType(to.name(), to.labels(), from.comment()),
                new EnumUsage(from, database).keptIn(model)));
  }

  /** The type before it or its labels were renamed; their places are the same. */
  private EnumType old(EnumType type) {
    List<QualifiedName> known = database.enums().stream().map(EnumType::name).toList();
    return before.enums().stream()
        .filter(each -> each.name().equals(type.name()))
        .findFirst()
        .or(
            () ->
                before.enums().stream()
                    .filter(each -> !known.contains(each.name()))
                    .filter(each -> each.labels().equals(type.labels()))
                    .findFirst())
        .orElse(type);
  }

  private List<Operation> additions(EnumType old, EnumType to, List<String> added) {
    EnumUses uses = new EnumUsage(old, before).uses();
    List<Operation> found = new ArrayList<>();
    EnumType at = old;
    for (String label : added) {
      EnumOperation.AddValue next =
          new EnumOperation.AddValue(at, label, to.labels().indexOf(label), uses);
      found.add(next);
      at = next.to();
    }
    return found;
  }
}
