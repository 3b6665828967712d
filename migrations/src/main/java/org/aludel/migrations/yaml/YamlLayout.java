package org.aludel.migrations.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lays values out as YAML lines: on one line while they fit and hold no list of several items and
 * no block, else one key or item a line. Deterministic.
 */
public final class YamlLayout {
  private static final int WIDTH = 120;
  private static final int STEP = 2;
  private final StringBuilder text;

  /** Writes behind what the text holds; a line must just have ended. */
  public YamlLayout(StringBuilder text) {
    this.text = text;
  }

  /** A key and its value. */
  public void field(int indent, String key, Styled value) {
    text.append(" ".repeat(indent));
    field(indent, Map.entry(key, value));
  }

  /** One item of a list. */
  public void item(int indent, Styled value) {
    text.append(" ".repeat(indent)).append("- ");
    int column = indent + STEP;
    Optional<String> flow = flow(value);
    boolean fits = flow.isPresent() && column + flow.get().length() <= WIDTH;
    if (value instanceof Styled.Mapping mapping && !mapping.fields().isEmpty()) {
      if (fits && mapping.fields().size() > 1) {
        text.append(flow.get()).append('\n');
      } else {
        fields(column, mapping);
      }
    } else if (value instanceof Styled.Sequence sequence && !fits) {
      items(column, sequence);
    } else if (value instanceof Styled.Scalar scalar && scalar.block()) {
      block(column, scalar);
    } else {
      text.append(flow.orElseThrow()).append('\n');
    }
  }

  /** The first line stands where the text stands, at {@code column}. */
  private void fields(int column, Styled.Mapping mapping) {
    boolean first = true;
    for (Map.Entry<String, Styled> entry : mapping.fields().entrySet()) {
      text.append(first ? "" : " ".repeat(column));
      field(column, entry);
      first = false;
    }
  }

  private void items(int column, Styled.Sequence sequence) {
    int start = text.length();
    sequence.items().forEach(item -> item(column, item));
    text.delete(start, start + column);
  }

  private void field(int column, Map.Entry<String, Styled> entry) {
    String name = YamlScalars.write(entry.getKey());
    Styled value = entry.getValue();
    Optional<String> flow = flow(value);
    text.append(name).append(':');
    if (value instanceof Styled.Scalar scalar && scalar.block()) {
      text.append(' ');
      block(column + STEP, scalar);
    } else if (flow.isPresent()
        && (value instanceof Styled.Scalar
            || column + name.length() + 2 + flow.get().length() <= WIDTH)) {
      text.append(' ').append(flow.get()).append('\n');
    } else if (value instanceof Styled.Sequence sequence) {
      text.append('\n');
      sequence.items().forEach(item -> item(column + STEP, item));
    } else if (value instanceof Styled.Mapping mapping) {
      text.append('\n').append(" ".repeat(column + STEP));
      fields(column + STEP, mapping);
    }
  }

  private void block(int indent, Styled.Scalar scalar) {
    text.append(
            YamlScalars.literal(scalar.text(), indent)
                .orElseGet(() -> YamlScalars.quoted(scalar.text())))
        .append('\n');
  }

  private static Optional<String> flow(Styled value) {
    if (value instanceof Styled.Scalar scalar) {
      return scalar.block() ? Optional.empty() : Optional.of(scalar.written());
    }
    return value instanceof Styled.Sequence sequence
        ? flowItems(sequence)
        : flowFields((Styled.Mapping) value);
  }

  private static Optional<String> flowItems(Styled.Sequence sequence) {
    if (sequence.items().size() > 1) {
      return Optional.empty();
    }
    return sequence.items().isEmpty()
        ? Optional.of("[]")
        : flow(sequence.items().get(0)).map(item -> "[" + item + "]");
  }

  private static Optional<String> flowFields(Styled.Mapping mapping) {
    List<String> parts = new ArrayList<>();
    for (Map.Entry<String, Styled> entry : mapping.fields().entrySet()) {
      Optional<String> part = flow(entry.getValue());
      if (part.isEmpty()) {
        return Optional.empty();
      }
      parts.add(YamlScalars.write(entry.getKey()) + ": " + part.get());
    }
    return Optional.of("{" + String.join(", ", parts) + "}");
  }
}
