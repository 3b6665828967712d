package org.aludel.migrations.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.aludel.migrations.operation.ColumnOperation;
import org.aludel.migrations.operation.ConstraintOperation;
import org.aludel.migrations.operation.EnumOperation;
import org.aludel.migrations.operation.EnumUses;
import org.aludel.migrations.operation.ExpressionNames;
import org.aludel.migrations.operation.IndexOperation;
import org.aludel.migrations.operation.Operation;
import org.aludel.migrations.operation.TableOperation;
import org.aludel.schema.CheckConstraint;
import org.aludel.schema.Column;
import org.aludel.schema.Constraint;
import org.aludel.schema.ExcludeConstraint;
import org.aludel.schema.Index;
import org.jspecify.annotations.Nullable;

/**
 * Ordered operations in groups that share a transaction: one, but for labels that are added to an
 * enum. A label cannot be used before its transaction has ended, so it stands alone where a later
 * operation mentions it, and those before it with it; nothing else is done before the last
 * transaction. Source: PostgreSQL 18, ALTER TYPE, notes; 12 and later allow ADD VALUE in a
 * transaction.
 *
 * @param transactional false for a single operation that commits by itself
 */
public record TransactionGroup(boolean transactional, List<Operation> operations) {
  public TransactionGroup {
    operations = List.copyOf(operations);
  }

  /** The groups in order. */
  public static List<TransactionGroup> of(List<Operation> ordered) {
    int alone = alone(ordered);
    List<TransactionGroup> groups = new ArrayList<>();
    ordered
        .subList(0, alone)
        .forEach(each -> groups.add(new TransactionGroup(false, List.of(each))));
    if (alone < ordered.size()) {
      groups.add(new TransactionGroup(true, ordered.subList(alone, ordered.size())));
    }
    return groups;
  }

  /** How many operations at the beginning commit by themselves. */
  private static int alone(List<Operation> ordered) {
    int alone = 0;
    for (int at = 0;
        at < ordered.size() && ordered.get(at) instanceof EnumOperation.AddValue added;
        at++) {
      if (mentioned(added.label(), ordered.subList(at + 1, ordered.size()))) {
        alone = at + 1;
      }
    }
    return alone;
  }

  private static boolean mentioned(String label, List<Operation> later) {
    Set<String> literals = new HashSet<>();
    later.forEach(each -> texts(each).forEach(text -> add(literals, text)));
    return literals.stream().anyMatch(each -> each.equals(label) || each.contains(label));
  }

  private static void add(Set<String> literals, @Nullable String text) {
    if (text != null) {
      literals.addAll(ExpressionNames.of(text).literals());
    }
  }

  private static List<@Nullable String> texts(Operation operation) {
    List<@Nullable String> texts = new ArrayList<>();
    if (operation instanceof TableOperation.Create create) {
      create.table().columns().forEach(each -> collect(texts, each));
      create.table().constraints().forEach(each -> collect(texts, each));
    } else if (operation instanceof ColumnOperation.Add add) {
      collect(texts, add.column());
    } else if (operation instanceof ColumnOperation.AlterDefault change) {
      texts.add(change.to());
    } else if (operation instanceof ColumnOperation.AlterType change) {
      texts.add(change.to().serverDefault());
    } else if (operation instanceof ColumnOperation.ChangeComputed change) {
      collect(texts, change.to());
    } else if (operation instanceof ConstraintOperation.Add add) {
      collect(texts, add.constraint());
    } else if (operation instanceof IndexOperation.Create create) {
      collect(texts, create.index());
    } else if (operation instanceof EnumOperation.Change change) {
      change.uses().columns().stream()
          .map(EnumUses.ColumnUse::column)
          .forEach(each -> collect(texts, each));
    }
    return texts;
  }

  private static void collect(List<@Nullable String> texts, Column column) {
    texts.add(column.serverDefault());
    if (column.computed() != null) {
      texts.add(column.computed().expression());
    }
  }

  private static void collect(List<@Nullable String> texts, Constraint constraint) {
    if (constraint instanceof CheckConstraint check) {
      texts.add(check.expression());
    } else if (constraint instanceof ExcludeConstraint exclusion) {
      texts.add(exclusion.predicate());
    }
  }

  private static void collect(List<@Nullable String> texts, Index index) {
    texts.add(index.predicate());
    index.elements().forEach(each -> texts.add(each.expression()));
  }
}
