package org.aludel.processor;

import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/**
 * Classes that Lombok adds members to. They are seen from the next round on, whichever processor
 * comes first; a lazy subclass that was written before would not load in the methods that Lombok
 * adds.
 */
final class Lombok {
  private static final String PACKAGE = "lombok.";

  private Lombok() {}

  /** Whether a class, one above it or one of their fields has an annotation of Lombok. */
  static boolean changes(TypeElement type) {
    for (TypeElement each = type; each != null; each = EntityInspector.superclass(each)) {
      if (isMarked(each) || each.getEnclosedElements().stream().anyMatch(Lombok::isMarked)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isMarked(Element element) {
    return element.getAnnotationMirrors().stream()
        .map(Mirrors::name)
        .anyMatch(name -> name.startsWith(PACKAGE));
  }
}
