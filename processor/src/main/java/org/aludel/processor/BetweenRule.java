package org.aludel.processor;

/** Refuses what a relationship over a table between does not go with. */
final class BetweenRule {
  private BetweenRule() {}

  /** Whether a fault was added. */
  static boolean refuses(AttributeField field, String container, Refusals refusals) {
    if (hasOrphans(field)) {
      refusals.add("join-table-orphans", field.element(), field.place());
      return true;
    }
    return OrderColumnRule.refuses(field, container, refusals);
  }

  private static boolean hasOrphans(AttributeField field) {
    return Mirrors.find(field.element(), Mirrors.JAKARTA + "OneToMany")
        .map(one -> Mirrors.text(one, "orphanRemoval").equals("true"))
        .orElse(false);
  }
}
