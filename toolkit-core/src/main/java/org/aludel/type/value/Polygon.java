package org.aludel.type.value;

import java.util.List;
import java.util.stream.Collectors;

/**
 * An area inside its corners, as {@code polygon} holds it.
 *
 * @param points one or more
 */
public record Polygon(List<Point> points) {
  public Polygon {
    points = List.copyOf(points);
  }

  @Override
  public String toString() {
    return points.stream().map(Point::toString).collect(Collectors.joining(",", "(", ")"));
  }
}
