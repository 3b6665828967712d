package org.aludel.sql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which rows an UPDATE or DELETE changes.
 *
 * @param from other sources whose columns may be used: {@code FROM} of an UPDATE, {@code USING} of
 *     a DELETE
 * @param where conditions that must all hold
 * @param everyRow whether every row is meant where there is no condition
 */
public record Reach(Select.From from, List<Predicate> where, boolean everyRow) {
  static final Reach NOTHING_SAID =
      new Reach(new Select.From(List.of(), List.of()), List.of(), false);

  public Reach {
    where = List.copyOf(where);
  }

  /** Whether it names neither a condition nor every row; one that is always true is none. */
  public boolean isUnsafe() {
    return !everyRow && where.stream().allMatch(Predicate.Constant.TRUE::equals);
  }

  /** Whether there are other sources than the table itself. */
  public boolean hasSources() {
    return !from.items().isEmpty();
  }

  Reach and(Predicate... conditions) {
    List<Predicate> all = new ArrayList<>(where);
    all.addAll(Arrays.asList(conditions));
    return new Reach(from, all, everyRow);
  }

  /** The same without conditions and other sources. */
  public Reach withoutConditions() {
    return new Reach(new Select.From(List.of(), List.of()), List.of(), everyRow);
  }

  Reach all() {
    return new Reach(from, where, true);
  }

  Reach with(FromItem... sources) {
    List<FromItem> items = new ArrayList<>(from.items());
    items.addAll(Arrays.asList(sources));
    return new Reach(new Select.From(items, from.joins()), where, everyRow);
  }

  Reach with(Join join) {
    if (!hasSources()) {
      throw Refusals.missing(
          "a join of an UPDATE or DELETE", "no source to join to", "from(…) or using(…) first");
    }
    List<Join> joins = new ArrayList<>(from.joins());
    joins.add(join);
    return new Reach(new Select.From(from.items(), joins), where, everyRow);
  }
}
