package org.aludel.migrations.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.aludel.ddl.CommentTarget;
import org.aludel.migrations.operation.IndexOperation;
import org.aludel.migrations.operation.Operation;
import org.aludel.schema.ConstraintName;
import org.aludel.schema.Index;
import org.aludel.schema.QualifiedName;

/** Finds indexes of a pair of tables that came, went, changed or have another name. */
final class IndexComparator {
  private IndexComparator() {}

  static List<Operation> compare(QualifiedName table, List<Index> database, List<Index> model) {
    List<Operation> found = new ArrayList<>();
    ContentMatch<Index> match =
        ContentMatch.of(database, model, Index::name, IndexComparator::content);
    match.databaseOnly().forEach(each -> found.add(new IndexOperation.Drop(table, each)));
    match.pairs().forEach(pair -> found.addAll(compare(table, pair)));
    match.modelOnly().forEach(each -> found.add(new IndexOperation.Create(table, each)));
    return found;
  }

  private static List<Operation> compare(QualifiedName table, ContentMatch.Pair<Index> pair) {
    List<Operation> found = new ArrayList<>();
    String name = pair.database().name().text();
    if (ContentMatch.renamed(pair, Index::name)) {
      name = pair.model().name().text();
      found.add(new IndexOperation.Rename(table, pair.database(), name));
    }
    if (!pair.database().statisticsTargets().equals(pair.model().statisticsTargets())) {
      Index from = pair.database().withName(new ConstraintName(name, true));
      found.add(
          new IndexOperation.AlterStatistics(
              table, from, from.withStatisticsTargets(pair.model().statisticsTargets())));
    }
    CommentTarget target = CommentTarget.index(new QualifiedName(table.schema(), name));
    CommentComparator.compare(target, pair.database().comment(), pair.model().comment())
        .ifPresent(found::add);
    return found;
  }

  /** All but name and comment; an invalid index equals no valid one, so that it is built anew. */
  static List<Object> content(Index index) {
    return Arrays.asList(
        index.unique(),
        index.method(),
        index.elements(),
        index.include(),
        index.predicate(),
        index.nullsNotDistinct(),
        index.storage(),
        index.valid(),
        index.attached());
  }
}
