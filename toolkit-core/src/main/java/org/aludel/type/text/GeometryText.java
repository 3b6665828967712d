package org.aludel.type.text;

import java.util.ArrayList;
import java.util.List;
import org.aludel.type.value.Box;
import org.aludel.type.value.Circle;
import org.aludel.type.value.Line;
import org.aludel.type.value.LineSegment;
import org.aludel.type.value.Path;
import org.aludel.type.value.Point;
import org.aludel.type.value.Polygon;

/** Figures of the plane: numbers between brackets of several kinds. Source: PostgreSQL 18 §8.8. */
public final class GeometryText {
  private static final String BETWEEN = "()[]{}<>, ";

  private GeometryText() {}

  public static Point point(String text) {
    return points(text, 1).get(0);
  }

  public static Line line(String text) {
    List<Double> numbers = numbers(text, "a line", 3);
    return new Line(numbers.get(0), numbers.get(1), numbers.get(2));
  }

  public static LineSegment segment(String text) {
    List<Point> points = points(text, 2);
    return new LineSegment(points.get(0), points.get(1));
  }

  public static Box box(String text) {
    List<Point> points = points(text, 2);
    return new Box(points.get(0), points.get(1));
  }

  public static Path path(String text) {
    return new Path(points(text, 1), text.startsWith("("));
  }

  public static Polygon polygon(String text) {
    return new Polygon(points(text, 1));
  }

  public static Circle circle(String text) {
    List<Double> numbers = numbers(text, "a circle", 3);
    return new Circle(new Point(numbers.get(0), numbers.get(1)), numbers.get(2));
  }

  private static List<Point> points(String text, int least) {
    List<Double> numbers = numbers(text, "a figure", 2 * least);
    List<Point> points = new ArrayList<>();
    for (int index = 0; index + 1 < numbers.size(); index += 2) {
      points.add(new Point(numbers.get(index), numbers.get(index + 1)));
    }
    return points;
  }

  private static List<Double> numbers(String text, String what, int least) {
    List<Double> numbers = new ArrayList<>();
    int start = 0;
    try {
      for (int index = 0; index <= text.length(); index++) {
        if (index == text.length() || BETWEEN.indexOf(text.charAt(index)) >= 0) {
          if (index > start) {
            numbers.add(Double.valueOf(text.substring(start, index)));
          }
          start = index + 1;
        }
      }
    } catch (NumberFormatException form) {
      throw TextScanner.unreadable(what, text, form);
    }
    if (numbers.size() < least) {
      throw TextScanner.unreadable(what, text);
    }
    return numbers;
  }
}
