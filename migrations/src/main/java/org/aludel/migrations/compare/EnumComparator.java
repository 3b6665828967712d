package org.aludel.migrations.compare;

import java.util.ArrayList;
import java.util.List;
import org.aludel.ddl.CommentTarget;
import org.aludel.migrations.operation.EnumOperation;
import org.aludel.migrations.operation.Operation;
import org.aludel.schema.EnumType;
import org.aludel.schema.MetaData;

/**
 * Finds enum types that came, went or have other labels. Labels that were only added are added one
 * by one; anything else exchanges the type.
 */
final class EnumComparator {
  private EnumComparator() {}

  static List<Operation> compare(MetaData database, MetaData model) {
    Matched<EnumType> match = Matched.byName(database.enums(), model.enums(), EnumType::name);
    List<Operation> found = new ArrayList<>();
    match.modelOnly().forEach(each -> found.add(new EnumOperation.Create(each)));
    for (Matched.Pair<EnumType> pair : match.pairs()) {
      EnumType from = pair.database();
      EnumType to = pair.model();
      found.addAll(labels(from, to, database, model));
      CommentComparator.compare(CommentTarget.enumType(to.name()), from.comment(), to.comment())
          .ifPresent(found::add);
    }
    match.databaseOnly().forEach(each -> found.add(new EnumOperation.Drop(each)));
    return found;
  }

  private static List<Operation> labels(
      EnumType from, EnumType to, MetaData database, MetaData model) {
    if (from.labels().equals(to.labels())) {
      return List.of();
    }
    EnumUsage usage = new EnumUsage(from, database);
    List<String> kept = new ArrayList<>(to.labels());
    kept.retainAll(from.labels());
    if (!kept.equals(from.labels())) {
      EnumType wanted = new EnumType(to.name(), to.labels(), from.comment());
      return List.of(new EnumOperation.Change(from, wanted, usage.keptIn(model)));
    }
    List<Operation> found = new ArrayList<>();
    EnumType at = from;
    for (int index = 0; index < to.labels().size(); index++) {
      String label = to.labels().get(index);
      if (!from.labels().contains(label)) {
        EnumOperation.AddValue added = new EnumOperation.AddValue(at, label, index, usage.uses());
        found.add(added);
        at = added.to();
      }
    }
    return found;
  }
}
