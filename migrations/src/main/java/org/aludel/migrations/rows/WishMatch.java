package org.aludel.migrations.rows;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.aludel.error.MigrationCode;
import org.aludel.error.Problem;
import org.aludel.error.UsageException;
import org.aludel.migrations.operation.ColumnOperation;
import org.aludel.migrations.operation.EnumOperation;
import org.aludel.migrations.operation.Operation;
import org.aludel.migrations.operation.RebuildOperation;
import org.aludel.schema.EnumType;
import org.aludel.schema.QualifiedName;
import org.aludel.util.Suggestion;

/** Finds the operation that each wish is about; one that is about none is a mistake. */
final class WishMatch {
  private final Map<String, String> fills = new LinkedHashMap<>();
  private final Map<QualifiedName, Map<String, String>> labels = new LinkedHashMap<>();
  private final Map<String, String> usings = new LinkedHashMap<>();
  private final List<Operation> operations;
  private final String prefix;

  WishMatch(List<Operation> operations, RowWishes wishes, String defaultSchema) {
    this.operations = operations;
    this.prefix = defaultSchema + ".";
    wishes.fills().forEach(this::fill);
    wishes.usings().forEach(this::using);
    wishes.labels().forEach(this::label);
  }

  Map<String, String> fills() {
    return fills;
  }

  Map<QualifiedName, Map<String, String>> labels() {
    return labels;
  }

  Map<String, String> usings() {
    return usings;
  }

  private void fill(String name, String value) {
    List<String> known = new ArrayList<>();
    for (Operation operation : operations) {
      if (operation instanceof ColumnOperation.AlterNullability change) {
        known.add(RowRules.key(change.table(), change.column()));
      } else if (operation instanceof ColumnOperation.Add add && NewColumn.needsValue(add)) {
        known.add(RowRules.key(add.table(), add.column().name()));
      } else if (operation instanceof ColumnOperation.Drop drop
          && NewColumn.needsValue(drop.inverse())) {
        known.add(RowRules.key(drop.table(), drop.column().name()));
      } else if (operation instanceof RebuildOperation rebuild) {
        RebuiltColumn.of(rebuild).stream()
            .filter(RebuiltColumn::lacksValues)
            .forEach(each -> known.add(each.key()));
        RebuiltColumn.of(rebuild.inverse()).stream()
            .filter(RebuiltColumn::lacksValues)
            .forEach(each -> known.add(each.key()));
      }
    }
    fills.put(one("orm.fill", name, known), value);
  }

  private void using(String name, String value) {
    Map<String, String> known = new LinkedHashMap<>();
    for (Operation operation : operations) {
      if (operation instanceof ColumnOperation.AlterType change) {
        known.put(RowRules.key(change.table(), change.column()), change.to().type().name());
      } else if (operation instanceof RebuildOperation rebuild) {
        RebuiltColumn.of(rebuild).stream()
            .filter(RebuiltColumn::changesType)
            .forEach(each -> known.put(each.key(), each.to().type().name()));
      }
    }
    String key = one("orm.using", name, List.copyOf(known.keySet()));
    usings.put(key + " " + known.get(key), value);
  }

  private void label(String wish) {
    List<String> known = new ArrayList<>();
    for (Operation operation : operations) {
      if (operation instanceof EnumOperation.Change change) {
        for (String removed : removed(change)) {
          for (String kept : change.to().labels()) {
            String text = change.from().name() + "." + removed + ":" + kept;
            if (text.equals(plain(wish))) {
              labels
                  .computeIfAbsent(change.from().name(), type -> new LinkedHashMap<>())
                  .put(removed, kept);
              return;
            }
            known.add(text);
          }
        }
      }
    }
    one("orm.map", wish, known);
  }

  private static List<String> removed(EnumOperation.Change change) {
    EnumType to = change.to();
    return change.from().labels().stream().filter(each -> !to.labels().contains(each)).toList();
  }

  private String plain(String name) {
    return name.startsWith(prefix) ? name.substring(prefix.length()) : name;
  }

  private String one(String setting, String name, List<String> known) {
    if (known.contains(plain(name))) {
      return plain(name);
    }
    throw new UsageException(
        Problem.of(
                MigrationCode.NO_SUCH_CHANGE,
                "cannot use -D" + setting + "=" + name + ": the difference has no such change")
            .found(
                known.isEmpty()
                    ? "no change that takes it"
                    : String.join(", ", new TreeSet<>(known)) + Suggestion.phrase(name, known))
            .expected("the name of something that the difference changes in this way")
            .fix("correct the name, or leave the setting out"));
  }
}
