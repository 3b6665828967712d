package org.aludel.migrations.review;

import java.util.ArrayList;
import java.util.List;
import org.aludel.migrations.handover.TwoNames;

/**
 * What a statement of the way back takes that the revision brought: {@code t.*} and {@code t.c}. A
 * computed column holds nothing of its own, and a new name of a column nothing that the old one
 * lacks.
 */
final class Loss {
  private final RevisionText text;

  private Loss(RevisionText text) {
    this.text = text;
  }

  static List<String> of(RevisionText text, SqlStatement down) {
    Loss loss = new Loss(text);
    List<String> lost = new ArrayList<>();
    for (String table : TableNames.dropped(down)) {
      if (loss.creates(table)) {
        lost.add(table + ".*");
      }
    }
    String table = TableNames.altered(down);
    for (Action action : table.isEmpty() ? List.<Action>of() : Action.of(down)) {
      String column = action.dropped();
      if (!column.isEmpty() && loss.adds(table, column)) {
        lost.add(table + "." + column);
      }
    }
    return lost;
  }

  private boolean creates(String table) {
    return text.up().stream().anyMatch(each -> TableNames.created(each.statement()).equals(table));
  }

  private boolean adds(String table, String column) {
    return !isKeptInStep(table)
        && text.up().stream()
            .map(RevisionText.Line::statement)
            .filter(each -> TableNames.altered(each).equals(table))
            .flatMap(each -> Action.of(each).stream())
            .anyMatch(each -> each.added().equals(column) && !each.isComputed());
  }

  private boolean isKeptInStep(String table) {
    return text.up().stream()
        .map(RevisionText.Line::statement)
        .filter(each -> each.begins("create", "trigger"))
        .anyMatch(each -> each.word(2).startsWith(TwoNames.PREFIX) && isOn(each, table));
  }

  private static boolean isOn(SqlStatement trigger, String table) {
    for (int at = 3; at < trigger.tokens().size(); at++) {
      if (trigger.at(at, "on")) {
        return trigger.name(at + 1).equals(table);
      }
    }
    return false;
  }
}
