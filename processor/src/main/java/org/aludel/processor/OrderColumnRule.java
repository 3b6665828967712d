package org.aludel.processor;

import javax.lang.model.element.TypeElement;

/** Refuses positions of a list of objects that no row of the list itself has. */
final class OrderColumnRule {
  private static final String LIST = "java.util.List";

  private OrderColumnRule() {}

  /** Whether a fault was added for a list whose elements have the foreign key. */
  static boolean refusesOfTarget(
      AttributeField field, String container, TypeElement target, Refusals refusals) {
    if (!field.has(Mirrors.JAKARTA + "OrderColumn")) {
      return false;
    }
    boolean hierarchy =
        Inheritance.superEntity(target) != null
            || Mirrors.has(target, Mirrors.JAKARTA + "Inheritance");
    String found =
        field.has(Mirrors.JAKARTA + "OrderBy")
            ? "@OrderBy"
            : hierarchy ? "elements in a hierarchy" : "";
    return refuses(field, container, found, refusals);
  }

  /** Whether a fault was added for a list over a table between. */
  static boolean refuses(AttributeField field, String container, Refusals refusals) {
    if (!field.has(Mirrors.JAKARTA + "OrderColumn")) {
      return false;
    }
    String found =
        !AttributeKind.mappedBy(field).isEmpty()
            ? "mappedBy"
            : field.has(Mirrors.JAKARTA + "OrderBy")
                ? "@OrderBy"
                : field.has(Mirrors.OWN + "ViewOnly") ? "@ViewOnly" : "";
    return refuses(field, container, found, refusals);
  }

  private static boolean refuses(
      AttributeField field, String container, String found, Refusals refusals) {
    if (!container.equals(LIST)) {
      refusals.add("elements-order", field.element(), field.place(), container);
      return true;
    }
    if (!found.isEmpty()) {
      refusals.add("order-column", field.element(), field.place(), found);
    }
    return !found.isEmpty();
  }
}
