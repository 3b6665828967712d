package org.aludel.processor;

import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Whether the code that is generated beside an entity can name a class. */
final class Visibility {
  private final Elements elements;

  Visibility(Elements elements) {
    this.elements = elements;
  }

  /** Every class around it counts too; elsewhere than in its own package all must be public. */
  boolean visible(TypeElement type, TypeElement entity) {
    boolean near = elements.getPackageOf(type).equals(elements.getPackageOf(entity));
    for (Element each = type; each instanceof TypeElement; each = each.getEnclosingElement()) {
      boolean open =
          near
              ? !each.getModifiers().contains(Modifier.PRIVATE)
              : each.getModifiers().contains(Modifier.PUBLIC);
      if (!open) {
        return false;
      }
    }
    return true;
  }
}
