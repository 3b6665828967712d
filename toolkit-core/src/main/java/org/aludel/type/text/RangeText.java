package org.aludel.type.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.aludel.type.value.MultiRange;
import org.aludel.type.value.Range;
import org.jspecify.annotations.Nullable;

/** Ranges: {@code [1,5)}, {@code ("a b",]}, {@code empty}. Source: PostgreSQL 18 §8.17.5. */
public final class RangeText {
  private static final String EMPTY = "empty";

  private RangeText() {}

  /** The range of a text as the server writes it. */
  public static <T> Range<T> parse(String text, Function<String, T> bound) {
    TextScanner scanner = new TextScanner(text, "a range");
    Range<T> range = one(scanner, bound);
    scanner.requireEnd();
    return range;
  }

  /** The multirange of a text as the server writes it: {@code {[1,3),[5,8)}}. */
  public static <T> MultiRange<T> parseMany(String text, Function<String, T> bound) {
    TextScanner scanner = new TextScanner(text, "a multirange");
    List<Range<T>> ranges = new ArrayList<>();
    scanner.expect('{');
    if (!scanner.take('}')) {
      do {
        ranges.add(one(scanner, bound));
      } while (scanner.take(','));
      scanner.expect('}');
    }
    scanner.requireEnd();
    return new MultiRange<>(ranges);
  }

  private static <T> Range<T> one(TextScanner scanner, Function<String, T> bound) {
    if (scanner.peek() == 'e') {
      scanner.until(",}");
      return Range.none();
    }
    boolean lowerInclusive = scanner.take('[');
    if (!lowerInclusive) {
      scanner.expect('(');
    }
    T lower = bound(scanner, bound);
    scanner.expect(',');
    T upper = bound(scanner, bound);
    boolean upperInclusive = scanner.take(']');
    if (!upperInclusive) {
      scanner.expect(')');
    }
    return new Range<>(lower, upper, lowerInclusive, upperInclusive, false);
  }

  private static <T> @Nullable T bound(TextScanner scanner, Function<String, T> bound) {
    if (scanner.peek() == '"') {
      return bound.apply(scanner.quoted());
    }
    String bare = scanner.until(",)]");
    return bare.isEmpty() ? null : bound.apply(bare);
  }

  /** The text from which the server reads the range. */
  public static <T> String write(Range<T> range, Function<? super T, String> bound) {
    if (range.empty()) {
      return EMPTY;
    }
    StringBuilder text = new StringBuilder().append(range.lowerInclusive() ? '[' : '(');
    T lower = range.lower();
    if (lower != null) {
      TextScanner.quote(text, bound.apply(lower));
    }
    text.append(',');
    T upper = range.upper();
    if (upper != null) {
      TextScanner.quote(text, bound.apply(upper));
    }
    return text.append(range.upperInclusive() ? ']' : ')').toString();
  }

  /** The text from which the server reads the multirange. */
  public static <T> String write(MultiRange<T> ranges, Function<? super T, String> bound) {
    List<String> texts = new ArrayList<>();
    for (Range<T> range : ranges.ranges()) {
      texts.add(write(range, bound));
    }
    return "{" + String.join(",", texts) + "}";
  }
}
