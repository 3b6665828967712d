package org.aludel.instrument;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One annotation as data, so that nobody depends on its class: {@code jakarta.persistence} of any
 * version is read by name.
 *
 * @param type the annotation's class name, such as {@code jakarta.persistence.Column}
 * @param values by member; enum constants as their names, nested annotations as {@code
 *     AnnotationValues}, arrays as lists, classes as {@code Class}, the rest as it is
 * @param given the members whose value is not the declared default
 */
public record AnnotationValues(String type, Map<String, Object> values, Set<String> given) {
  public AnnotationValues {
    values = Map.copyOf(values);
    given = Set.copyOf(given);
  }

  /** The name without package, such as {@code Column}. */
  public String simpleName() {
    return type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
  }

  /** The package, such as {@code jakarta.persistence}. */
  public String packageName() {
    int dot = type.lastIndexOf('.');
    return dot < 0 ? "" : type.substring(0, dot);
  }

  /** Whether the member has another value than its default. */
  public boolean has(String member) {
    return given.contains(member);
  }

  /** A text, or the fallback where this version of the annotation has no such member. */
  public String text(String member, String fallback) {
    return values.get(member) instanceof String text ? text : fallback;
  }

  /** A text that is not empty, or null. */
  public @Nullable String textOrNull(String member) {
    String text = text(member, "");
    return text.isEmpty() ? null : text;
  }

  public boolean flag(String member, boolean fallback) {
    return values.get(member) instanceof Boolean flag ? flag : fallback;
  }

  public int number(String member, int fallback) {
    return values.get(member) instanceof Integer number ? number : fallback;
  }

  public long longNumber(String member, long fallback) {
    return values.get(member) instanceof Long number ? number : fallback;
  }

  /** A class, or null where there is no such member. */
  public @Nullable Class<?> type(String member) {
    return values.get(member) instanceof Class<?> type ? type : null;
  }

  /** A nested annotation, or null where there is no such member. */
  public @Nullable AnnotationValues nested(String member) {
    return values.get(member) instanceof AnnotationValues nested ? nested : null;
  }

  /** The nested annotations of an array member; empty where there is none. */
  public List<AnnotationValues> nestedList(String member) {
    return elements(member, AnnotationValues.class);
  }

  /** The texts, or names of enum constants, of an array member; empty where there is none. */
  public List<String> texts(String member) {
    return elements(member, String.class);
  }

  private <T> List<T> elements(String member, Class<T> kind) {
    return values.get(member) instanceof List<?> list
        ? list.stream().filter(kind::isInstance).map(kind::cast).toList()
        : List.of();
  }

  @Override
  public String toString() {
    return "@" + simpleName();
  }
}
