package org.aludel.migrations.rows;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aludel.migrations.operation.ColumnOperation;
import org.aludel.migrations.operation.EnumOperation;
import org.aludel.migrations.operation.Operation;
import org.aludel.schema.Column;
import org.aludel.schema.EnumType;
import org.aludel.schema.MetaData;
import org.aludel.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * How the statements of one plan treat rows. Immutable.
 *
 * @param looks whether a statement that rows may refuse is preceded by a look at them, which names
 *     the reason and their number
 * @param fills by {@code table.column}, the value of rows that have none
 * @param labels by the enum type, the label that takes the place of one that goes
 * @param usings by {@code table.column type}, the conversion to that type
 */
public record RowRules(
    boolean looks,
    Map<String, String> fills,
    Map<QualifiedName, Map<String, String>> labels,
    Map<String, String> usings) {
  /** Rows are converted as the types say, and nobody looks before. */
  public static final RowRules NONE = new RowRules(false, Map.of(), Map.of(), Map.of());

  public RowRules {
    fills = Map.copyOf(fills);
    labels = Map.copyOf(labels);
    usings = Map.copyOf(usings);
  }

  /**
   * The rules of a plan: what a person says, and the default of a column for its nulls.
   *
   * @param before the database after the renames among the operations
   * @param after the model
   * @throws org.aludel.error.UsageException MIG-NO-SUCH-CHANGE for a wish that nothing uses
   */
  public static RowRules of(
      List<Operation> ordered,
      MetaData before,
      MetaData after,
      RowWishes wishes,
      String defaultSchema) {
    WishMatch match = new WishMatch(ordered, wishes, defaultSchema);
    Map<String, String> fills = new LinkedHashMap<>();
    for (Operation operation : ordered) {
      if (operation instanceof ColumnOperation.AlterNullability change) {
        MetaData strict = change.toNullable() ? before : after;
        strict
            .table(change.table())
            .flatMap(table -> table.column(change.column()))
            .map(Column::serverDefault)
            .ifPresent(value -> fills.put(key(change.table(), change.column()), value));
      }
    }
    fills.putAll(match.fills());
    return new RowRules(true, fills, match.labels(), match.usings());
  }

  /** What rows without a value get. */
  public Optional<String> fill(QualifiedName table, String column) {
    return Optional.ofNullable(fills.get(key(table, column)));
  }

  /** The conversion that a person wrote for a change to that type, or null. */
  public @Nullable String using(QualifiedName table, String column, String type) {
    return usings.get(key(table, column) + " " + type);
  }

  /** Labels that an exchange takes away, with those that rows get instead; only what applies. */
  public Map<String, String> mapping(EnumType from, EnumType to) {
    Map<String, String> mapping = new LinkedHashMap<>();
    Map<String, String> wished = labels.getOrDefault(from.name(), Map.of());
    for (String label : from.labels()) {
      String other = wished.get(label);
      if (other != null && !to.labels().contains(label) && to.labels().contains(other)) {
        mapping.put(label, other);
      }
    }
    return mapping;
  }

  /** Whether the rules say what becomes of all rows that an operation would fail at. */
  public boolean settles(Operation operation) {
    if (operation instanceof ColumnOperation.AlterNullability change) {
      return fill(change.table(), change.column()).isPresent();
    }
    if (operation instanceof ColumnOperation.Add add) {
      return fill(add.table(), add.column().name()).isPresent();
    }
    if (operation instanceof ColumnOperation.AlterType change) {
      return using(change.table(), change.column(), change.to().type().name()) != null;
    }
    return operation instanceof EnumOperation.Change change
        && change.from().labels().stream()
            .filter(each -> !change.to().labels().contains(each))
            .allMatch(mapping(change.from(), change.to())::containsKey);
  }

  static String key(QualifiedName table, String column) {
    return table + "." + column;
  }
}
