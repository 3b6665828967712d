package org.aludel.migrations.config;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.aludel.migrations.yaml.Findings;
import org.aludel.migrations.yaml.YamlNode;

/** Reads the programs that run after a file is written; what is wrong stands in the findings. */
final class HookSection {
  private static final List<String> KEYS = List.of("name", "command", "directory", "timeout");

  private final Function<YamlNode.Scalar, String> expanded;
  private final Findings findings;

  /**
   * @param expanded a scalar with the environment's variables in it
   */
  HookSection(Function<YamlNode.Scalar, String> expanded, Findings findings) {
    this.expanded = expanded;
    this.findings = findings;
  }

  List<RawHook> read(YamlNode node) {
    List<RawHook> hooks = new ArrayList<>();
    if (!(node instanceof YamlNode.Sequence sequence)) {
      findings.error(node.at(), "\"hooks\" must be a list, found " + node.kind());
      return hooks;
    }
    for (YamlNode item : sequence.items()) {
      if (item instanceof YamlNode.Mapping mapping) {
        hooks.add(hook(mapping));
      } else {
        findings.error(item.at(), "a hook must be a mapping, found " + item.kind());
      }
    }
    return hooks;
  }

  private RawHook hook(YamlNode.Mapping mapping) {
    findings.unknownKeys(mapping, "the hook", KEYS);
    String name = text(mapping, "name");
    List<String> command = command(mapping);
    if (name.isBlank() || command.isEmpty()) {
      findings.error(
          mapping.at(),
          "a hook needs a \"name\" and a \"command\": a list of program and arguments");
    }
    return new RawHook(
        name, command, text(mapping, "directory"), text(mapping, "timeout"), mapping.at());
  }

  private String text(YamlNode.Mapping mapping, String key) {
    YamlNode node = mapping.get(key).orElse(null);
    if (node instanceof YamlNode.Scalar scalar) {
      return expanded.apply(scalar);
    }
    if (node != null) {
      findings.error(node.at(), "\"" + key + "\" must be text, found " + node.kind());
    }
    return "";
  }

  /** No shell takes one text apart, so that a path with a blank stays one argument. */
  private List<String> command(YamlNode.Mapping mapping) {
    List<String> command = new ArrayList<>();
    if (mapping.get("command").orElse(null) instanceof YamlNode.Sequence sequence) {
      for (YamlNode item : sequence.items()) {
        if (item instanceof YamlNode.Scalar scalar) {
          command.add(expanded.apply(scalar));
        } else {
          findings.error(item.at(), "\"command\" must hold text, found " + item.kind());
        }
      }
    }
    return command;
  }
}
