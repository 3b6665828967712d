package org.aludel.type.value;

/** A line between two places, as {@code lseg} holds it. */
public record LineSegment(Point start, Point end) {
  @Override
  public String toString() {
    return "[" + start + "," + end + "]";
  }
}
