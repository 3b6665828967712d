package org.aludel.migrations.yaml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A value on its way into a file: in final order, each scalar in its written form. */
public sealed interface Styled {
  /**
   * A scalar.
   *
   * @param text what it means
   * @param written how it stands on one line
   * @param block whether it stands in a block of its own even if it has one line
   */
  record Scalar(String text, String written, boolean block) implements Styled {
    /** Quoted where needed; in a block when it has several lines. */
    public static Scalar of(String text) {
      return new Scalar(text, YamlScalars.write(text), text.contains("\n"));
    }

    /** Always in a block where YAML allows it. */
    public static Scalar block(String text) {
      return new Scalar(text, YamlScalars.quoted(text), true);
    }

    /** As it is: true, false or a whole number. */
    public static Scalar bare(String text) {
      return new Scalar(text, text, false);
    }
  }

  /** A list. */
  record Sequence(List<Styled> items) implements Styled {
    public Sequence {
      items = List.copyOf(items);
    }
  }

  /** A mapping. */
  record Mapping(Map<String, Styled> fields) implements Styled {
    public Mapping {
      fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }
  }
}
