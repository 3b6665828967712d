package org.aludel.migrations.pair;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The tables whose rows the way back cannot keep, whoever writes it: a column that must have values
 * comes back without them, a key comes back over values that are all the same, or rows must refer
 * to a table that comes back empty. Such a table has no rows in a pair.
 */
final class LostRows {
  private final Draft first;
  private final Draft second;
  private final Set<Integer> tables = new HashSet<>();
  private final Set<Integer> free = new HashSet<>();

  private LostRows(Draft first, Draft second) {
    this.first = first;
    this.second = second;
  }

  static LostRows of(Draft first, Draft second) {
    LostRows lost = new LostRows(first, second);
    lost.tables.addAll(lost.tables());
    return lost;
  }

  /** The numbers of the tables. */
  Set<Integer> empty() {
    return tables;
  }

  /** The numbers of columns that have no value, so that the rows refer to no such table. */
  Set<Integer> free() {
    return free;
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

  /** Rows without a reference stay. */
  private boolean add(Draft.Part key, Set<Integer> lost) {
    if (key.columns.stream().allMatch(this::canBeFree)) {
      key.columns.forEach(each -> free.add(each.number));
      return false;
    }
    return key.table != null && lost.add(key.table.number);
  }

  private boolean canBeFree(Draft.Column column) {
    return Stream.of(first, second)
        .flatMap(draft -> draft.tables.stream())
        .flatMap(table -> table.columns.stream())
        .filter(each -> each.number == column.number)
        .noneMatch(each -> each.notNull || each.isKey || each.generated != null);
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
                  case UNIQUE -> column.hasDefault() || nullsAreEqual(each) || isReferredTo(each);
                  case EXCLUDE -> column.hasDefault();
                  case CHECK -> column.hasDefault() && !TablePartSql.takesDefaults(each);
                  case INDEX ->
                      TablePartSql.isUnique(each.variant)
                          && (column.hasDefault() || nullsAreEqual(each));
                  case FOREIGN_KEY ->
                      column.hasDefault()
                          || (each.columns.size() > 1 && TablePartSql.isFull(each.variant));
                  default -> false;
                });
  }

  private static boolean nullsAreEqual(Draft.Part key) {
    return TablePartSql.nullsAreEqual(key.kind, key.variant);
  }

  /** Only keys of two columns are referred to beside the primary one. */
  private boolean isReferredTo(Draft.Part key) {
    return references().anyMatch(each -> each.target == key.table && each.columns.size() > 1);
  }
}
