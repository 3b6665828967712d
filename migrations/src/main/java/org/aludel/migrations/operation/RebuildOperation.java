package org.aludel.migrations.operation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.aludel.schema.Column;
import org.aludel.schema.Partitioning;
import org.aludel.schema.Sequence;
import org.aludel.schema.Table;
import org.jspecify.annotations.Nullable;

/**
 * Makes tables anew where the server cannot alter them, such as a plain table that becomes a
 * partitioned one: the old ones are set aside, the new ones take all rows, and only then the old
 * ones go. No row is lost either way; whatever stands on the tables makes way by operations of its
 * own.
 *
 * @param before the tables that are there, with partitions and indexes, each behind its parents
 * @param after those that take their place; together they hold all columns of {@code before}
 */
public record RebuildOperation(Side before, Side after) implements Operation {
  /**
   * Tables of one schema state.
   *
   * @param owned sequences that columns own which the other side lacks
   */
  public record Side(List<Table> tables, List<Sequence> owned) {
    public Side {
      tables = List.copyOf(tables);
      owned = List.copyOf(owned);
    }

    /** The tables and their partitions. */
    public List<Table> all() {
      return tables.stream().flatMap(each -> each.tree().stream()).toList();
    }

    /** The table that a table is, or is a part of; null where there is none of that name. */
    public @Nullable Table root(Table table) {
      return tables.stream()
          .filter(each -> each.tree().stream().anyMatch(one -> one.name().equals(table.name())))
          .findFirst()
          .orElse(null);
    }
  }

  @Override
  public RebuildOperation inverse() {
    return new RebuildOperation(after, before);
  }

  @Override
  public String describe() {
    List<String> words = new ArrayList<>();
    for (Table table : after.all()) {
      before.all().stream()
          .filter(each -> each.name().equals(table.name()))
          .map(each -> change(each, table))
          .filter(each -> !each.isEmpty())
          .forEach(words::add);
    }
    return "rebuild table  " + String.join("; ", words);
  }

  private static String change(Table from, Table to) {
    String old = words(from.partitioning());
    String wanted = words(to.partitioning());
    return old.equals(wanted) ? "" : to.name() + ": " + Phrase.change(old, wanted);
  }

  /** How a table is divided, for people. */
  public static String words(@Nullable Partitioning partitioning) {
    return partitioning == null
        ? "not divided"
        : "by " + partitioning.strategy() + " (" + partitioning.key() + ")";
  }

  /** Columns whose values find no place, which only a way back may have. */
  @Override
  public List<String> lossy() {
    Set<String> lost = new LinkedHashSet<>();
    for (Table root : before.tables()) {
      Table target = after.root(root);
      for (Column column : root.columns()) {
        if (target != null && column.computed() == null && target.column(column.name()).isEmpty()) {
          lost.add(root.name() + "." + column.name());
        }
      }
    }
    return List.copyOf(lost);
  }

  /** Whether a table is divided otherwise on the other side; its partitions do not count. */
  public static boolean isDividedOtherwise(Table one, Table other) {
    return !Objects.equals(words(one.partitioning()), words(other.partitioning()));
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visitRebuild(this);
  }
}
