package org.aludel.migrations.yaml;

import java.util.List;
import java.util.Optional;

/** A node of a YAML file and where it stands, as {@code file:line:column} (1-based). */
public sealed interface YamlNode {
  /** Where the node begins. */
  String at();

  /** What the node is, as a message calls it: text, a list or a mapping. */
  String kind();

  /**
   * A scalar, as written.
   *
   * @param plain whether it stands without quotes, so that other YAML readers may type it
   */
  record Scalar(String text, boolean plain, String at) implements YamlNode {
    @Override
    public String kind() {
      return text.isEmpty() ? "nothing" : "text";
    }
  }

  /** A list. */
  record Sequence(List<YamlNode> items, String at) implements YamlNode {
    public Sequence {
      items = List.copyOf(items);
    }

    @Override
    public String kind() {
      return "a list";
    }
  }

  /** A mapping; keys are unique. */
  record Mapping(List<Entry> entries, String at) implements YamlNode {
    public Mapping {
      entries = List.copyOf(entries);
    }

    @Override
    public String kind() {
      return "a mapping";
    }

    /** The value under a key. */
    public Optional<YamlNode> get(String key) {
      for (Entry entry : entries) {
        if (entry.key().equals(key)) {
          return Optional.of(entry.value());
        }
      }
      return Optional.empty();
    }
  }

  /** A key with its place, and its value. */
  record Entry(String key, String keyAt, YamlNode value) {}
}
