package org.aludel.processor;

import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** Refuses in an entity that is a record what cannot be read with its row, or would be written. */
final class RecordRule {
  private static final String FAULT = "record-member";

  private final Refusals refusals;

  RecordRule(Refusals refusals) {
    this.refusals = refusals;
  }

  static boolean isRecord(TypeElement type) {
    return type.getKind() == ElementKind.RECORD;
  }

  /** Whether a component may be what it is; refused where not. */
  boolean admits(TypeElement entity, AttributeField field) {
    String found = isRecord(entity) ? obstacle(field) : null;
    if (found != null) {
      refusals.add(FAULT, field.element(), field.place(), found);
    }
    return found == null;
  }

  /** A canonical constructor takes all components. */
  void check(TypeElement entity) {
    if (isRecord(entity)) {
      ElementFilter.fieldsIn(entity.getEnclosedElements()).stream()
          .filter(field -> Mirrors.has(field, Mirrors.JAKARTA + "Transient"))
          .forEach(field -> refusals.add(FAULT, field, Mirrors.place(entity, field), "@Transient"));
    }
  }

  private static @Nullable String obstacle(AttributeField field) {
    if (EmbeddedInspector.isEmbedded(field)) {
      return "an embedded attribute";
    }
    AttributeKind kind = AttributeKind.of(field);
    if (kind != AttributeKind.COLUMN) {
      return kind.words() + " attribute";
    }
    for (String written : TableRule.WRITTEN) {
      if (field.has(written)) {
        return "@" + MappingRules.simple(written);
      }
    }
    return ColumnRule.isDeferred(field) ? "a deferred attribute" : null;
  }
}
