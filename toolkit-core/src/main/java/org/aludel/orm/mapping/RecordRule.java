package org.aludel.orm.mapping;

import java.util.Optional;
import org.aludel.instrument.Annotations;
import org.aludel.instrument.FieldModel;
import org.jspecify.annotations.Nullable;

/** Refuses in an entity that is a record what cannot be read with its row, or would be written. */
final class RecordRule {
  private RecordRule() {}

  /** Whether a component may be what it is; a fault is added where not. */
  static boolean admits(EntityDraft draft, FieldModel field, Faults faults) {
    String found = draft.type().isRecord() ? obstacle(field) : null;
    if (found != null) {
      add(field, found, faults);
    }
    return found == null;
  }

  /** A canonical constructor takes all components. */
  static void check(EntityDraft draft, Faults faults) {
    if (draft.type().isRecord()) {
      draft.model().fields().stream()
          .filter(field -> field.annotations().has(Words.TRANSIENT))
          .forEach(field -> add(field, "@Transient", faults));
    }
  }

  private static void add(FieldModel field, String found, Faults faults) {
    String place = Faults.place(field.declaredIn(), field.name());
    faults.add(place, MappingRules.fault("record-member", place, found));
  }

  private static @Nullable String obstacle(FieldModel field) {
    Annotations annotations = field.annotations();
    if (EmbeddedDrafter.isEmbedded(field)) {
      return "an embedded attribute";
    }
    AttributeKind kind = AttributeKind.of(annotations);
    if (kind != AttributeKind.COLUMN) {
      return kind.words() + " attribute";
    }
    Optional<String> written =
        EntityDrafter.WRITTEN.stream()
            .flatMap(one -> annotations.find(one).stream())
            .map(Object::toString)
            .findFirst();
    return written.orElse(Deferral.group(annotations) == null ? null : "a deferred attribute");
  }
}
