package org.aludel.processor;

import java.util.List;
import javax.lang.model.element.TypeElement;

/**
 * Refuses what a collection that is never loaded cannot honour, as the mapping at run time does.
 */
final class WriteOnlyRule {
  static final String TYPE = "org.aludel.orm.collection.WriteOnlyCollection";

  private static final String MANY_TO_MANY = Mirrors.JAKARTA + "ManyToMany";

  /** By their full names, of which the first decides. */
  private static final List<String> STRAYS =
      List.of(Mirrors.JAKARTA + "OrderBy", Mirrors.OWN + "Load", Mirrors.OWN + "ViewOnly");

  private WriteOnlyRule() {}

  /** Whether a refusal was added. */
  static boolean refuses(AttributeField field, Refusals refusals) {
    TypeElement type = AttributeInspector.element(field.type());
    if (type == null || !type.getQualifiedName().contentEquals(TYPE)) {
      return false;
    }
    String found = found(field);
    if (!found.isEmpty()) {
      refusals.add("write-only", field.element(), field.place(), found);
    }
    return !found.isEmpty();
  }

  private static String found(AttributeField field) {
    boolean many = field.has(MANY_TO_MANY);
    List<String> cascades =
        Mirrors.find(field.element(), MANY_TO_MANY)
            .map(one -> Mirrors.texts(one, "cascade"))
            .orElse(List.of());
    if (isEager(field)) {
      return "fetch = EAGER";
    }
    if (cascades.contains("ALL") || cascades.contains("REMOVE")) {
      return "cascade = REMOVE";
    }
    if (!many && AttributeKind.mappedBy(field).isEmpty()) {
      return "a @OneToMany without mappedBy";
    }
    return STRAYS.stream()
        .filter(field::has)
        .map(one -> "@" + one.substring(one.lastIndexOf('.') + 1))
        .findFirst()
        .orElse("");
  }

  private static boolean isEager(AttributeField field) {
    return Mirrors.find(field.element(), MANY_TO_MANY)
        .or(() -> Mirrors.find(field.element(), Mirrors.JAKARTA + "OneToMany"))
        .map(one -> Mirrors.text(one, "fetch").equals("EAGER"))
        .orElse(false);
  }
}
