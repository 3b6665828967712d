package org.aludel.migrations.pair;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The tables whose rows the way back cannot keep, whoever writes it: a column that must have values
 * comes back without them, a key comes back over values that are all the same, or rows refer to a
 * table that comes back empty. Such a table has no rows in a pair, and what refers to it neither.
 */
final class LostRows {
  private final Draft first;
  private final Draft second;

  private LostRows(Draft first, Draft second) {
    this.first = first;
    this.second = second;
  }

  /** The numbers of the tables. */
  static Set<Integer> of(Draft first, Draft second) {
    return new LostRows(first, second).tables();
  }

  private Set<Integer> tables() {
    Set<Integer> lost = new HashSet<>();
    for (int at = 0; at < first.tables.size(); at++) {
      Draft.Table table = first.tables.get(at);
      Draft.Table other = second.tables.get(at);
      if (!other.dropped && isLost(table, other)) {
        lost.add(table.number);
      }
    }
    Set<Integer> gone = new HashSet<>();
    second.tables.stream().filter(each -> each.dropped).forEach(each -> gone.add(each.number));
    lost.addAll(gone);
    boolean grows = true;
    while (grows) {
      grows = references().anyMatch(each -> refers(each, lost) && add(each, lost));
    }
    lost.removeAll(gone);
    return lost;
  }

  private static boolean refers(Draft.Part key, Set<Integer> lost) {
    return key.target != null && lost.contains(key.target.number);
  }

  private static boolean add(Draft.Part key, Set<Integer> lost) {
    return key.table != null && lost.add(key.table.number);
  }

  private Stream<Draft.Part> references() {
    return Stream.concat(first.keptParts().stream(), second.keptParts().stream())
        .filter(each -> each.kind == PartKind.FOREIGN_KEY);
  }

  private boolean isLost(Draft.Table table, Draft.Table other) {
    List<Integer> kept = other.withInherited().stream().map(each -> each.number).toList();
    return table.withInherited().stream()
        .filter(each -> !kept.contains(each.number))
        .anyMatch(each -> each.isKey || (each.notNull && !each.hasDefault()) || isJudged(each));
  }

  /** Whether a constraint says which values the rows may have, which all are the same now. */
  private boolean isJudged(Draft.Column column) {
    return first.keptParts().stream()
        .filter(each -> each.columns.contains(column))
        .anyMatch(
            each ->
                switch (each.kind) {
                  case UNIQUE, EXCLUDE, INDEX -> true;
                  case CHECK -> column.hasDefault();
                  case FOREIGN_KEY -> column.hasDefault() || each.columns.size() > 1;
                  default -> false;
                });
  }
}
