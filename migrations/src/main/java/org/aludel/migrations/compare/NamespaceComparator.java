package org.aludel.migrations.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.aludel.ddl.CommentTarget;
import org.aludel.migrations.operation.NamespaceOperation;
import org.aludel.migrations.operation.Operation;
import org.aludel.schema.MetaData;
import org.aludel.schema.Namespace;
import org.jspecify.annotations.Nullable;

/** Finds schemas that came, went or have another comment. */
final class NamespaceComparator {
  private NamespaceComparator() {}

  static List<Operation> compare(MetaData database, MetaData model) {
    Matched<Namespace> match = Matched.byName(created(database), created(model), Namespace::name);
    List<Operation> found = new ArrayList<>(everywhere(database, model));
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

  private static List<Namespace> created(MetaData side) {
    return side.namespaces().stream().filter(each -> !each.inEveryDatabase()).toList();
  }

  /** Of a schema that is in every database only the comment may differ. */
  private static List<Operation> everywhere(MetaData database, MetaData model) {
    TreeSet<String> names = new TreeSet<>();
    Stream.of(database, model)
        .flatMap(side -> side.namespaces().stream())
        .filter(Namespace::inEveryDatabase)
        .forEach(each -> names.add(each.name()));
    return names.stream()
        .flatMap(
            name ->
                CommentComparator.compare(
                    CommentTarget.schema(name), comment(database, name), comment(model, name))
                    .stream())
        .toList();
  }

  /** An empty comment stands for one that was removed. Source: PostgreSQL's template databases. */
  private static @Nullable String comment(MetaData side, String schema) {
    String usual = schema.equals("public") ? "standard public schema" : null;
    return side.namespaces().stream()
        .filter(each -> each.name().equals(schema))
        .map(Namespace::comment)
        .findFirst()
        .map(each -> each.isEmpty() ? null : each)
        .orElse(
            side.namespaces().stream().anyMatch(each -> each.name().equals(schema)) ? null : usual);
  }
}
