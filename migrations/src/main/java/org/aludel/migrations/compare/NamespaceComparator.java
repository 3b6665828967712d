package org.aludel.migrations.compare;

import java.util.ArrayList;
import java.util.List;
import org.aludel.ddl.CommentTarget;
import org.aludel.migrations.operation.NamespaceOperation;
import org.aludel.migrations.operation.Operation;
import org.aludel.schema.MetaData;
import org.aludel.schema.Namespace;

/** Finds schemas that came, went or have another comment. */
final class NamespaceComparator {
  private NamespaceComparator() {}

  static List<Operation> compare(MetaData database, MetaData model) {
    Matched<Namespace> match =
        Matched.byName(database.namespaces(), model.namespaces(), Namespace::name);
    List<Operation> found = new ArrayList<>();
    match.modelOnly().forEach(each -> found.add(new NamespaceOperation.Create(each)));
    match
        .pairs()
        .forEach(
            pair ->
                CommentComparator.compare(
                        CommentTarget.schema(pair.model().name()),
                        pair.database().comment(),
                        pair.model().comment())
                    .ifPresent(found::add));
    match.databaseOnly().forEach(each -> found.add(new NamespaceOperation.Drop(each)));
    return found;
  }
}
