package org.aludel.migrations.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.aludel.migrations.operation.ConstraintOperation;
import org.aludel.migrations.operation.IndexOperation;
import org.aludel.migrations.operation.Operation;
import org.aludel.migrations.operation.TableOperation;
import org.aludel.schema.MetaData;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.Table;

/**
 * Options of a table that name an index, as steps of their own: they come when the index is there
 * and go before it goes, if only for a moment.
 */
final class LateOptions {
  private LateOptions() {}

  static List<Operation> split(List<Operation> operations, MetaData before, MetaData after) {
    List<Operation> split = new ArrayList<>();
    Set<QualifiedName> altered = new HashSet<>();
    for (Operation operation : operations) {
      if (operation instanceof TableOperation.Create create) {
        Table table = create.table();
        Table.Options first = IndexOptions.without(table.options());
        split.add(new TableOperation.Create(table.withOptions(first), create.owned()));
        addIfOther(split, table.name(), first, table.options());
      } else if (operation instanceof TableOperation.Drop drop) {
        Table table = drop.table();
        Table.Options last = IndexOptions.without(table.options());
        addIfOther(split, table.name(), table.options(), last);
        split.add(new TableOperation.Drop(table.withOptions(last), drop.owned()));
      } else {
        if (operation instanceof TableOperation.AlterOptions change) {
          altered.add(change.table());
          split.addAll(around(change, operations));
        } else {
          split.add(operation);
        }
      }
    }
    for (Table table : before.tables()) {
      if (!altered.contains(table.name())
          && after.table(table.name()).isPresent()
          && losesIndex(table.name(), table.options(), operations)) {
        Table.Options meanwhile = IndexOptions.without(table.options());
        addIfOther(split, table.name(), table.options(), meanwhile);
        addIfOther(split, table.name(), meanwhile, table.options());
      }
    }
    return split;
  }

  private static void addIfOther(
      List<Operation> operations, QualifiedName table, Table.Options from, Table.Options to) {
    if (!from.equals(to)) {
      operations.add(new TableOperation.AlterOptions(table, from, to));
    }
  }

  /** In two steps where an index goes that the old options name. */
  private static List<Operation> around(
      TableOperation.AlterOptions change, List<Operation> operations) {
    if (ToastOptions.go(change.from(), change.to())) {
      List<Operation> split = new ArrayList<>();
      Table.Options first = ToastOptions.without(change.from());
      split.add(new TableOperation.AlterOptions(change.table(), change.from(), first));
      if (!first.equals(change.to())) {
        split.addAll(
            around(
                new TableOperation.AlterOptions(change.table(), first, change.to()), operations));
      }
      return split;
    }
    if (!losesIndex(change.table(), change.from(), operations)) {
      return List.of(change);
    }
    List<Operation> split = new ArrayList<>();
    Table.Options meanwhile = IndexOptions.without(change.from());
    addIfOther(split, change.table(), change.from(), meanwhile);
    addIfOther(split, change.table(), meanwhile, change.to());
    return split;
  }

  private static boolean losesIndex(
      QualifiedName table, Table.Options options, List<Operation> operations) {
    List<String> named = IndexOptions.named(options);
    return operations.stream()
        .anyMatch(
            each ->
                (each instanceof IndexOperation.Drop index
                        && index.table().equals(table)
                        && named.contains(index.index().name().text()))
                    || (each instanceof ConstraintOperation.Drop constraint
                        && constraint.table().equals(table)
                        && named.contains(constraint.constraint().name().text())));
  }
}
