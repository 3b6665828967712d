package org.aludel.migrations.script;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aludel.migrations.revision.Change;
import org.aludel.migrations.revision.Value;
import org.aludel.migrations.yaml.Findings;
import org.aludel.migrations.yaml.YamlNode;
import org.aludel.migrations.yaml.YamlScalars;
import org.aludel.util.Suggestion;

/** Turns the items of {@code changes:} and {@code rollback:} into changes. */
final class ChangeLoader {
  private final ChangeVocabulary vocabulary;
  private final Findings findings;

  ChangeLoader(ChangeVocabulary vocabulary, Findings findings) {
    this.vocabulary = vocabulary;
    this.findings = findings;
  }

  /** The changes of a list; what is wrong stands in the findings. */
  List<Change> changes(String key, YamlNode node) {
    List<Change> changes = new ArrayList<>();
    if (node instanceof YamlNode.Sequence sequence) {
      sequence.items().forEach(item -> change(item).ifPresent(changes::add));
    } else {
      findings.error(node.at(), "\"" + key + "\" must be a list of changes, found " + node.kind());
    }
    return changes;
  }

  private Optional<Change> change(YamlNode item) {
    if (!(item instanceof YamlNode.Mapping mapping) || mapping.entries().size() != 1) {
      findings.error(item.at(), "a change must be a mapping with one key, its type");
      return Optional.empty();
    }
    YamlNode.Entry entry = mapping.entries().get(0);
    Optional<ChangeShape> shape = vocabulary.type(entry.key());
    if (shape.isEmpty()) {
      findings.error(
          entry.keyAt(),
          "unknown change type \""
              + entry.key()
              + "\""
              + Suggestion.phrase(entry.key(), vocabulary.typeNames()));
      return Optional.empty();
    }
    if (!(entry.value() instanceof YamlNode.Mapping attributes)) {
      findings.error(
          entry.value().at(),
          "\"" + entry.key() + "\" must be a mapping, found " + entry.value().kind());
      return Optional.empty();
    }
    if (entry.key().equals(CustomChangeCheck.TYPE)) {
      new CustomChangeCheck(findings).check(attributes);
    }
    Value.Fields fields = fields(attributes, shape.get(), "\"" + entry.key() + "\"");
    return Optional.of(new Change(entry.key(), fields.fields(), entry.keyAt()));
  }

  private Value.Fields fields(YamlNode.Mapping mapping, ChangeShape shape, String owner) {
    findings.unknownKeys(mapping, owner, shape.names());
    Map<String, Value> fields = new LinkedHashMap<>();
    for (YamlNode.Entry entry : mapping.entries()) {
      ChangeAttribute attribute = shape.attributes().get(entry.key());
      if (attribute != null) {
        fields.put(entry.key(), value(entry.value(), attribute, shape.foreign()));
      }
    }
    for (ChangeAttribute attribute : shape.attributes().values()) {
      if (attribute.required() && !fields.containsKey(attribute.name())) {
        findings.error(mapping.at(), owner + " needs \"" + attribute.name() + "\"");
      }
    }
    return new Value.Fields(fields);
  }

  private Value value(YamlNode node, ChangeAttribute attribute, boolean foreign) {
    if (foreign) {
      return carried(node);
    }
    if (attribute.shape() != null) {
      return nested(node, attribute, vocabulary.shape(attribute.shape()));
    }
    if (!(node instanceof YamlNode.Scalar scalar)) {
      findings.error(node.at(), "\"" + attribute.name() + "\" must be text, found " + node.kind());
      return Value.of("");
    }
    if (!attribute.accepts(scalar.text())) {
      findings.error(
          node.at(),
          "\""
              + attribute.name()
              + "\" must be "
              + attribute.expectation()
              + ", found \""
              + scalar.text()
              + "\"");
    }
    return text(scalar);
  }

  private Value nested(YamlNode node, ChangeAttribute attribute, ChangeShape shape) {
    if (shape.wrapper() == null) {
      return mapping(node, attribute, shape);
    }
    if (!(node instanceof YamlNode.Sequence sequence)) {
      findings.error(
          node.at(), "\"" + attribute.name() + "\" must be a list, found " + node.kind());
      return Value.of("");
    }
    List<Value> items = new ArrayList<>();
    for (YamlNode item : sequence.items()) {
      items.add(wrapped(item, attribute, shape, shape.wrapper()));
    }
    return new Value.Items(items);
  }

  private Value wrapped(
      YamlNode item, ChangeAttribute attribute, ChangeShape shape, String wrapper) {
    if (item instanceof YamlNode.Mapping mapping
        && mapping.entries().size() == 1
        && mapping.entries().get(0).key().equals(wrapper)) {
      Value inner = mapping(mapping.entries().get(0).value(), attribute, shape);
      return new Value.Fields(Map.of(wrapper, inner));
    }
    findings.error(
        item.at(),
        "each item of \"" + attribute.name() + "\" must be a mapping {" + wrapper + ": {...}}");
    return Value.of("");
  }

  private Value mapping(YamlNode node, ChangeAttribute attribute, ChangeShape shape) {
    if (node instanceof YamlNode.Mapping mapping) {
      String owner = shape.wrapper() == null ? attribute.name() : shape.wrapper();
      return fields(mapping, shape, "\"" + owner + "\"");
    }
    findings.error(
        node.at(), "\"" + attribute.name() + "\" must be a mapping, found " + node.kind());
    return Value.of("");
  }

  /** A node as it is, for Liquibase. */
  Value carried(YamlNode node) {
    if (node instanceof YamlNode.Scalar scalar) {
      return text(scalar);
    }
    if (node instanceof YamlNode.Sequence sequence) {
      return new Value.Items(sequence.items().stream().map(this::carried).toList());
    }
    Map<String, Value> fields = new LinkedHashMap<>();
    ((YamlNode.Mapping) node)
        .entries()
        .forEach(entry -> fields.put(entry.key(), carried(entry.value())));
    return new Value.Fields(fields);
  }

  private Value text(YamlNode.Scalar scalar) {
    warnAboutOtherReaders(scalar);
    return Value.of(scalar.text());
  }

  /** Where plain Liquibase would run something else than we do. */
  void warnAboutOtherReaders(YamlNode.Scalar scalar) {
    YamlScalars.retyped(scalar)
        .ifPresent(
            other ->
                findings.warn(
                    scalar.at(),
                    "plain Liquibase reads "
                        + other
                        + " from "
                        + scalar.text()
                        + "; put it in quotes"));
    if (scalar.text().contains("${")) {
      findings.warn(
          scalar.at(),
          "plain Liquibase replaces ${...} where a property of that name exists;"
              + " split the text, as in '$' || '{'");
    }
  }
}
