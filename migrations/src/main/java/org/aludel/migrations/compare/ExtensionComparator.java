package org.aludel.migrations.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.aludel.ddl.CommentTarget;
import org.aludel.migrations.operation.ExtensionOperation;
import org.aludel.migrations.operation.Operation;
import org.aludel.schema.Extension;
import org.aludel.schema.MetaData;

/**
 * Finds extensions that came, went, moved or have another version or comment. A version that the
 * model leaves open is never a difference.
 */
final class ExtensionComparator {
  private ExtensionComparator() {}

  static List<Operation> compare(MetaData database, MetaData model) {
    Matched<Extension> match =
        Matched.byName(database.extensions(), model.extensions(), Extension::name);
    List<Operation> found = new ArrayList<>();
    match.modelOnly().forEach(each -> found.add(new ExtensionOperation.Create(each)));
    match.pairs().forEach(pair -> found.addAll(compare(pair.database(), pair.model())));
    match.databaseOnly().forEach(each -> found.add(new ExtensionOperation.Drop(each)));
    return found;
  }

  private static List<Operation> compare(Extension database, Extension model) {
    List<Operation> found = new ArrayList<>();
    if (!Objects.equals(database.schema(), model.schema())) {
      found.add(new ExtensionOperation.Move(model.name(), database.schema(), model.schema()));
    }
    String version = database.version();
    String wanted = model.version();
    if (version != null && wanted != null && !version.equals(wanted)) {
      found.add(new ExtensionOperation.Update(model.name(), version, wanted));
    }
    CommentComparator.compare(
            CommentTarget.extension(model.name()), database.comment(), model.comment())
        .ifPresent(found::add);
    return found;
  }
}
