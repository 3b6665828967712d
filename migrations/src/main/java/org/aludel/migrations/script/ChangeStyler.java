package org.aludel.migrations.script;

import java.util.LinkedHashMap;
import java.util.Map;
import org.aludel.migrations.revision.Change;
import org.aludel.migrations.revision.Value;
import org.aludel.migrations.yaml.Styled;
import org.jspecify.annotations.Nullable;

/** Puts the parameters of a change into the vocabulary's order and each scalar into its form. */
final class ChangeStyler {
  private final ChangeVocabulary vocabulary;

  ChangeStyler(ChangeVocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  Styled change(Change change) {
    ChangeShape shape = vocabulary.type(change.type()).orElse(null);
    Value.Fields parameters = new Value.Fields(change.parameters());
    return new Styled.Mapping(Map.of(change.type(), fields(parameters, shape)));
  }

  /** A value without vocabulary, in its own order. */
  Styled free(Value value) {
    return style(value, null);
  }

  private Styled style(Value value, @Nullable ChangeShape shape) {
    if (value instanceof Value.Text scalar) {
      return Styled.Scalar.of(scalar.text());
    }
    if (value instanceof Value.Items items) {
      return new Styled.Sequence(items.items().stream().map(item -> wrapped(item, shape)).toList());
    }
    return fields((Value.Fields) value, shape);
  }

  /** An item {@code {column: {...}}}: the shape is that of what stands under the key. */
  private Styled wrapped(Value item, @Nullable ChangeShape shape) {
    if (shape != null
        && item instanceof Value.Fields fields
        && fields.fields().size() == 1
        && fields.fields().get(shape.wrapper()) instanceof Value.Fields inner) {
      return new Styled.Mapping(Map.of(String.valueOf(shape.wrapper()), fields(inner, shape)));
    }
    return style(item, null);
  }

  private Styled fields(Value.Fields fields, @Nullable ChangeShape shape) {
    Map<String, Styled> styled = new LinkedHashMap<>();
    if (shape != null) {
      for (ChangeAttribute attribute : shape.attributes().values()) {
        Value value = fields.fields().get(attribute.name());
        if (value != null) {
          styled.put(attribute.name(), attribute(value, attribute));
        }
      }
    }
    fields.fields().forEach((key, value) -> styled.computeIfAbsent(key, name -> free(value)));
    return new Styled.Mapping(styled);
  }

  private Styled attribute(Value value, ChangeAttribute attribute) {
    if (value instanceof Value.Text scalar) {
      if (attribute.kind() != ChangeAttribute.Kind.TEXT && attribute.accepts(scalar.text())) {
        return Styled.Scalar.bare(scalar.text());
      }
      return attribute.name().equals(Change.SQL)
          ? Styled.Scalar.block(scalar.text())
          : Styled.Scalar.of(scalar.text());
    }
    return style(value, attribute.shape() == null ? null : vocabulary.shape(attribute.shape()));
  }
}
