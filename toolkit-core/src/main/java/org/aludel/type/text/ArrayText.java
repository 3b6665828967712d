package org.aludel.type.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.aludel.error.MappingException;
import org.aludel.error.Problem;
import org.aludel.error.TypeCode;
import org.jspecify.annotations.Nullable;

/**
 * Array literals: {@code {1,NULL,3}}, {@code {{a,b},{c,d}}}, {@code [0:1]={5,6}}. Source:
 * PostgreSQL 18 §8.15.
 */
public final class ArrayText {
  /** Between elements; only {@code box} and some types of extensions have another. */
  public static final char COMMA = ',';

  private static final int NO_DIMENSION = 0;

  /**
   * What a literal holds.
   *
   * @param items elements, or lists of them; a new list that the caller owns
   * @param dimensions 0 for the empty array
   * @param shifted whether an index begins elsewhere than at 1
   */
  public record Parsed(List<@Nullable Object> items, int dimensions, boolean shifted) {}

  private final TextScanner scanner;
  private final char delimiter;
  private final Function<String, ?> element;
  private int dimensions;

  private ArrayText(TextScanner scanner, char delimiter, Function<String, ?> element) {
    this.scanner = scanner;
    this.delimiter = delimiter;
    this.element = element;
  }

  /**
   * The elements of a literal as the server writes it.
   *
   * @param element what becomes of an element's text
   */
  public static Parsed parse(String text, char delimiter, Function<String, ?> element) {
    TextScanner scanner = new TextScanner(text, "an array");
    boolean shifted = scanner.peek() == '[';
    if (shifted) {
      scanner.until("=");
      scanner.expect('=');
    }
    ArrayText reader = new ArrayText(scanner, delimiter, element);
    List<@Nullable Object> items = reader.list(1);
    scanner.requireEnd();
    return new Parsed(items, items.isEmpty() ? NO_DIMENSION : reader.dimensions, shifted);
  }

  private List<@Nullable Object> list(int depth) {
    scanner.expect('{');
    dimensions = Math.max(dimensions, depth);
    List<@Nullable Object> items = new ArrayList<>();
    if (scanner.take('}')) {
      return items;
    }
    String stops = delimiter + "}";
    do {
      items.add(item(depth, stops));
    } while (scanner.take(delimiter));
    scanner.expect('}');
    return items;
  }

  private @Nullable Object item(int depth, String stops) {
    if (scanner.peek() == '{') {
      return list(depth + 1);
    }
    if (scanner.peek() == '"') {
      return element.apply(scanner.quoted());
    }
    String bare = scanner.until(stops);
    return bare.equals("NULL") ? null : element.apply(bare);
  }

  /**
   * The literal of a list; lists inside are further dimensions.
   *
   * @param element the text of an element that is not null
   * @throws MappingException RAGGED_ARRAY when lists of one level differ in length or kind
   */
  public static String write(List<?> items, char delimiter, Function<Object, String> element) {
    if (!items.isEmpty()) {
      requireEven(items);
    }
    StringBuilder text = new StringBuilder();
    write(text, items, delimiter, element);
    return text.toString();
  }

  private static void write(
      StringBuilder text, List<?> items, char delimiter, Function<Object, String> element) {
    text.append('{');
    for (int index = 0; index < items.size(); index++) {
      Object item = items.get(index);
      if (index > 0) {
        text.append(delimiter);
      }
      if (item == null) {
        text.append("NULL");
      } else if (item instanceof List<?> inner) {
        write(text, inner, delimiter, element);
      } else {
        TextScanner.quote(text, element.apply(item));
      }
    }
    text.append('}');
  }

  private static void requireEven(List<?> items) {
    int size = length(items.get(0));
    for (Object item : items) {
      if (length(item) != size || size == 0) {
        throw ragged(size, length(item));
      }
    }
    if (size > 0) {
      List<Object> next = new ArrayList<>();
      items.forEach(item -> next.addAll((List<?>) item));
      requireEven(next);
    }
  }

  /** The length of a list inside; -1 for an element. */
  private static int length(@Nullable Object item) {
    return item instanceof List<?> inner ? inner.size() : -1;
  }

  private static MappingException ragged(int first, int other) {
    return new MappingException(
        Problem.of(TypeCode.RAGGED_ARRAY, "cannot write nested lists as an array")
            .found(phrase(first) + " beside " + phrase(other))
            .expected("lists of equal length, one or more, without null among the lists")
            .fix("fill the shorter lists with null, or store them as json"));
  }

  private static String phrase(int length) {
    return length < 0 ? "an element" : "a list of " + length;
  }
}
