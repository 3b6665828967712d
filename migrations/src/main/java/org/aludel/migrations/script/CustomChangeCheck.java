package org.aludel.migrations.script;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.aludel.migrations.step.Backfill;
import org.aludel.migrations.step.BackfillPlan;
import org.aludel.migrations.yaml.Findings;
import org.aludel.migrations.yaml.YamlNode;
import org.aludel.util.Suggestion;

/**
 * Checks a change that names a class, as far as that can be done without the class: its name, its
 * parameters' names, and all of a backfill. The class itself is looked for before anything runs.
 */
final class CustomChangeCheck {
  static final String TYPE = "customChange";
  private static final Pattern CLASS =
      Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*(?:\\.[\\p{L}_$][\\p{L}\\p{N}_$]*)*");

  private final Findings findings;

  CustomChangeCheck(Findings findings) {
    this.findings = findings;
  }

  /** Whether a change is a backfill, which stands alone in a step outside a transaction. */
  static boolean isBackfill(String type, Optional<String> className) {
    return type.equals(TYPE) && className.filter(Backfill.class.getName()::equals).isPresent();
  }

  void check(YamlNode.Mapping change) {
    String name = scalar(change, "class").orElse("");
    if (!name.isEmpty() && !CLASS.matcher(name).matches()) {
      findings.error(
          change.get("class").orElse(change).at(),
          "\"class\" must be the full name of a class, found \"" + name + "\"");
    }
    Optional<YamlNode> one = change.get("param");
    Optional<YamlNode> many = change.get("params");
    if (one.isPresent() && many.isPresent()) {
      findings.error(one.get().at(), "\"param\" and \"params\" exclude each other");
      return;
    }
    Map<String, YamlNode> places = new LinkedHashMap<>();
    Map<String, String> parameters = new LinkedHashMap<>();
    one.ifPresent(node -> parameter(node, places, parameters));
    if (many.isPresent() && many.get() instanceof YamlNode.Sequence sequence) {
      sequence.items().forEach(item -> wrapped(item, places, parameters));
    }
    if (name.equals(Backfill.class.getName())) {
      backfill(change, places, parameters);
    }
  }

  private void wrapped(
      YamlNode item, Map<String, YamlNode> places, Map<String, String> parameters) {
    if (item instanceof YamlNode.Mapping mapping) {
      mapping.get("param").ifPresent(node -> parameter(node, places, parameters));
    }
  }

  private void parameter(
      YamlNode node, Map<String, YamlNode> places, Map<String, String> parameters) {
    if (!(node instanceof YamlNode.Mapping mapping)) {
      return;
    }
    scalar(mapping, "name")
        .ifPresent(
            name -> {
              if (places.put(name, mapping.get("value").orElse(mapping)) != null) {
                findings.error(mapping.at(), "the parameter \"" + name + "\" is given twice");
              }
              parameters.put(name, scalar(mapping, "value").orElse(""));
            });
  }

  private void backfill(
      YamlNode.Mapping change, Map<String, YamlNode> places, Map<String, String> parameters) {
    List<String> known = BackfillPlan.PARAMETERS;
    places.forEach(
        (name, node) -> {
          if (!known.contains(name)) {
            findings.error(
                node.at(),
                "a backfill has no parameter \"" + name + "\"" + Suggestion.phrase(name, known));
          }
        });
    BackfillPlan.read(
        parameters,
        (name, problem) -> {
          YamlNode place = places.get(name);
          findings.error(place == null ? change.at() : place.at(), problem);
        });
  }

  private static Optional<String> scalar(YamlNode.Mapping mapping, String key) {
    return mapping.get(key).orElse(null) instanceof YamlNode.Scalar scalar
        ? Optional.of(scalar.text().strip())
        : Optional.empty();
  }
}
