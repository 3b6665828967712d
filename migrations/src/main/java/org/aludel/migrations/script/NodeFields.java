package org.aludel.migrations.script;

import java.util.ArrayList;
import java.util.List;
import org.aludel.migrations.yaml.Findings;
import org.aludel.migrations.yaml.YamlNode;
import org.jspecify.annotations.Nullable;

/** Reads the typed fields of one mapping; what is wrong stands in the findings. */
final class NodeFields {
  private final YamlNode.Mapping mapping;
  private final String owner;
  private final Findings findings;

  NodeFields(YamlNode.Mapping mapping, String owner, List<String> known, Findings findings) {
    this.mapping = mapping;
    this.owner = owner;
    this.findings = findings;
    findings.unknownKeys(mapping, owner, known);
  }

  String at() {
    return mapping.at();
  }

  @Nullable YamlNode node(String key) {
    return mapping.get(key).orElse(null);
  }

  /** A scalar that must be there. */
  String required(String key) {
    YamlNode node = node(key);
    if (node == null) {
      findings.error(mapping.at(), owner + " needs \"" + key + "\"");
      return "";
    }
    return scalar(key, node);
  }

  /** A scalar, or the text given when the key is absent. */
  String optional(String key, String absent) {
    YamlNode node = node(key);
    return node == null ? absent : scalar(key, node);
  }

  /** A list of scalars, or an empty one when the key is absent. */
  List<String> list(String key) {
    List<String> texts = new ArrayList<>();
    YamlNode node = node(key);
    if (node instanceof YamlNode.Sequence sequence) {
      sequence.items().forEach(item -> texts.add(scalar(key, item)));
    } else if (node != null) {
      findings.error(node.at(), "\"" + key + "\" must be a list, found " + node.kind());
    }
    return texts;
  }

  /** The place of a key's value, or of the mapping when the key is absent. */
  String at(String key) {
    YamlNode node = node(key);
    return node == null ? mapping.at() : node.at();
  }

  private String scalar(String key, YamlNode node) {
    if (node instanceof YamlNode.Scalar scalar) {
      return scalar.text();
    }
    findings.error(node.at(), "\"" + key + "\" must be text, found " + node.kind());
    return "";
  }
}
