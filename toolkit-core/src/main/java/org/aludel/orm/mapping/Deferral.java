package org.aludel.orm.mapping;

import org.aludel.instrument.Annotations;
import org.aludel.instrument.FieldModel;
import org.jspecify.annotations.Nullable;

/** Reads whether a column is left for the first use of its attribute. */
final class Deferral {
  private Deferral() {}

  /** The group in which an attribute is deferred, empty for none; null where it is not. */
  static @Nullable String group(Annotations annotations) {
    return annotations
        .find(Words.DEFERRED)
        .map(one -> one.text("group", ""))
        .orElse(isLazy(annotations) ? "" : null);
  }

  private static boolean isLazy(Annotations annotations) {
    return annotations
        .find(Words.BASIC)
        .map(one -> one.text("fetch", "").equals("LAZY"))
        .orElse(false);
  }

  /** Refuses to defer what is needed at once. */
  static void check(FieldModel field, boolean embedded, Faults faults) {
    Annotations annotations = field.annotations();
    if (group(annotations) == null) {
      return;
    }
    String said = isLazy(annotations) ? "@Basic(fetch = LAZY)" : "@Deferred";
    String place = Faults.place(field.declaredIn(), field.name());
    if (embedded) {
      faults.add(
          place, MappingRules.fault("deferred", place, said, "a part of something embedded"));
    } else if (annotations.has(Words.ID) || annotations.has(Words.VERSION)) {
      String role = annotations.has(Words.ID) ? "an id" : "a version";
      faults.add(place, MappingRules.fault("deferred", place, said, role));
    }
  }
}
