package org.aludel.migrations.online;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.aludel.migrations.operation.ColumnOperation;
import org.aludel.migrations.operation.ObjectOperation;
import org.aludel.migrations.operation.Operation;
import org.aludel.migrations.operation.TableOperation;
import org.aludel.schema.MetaData;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.Table;

/** Which tables are in use while the revision runs, and how they are divided. */
final class Scope {
  private final Map<QualifiedName, Table> before = new HashMap<>();
  private final Set<QualifiedName> created = new HashSet<>();
  private final Set<QualifiedName> rebuilt = new HashSet<>();

  /**
   * @param before the database after the renames
   */
  Scope(List<Operation> operations, MetaData before) {
    before.tablesAndPartitions().forEach(each -> this.before.put(each.name(), each));
    for (Operation operation : operations) {
      if (operation instanceof TableOperation.Create create) {
        create.table().tree().forEach(each -> created.add(each.name()));
      } else if (operation instanceof ObjectOperation.Create create) {
        created.add(create.object().reference().name());
      } else if (operation instanceof ColumnOperation.AlterType
          || operation instanceof ColumnOperation.ChangeComputed) {
        rebuilt.addAll(tree(((ColumnOperation) operation).table()));
      }
    }
  }

  /** Whether somebody may read and write the table before the revision runs. */
  boolean isInUse(QualifiedName table) {
    return !created.contains(table);
  }

  /** Whether a column changes below the table's indexes, so that these cannot stay meanwhile. */
  boolean isRebuilt(QualifiedName table) {
    return rebuilt.contains(table);
  }

  boolean isDivided(QualifiedName table) {
    return before(table).map(each -> each.partitioning() != null).orElse(false);
  }

  private Optional<Table> before(QualifiedName table) {
    return Optional.ofNullable(before.get(table));
  }

  /** The table and all its parts. */
  List<QualifiedName> tree(QualifiedName table) {
    return before(table)
        .map(each -> each.tree().stream().map(Table::name).toList())
        .orElse(List.of(table));
  }

  /** The tables below one, or itself, that hold rows of their own. */
  List<QualifiedName> leaves(QualifiedName table) {
    return before(table)
        .map(
            each ->
                each.tree().stream()
                    .filter(one -> one.partitioning() == null)
                    .map(Table::name)
                    .toList())
        .orElse(List.of(table));
  }
}
