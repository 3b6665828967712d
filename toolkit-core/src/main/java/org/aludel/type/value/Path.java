package org.aludel.type.value;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Places joined by lines, as {@code path} holds them.
 *
 * @param points one or more
 * @param closed whether the last one leads back to the first
 */
public record Path(List<Point> points, boolean closed) {
  public Path {
    points = List.copyOf(points);
  }

  @Override
  public String toString() {
    return points.stream()
        .map(Point::toString)
        .collect(Collectors.joining(",", closed ? "(" : "[", closed ? ")" : "]"));
  }
}
