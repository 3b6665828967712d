package org.aludel.migrations.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aludel.migrations.operation.ColumnOperation;
import org.aludel.migrations.operation.IndexOperation;
import org.aludel.migrations.operation.Operation;
import org.aludel.migrations.operation.SchemaWords;
import org.aludel.schema.Index;
import org.aludel.schema.MetaData;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.Table;

/**
 * Indexes of divided tables, and their parts, make way for another type of a column: the server
 * builds them anew under names of its own, and of two equal ones it may take the other.
 */
final class PartitionIndexes {
  private final MetaData before;
  private final MetaData after;
  private final List<Operation> operations;
  private final Exchange exchange;

  private PartitionIndexes(List<Operation> operations, MetaData before, MetaData after) {
    this.before = before;
    this.after = after;
    this.operations = new ArrayList<>(operations);
    this.exchange = new Exchange(this.operations);
  }

  static List<Operation> complete(List<Operation> operations, MetaData before, MetaData after) {
    PartitionIndexes indexes = new PartitionIndexes(operations, before, after);
    for (Operation operation : operations) {
      if (operation instanceof ColumnOperation.AlterType change) {
        indexes.retyped(change.table(), change.column());
      }
    }
    return indexes.operations;
  }

  private void retyped(QualifiedName name, String column) {
    Optional<Table> whole = table(before, name);
    if (whole.isEmpty() || table(after, name).isEmpty()) {
      return;
    }
    List<Table> parts =
        whole.get().tree().stream().filter(each -> !each.name().equals(name)).toList();
    for (Index index : whole.get().indexes()) {
      if (!index.attached()
          && SchemaWords.mentioned(index).contains(column)
          && parts.stream().anyMatch(each -> isAtRisk(each, index))
          && exchange.index(name, index)) {
        parts.forEach(each -> exchange(each, index));
      }
    }
  }

  private static Optional<Table> table(MetaData side, QualifiedName name) {
    return side.tablesAndPartitions().stream().filter(each -> each.name().equals(name)).findFirst();
  }

  /** Whether the server would give other names or take another index. */
  private static boolean isAtRisk(Table part, Index index) {
    return part.indexes().stream()
        .filter(each -> isLike(each, index))
        .anyMatch(each -> !each.attached() || !isNamedByServer(part, each));
  }

  /** Source: PostgreSQL 18, ChooseIndexName. */
  private static boolean isNamedByServer(Table part, Index index) {
    String name = index.name().text();
    return name.startsWith(part.name().name() + "_") && name.endsWith("_idx");
  }

  private void exchange(Table part, Index index) {
    Table wanted = table(after, part.name()).orElse(null);
    if (wanted == null) {
      return;
    }
    for (Index each : part.indexes()) {
      if (isLike(each, index)) {
        if (each.attached()) {
          operations.add(new IndexOperation.LoseTwin(part.name(), each));
          operations.add(new IndexOperation.AddTwin(part.name(), renamed(part.name(), each)));
        } else {
          exchange.index(part.name(), each);
        }
      }
    }
  }

  /** Under the name that it is to have. */
  private Index renamed(QualifiedName table, Index index) {
    for (Operation operation : List.copyOf(operations)) {
      if (operation instanceof IndexOperation.Rename rename
          && rename.table().equals(table)
          && rename.index().name().equals(index.name())) {
        operations.remove(operation);
        return rename.inverse().index();
      }
    }
    return index;
  }

  private static boolean isLike(Index one, Index other) {
    return one.withName(other.name())
        .withComment(other.comment())
        .withStatisticsTargets(other.statisticsTargets())
        .withAttached(other.attached())
        .equals(other);
  }
}
