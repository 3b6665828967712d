package org.aludel.type.value;

/** A circle, as {@code circle} holds it. */
public record Circle(Point center, double radius) {
  @Override
  public String toString() {
    return "<" + center + "," + radius + ">";
  }
}
