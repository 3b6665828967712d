package org.aludel.processor;

/** Refuses positions of a list of objects that no row of the list itself has. */
final class OrderColumnRule {
  private static final String LIST = "java.util.List";

  private OrderColumnRule() {}

  /** Whether a fault was added. */
  static boolean refuses(AttributeField field, String container, Refusals refusals) {
    if (!field.has(Mirrors.JAKARTA + "OrderColumn")) {
      return false;
    }
    if (!container.equals(LIST)) {
      refusals.add("elements-order", field.element(), field.place(), container);
      return true;
    }
    String found =
        !AttributeKind.mappedBy(field).isEmpty()
            ? "mappedBy"
            : field.has(Mirrors.JAKARTA + "OrderBy")
                ? "@OrderBy"
                : field.has(Mirrors.OWN + "ViewOnly") ? "@ViewOnly" : "";
    if (!found.isEmpty()) {
      refusals.add("order-column", field.element(), field.place(), found);
    }
    return !found.isEmpty();
  }
}
