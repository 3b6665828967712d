package org.aludel.type.value;

/** A place in the plane, as {@code point} holds it. */
public record Point(double x, double y) {
  @Override
  public String toString() {
    return "(" + x + "," + y + ")";
  }
}
