package org.aludel.migrations.revision;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A parameter of a change as neutral data: text, a list or a mapping in the order written. Text is
 * never typed: {@code 007}, {@code no} and {@code 1e3} stay what they are.
 */
public sealed interface Value {
  /** Dispatches on the kind of value. */
  <R> R accept(Visitor<R> visitor);

  /** A scalar, exactly as written. */
  static Value of(String text) {
    return new Text(text);
  }

  /** One method a kind of value. */
  interface Visitor<R> {
    R visitText(Text text);

    R visitItems(Items items);

    R visitFields(Fields fields);
  }

  /** A scalar. */
  record Text(String text) implements Value {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitText(this);
    }
  }

  /** A list. */
  record Items(List<Value> items) implements Value {
    public Items {
      items = List.copyOf(items);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitItems(this);
    }
  }

  /** A mapping; iterates in the order written, equality ignores the order. */
  record Fields(Map<String, Value> fields) implements Value {
    public Fields {
      fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitFields(this);
    }
  }
}
