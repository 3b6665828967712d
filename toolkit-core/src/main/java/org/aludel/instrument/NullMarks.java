package org.aludel.instrument;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.util.Arrays;
import org.aludel.instrument.FieldModel.Nullness;
import org.jspecify.annotations.Nullable;

/** JSpecify's annotations, read by name. Source: JSpecify 1.0 user guide, NullMarked. */
final class NullMarks {
  private static final String PACKAGE = "org.jspecify.annotations.";

  private NullMarks() {}

  /** Whether a class stands in null-marked code: itself, its outer classes, package or module. */
  static boolean marked(Class<?> type) {
    for (Class<?> each = type; each != null; each = each.getEnclosingClass()) {
      Boolean said = said(each);
      if (said != null) {
        return said;
      }
    }
    Package home = type.getPackage();
    Boolean said = home == null ? null : said(home);
    return said == null ? Boolean.TRUE.equals(said(type.getModule())) : said;
  }

  static Nullness of(Field field, boolean marked) {
    Annotation[] onType = field.getAnnotatedType().getAnnotations();
    if (has(onType, "Nullable")) {
      return Nullness.NULLABLE;
    }
    if (has(onType, "NonNull") || (marked && !field.getType().isPrimitive())) {
      return Nullness.NON_NULL;
    }
    return Nullness.UNSPECIFIED;
  }

  private static @Nullable Boolean said(AnnotatedElement element) {
    Annotation[] annotations = element.getDeclaredAnnotations();
    if (has(annotations, "NullUnmarked")) {
      return false;
    }
    return has(annotations, "NullMarked") ? true : null;
  }

  private static boolean has(Annotation[] annotations, String name) {
    return Arrays.stream(annotations)
        .anyMatch(one -> one.annotationType().getName().equals(PACKAGE + name));
  }
}
