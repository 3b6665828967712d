package org.aludel.type.value;

/** The infinite line {@code Ax + By + C = 0}, as {@code line} holds it. */
public record Line(double a, double b, double c) {
  @Override
  public String toString() {
    return "{" + a + "," + b + "," + c + "}";
  }
}
