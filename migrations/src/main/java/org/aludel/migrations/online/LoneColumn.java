package org.aludel.migrations.online;

import java.util.List;
import java.util.Objects;
import org.aludel.migrations.operation.ColumnOperation;
import org.aludel.migrations.operation.Operation;
import org.aludel.migrations.operation.SchemaWords;
import org.aludel.migrations.operation.TypeFamily;
import org.aludel.migrations.operation.TypeWidening;
import org.aludel.schema.Column;
import org.aludel.schema.Index;
import org.aludel.schema.MetaData;
import org.aludel.schema.ObjectKind;
import org.aludel.schema.ObjectReference;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.Table;

/**
 * Whether another column can take the place of one that changes its type: nothing stands on it but
 * plain indexes, and nothing else of it changes.
 */
record LoneColumn(List<Operation> operations, MetaData before) {
  LoneColumn {
    operations = List.copyOf(operations);
  }

  /** Whether the change would write all rows anew, and another column can spare it that. */
  boolean isExchangeable(ColumnOperation.AlterType change) {
    String from = change.from().type().name();
    String to = change.to().type().name();
    return !TypeWidening.isFree(from, to)
        && TypeFamily.of(from) != TypeFamily.OTHER
        && TypeFamily.of(to) != TypeFamily.OTHER
        && Objects.equals(change.from().collation(), change.to().collation())
        && isOnlyChange(change)
        && before
            .table(change.table())
            .filter(table -> isAlone(table) && isPlain(table, change.column()))
            .isPresent();
  }

  /** Whether the table changes in nothing else but in columns beside this one. */
  private boolean isOnlyChange(ColumnOperation.AlterType change) {
    return operations.stream()
        .filter(each -> !each.equals(change))
        .filter(each -> LockedTables.of(each).contains(change.table()))
        .allMatch(each -> isBeside(each, change.column()));
  }

  private static boolean isBeside(Operation operation, String column) {
    return (operation instanceof ColumnOperation.Add add && add.column().computed() == null)
        || (operation instanceof ColumnOperation.AlterType other && !other.column().equals(column));
  }

  private boolean isAlone(Table table) {
    return table.partitioning() == null
        && table.parents().isEmpty()
        && before.tablesAndPartitions().stream()
            .noneMatch(each -> each.parents().contains(table.name()));
  }

  private boolean isPlain(Table table, String name) {
    return table.column(name).filter(LoneColumn::isPlain).isPresent()
        && table.column(TypeStages.spare(name)).isEmpty()
        && hasPlainIndexesOnly(table, name)
        && !isOwner(table.name(), name)
        && !isNeeded(ObjectReference.column(table.name(), name));
  }

  private static boolean isPlain(Column column) {
    return column.identity() == null
        && column.computed() == null
        && column.options().equals(Column.Options.DEFAULT);
  }

  private static boolean hasPlainIndexesOnly(Table table, String name) {
    return table.constraints().stream()
            .noneMatch(each -> SchemaWords.mentioned(each).contains(name))
        && table.columns().stream()
            .noneMatch(
                each -> each.computed() != null && SchemaWords.mentioned(each).contains(name))
        && table.indexes().stream()
            .filter(each -> SchemaWords.mentioned(each).contains(name))
            .allMatch(LoneColumn::isPlain);
  }

  /** Columns alone, and none of them means another order by the type. */
  private static boolean isPlain(Index index) {
    return !index.unique()
        && index.predicate() == null
        && index.method().equals("btree")
        && index.statisticsTargets().isEmpty()
        && index.elements().stream()
            .allMatch(each -> each.column() != null && each.operatorClass() == null);
  }

  private boolean isOwner(QualifiedName table, String column) {
    return before.sequences().stream()
        .anyMatch(
            each ->
                each.owner() != null
                    && each.owner().table().equals(table)
                    && each.owner().column().equals(column));
  }

  /** Views, triggers, policies, statistics and privileges of the column go with it. */
  private boolean isNeeded(ObjectReference column) {
    return before.grants().stream().anyMatch(each -> each.on().equals(column))
        || before.dependencies().entrySet().stream()
            .anyMatch(
                each ->
                    each.getValue().contains(column)
                        && each.getKey().kind() != ObjectKind.INDEX
                        && !each.getKey().equals(column));
  }
}
