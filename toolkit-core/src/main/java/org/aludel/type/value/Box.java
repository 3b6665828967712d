package org.aludel.type.value;

/**
 * A rectangle along the axes, as {@code box} holds it: whatever corners are given, the upper right
 * and the lower left one are kept, as the server does.
 *
 * @param high the upper right corner
 * @param low the lower left corner
 */
public record Box(Point high, Point low) {
  public Box {
    Point one = high;
    Point other = low;
    high = new Point(Math.max(one.x(), other.x()), Math.max(one.y(), other.y()));
    low = new Point(Math.min(one.x(), other.x()), Math.min(one.y(), other.y()));
  }

  @Override
  public String toString() {
    return high + "," + low;
  }
}
