package org.aludel.migrations.reverse;

import java.util.ArrayList;
import java.util.List;
import org.aludel.schema.Column;
import org.aludel.schema.Computed;
import org.aludel.schema.Deferral;
import org.aludel.schema.EnumType;
import org.aludel.schema.ForeignKey;
import org.aludel.schema.Identity;
import org.aludel.schema.ReferentialAction;
import org.aludel.schema.Sequence;
import org.aludel.schema.SequenceOptions;
import org.aludel.schema.Table;
import org.jspecify.annotations.Nullable;

/** The annotations of an attribute. */
final class AttributeSource {
  private static final int DEFAULT_LENGTH = 255;

  private final Table table;
  private final Attribute attribute;
  private final List<Annotated> annotations = new ArrayList<>();

  AttributeSource(Table table, Attribute attribute) {
    this.table = table;
    this.attribute = attribute;
  }

  List<Annotated> annotations() {
    ForeignKey reference = attribute.facts().reference();
    if (reference != null) {
      addReference(reference);
      return annotations;
    }
    if (attribute.facts().id()) {
      annotations.add(new Annotated("Id"));
    }
    addGeneration();
    addType();
    addColumn();
    String value = attribute.column().serverDefault();
    if (value != null) {
      annotations.add(new Annotated("ServerDefault").text("sql", value));
    }
    Computed computed = attribute.column().computed();
    if (computed != null) {
      Annotated said = new Annotated("Computed").text("value", computed.expression());
      annotations.add(computed.stored() ? said : said.with("stored", "false"));
    }
    return annotations;
  }

  private void addReference(ForeignKey key) {
    Column column = attribute.column();
    Annotated link = new Annotated("ManyToOne").with("fetch", "FetchType.LAZY");
    annotations.add(column.nullable() ? link : link.with("optional", "false"));
    Annotated join = new Annotated("JoinColumn").text("name", column.name());
    if (!column.nullable()) {
      join.with("nullable", "false");
    }
    put(join, "comment", column.comment());
    join.with("foreignKey", new Annotated("ForeignKey").text("name", key.name().text()).toString());
    annotations.add(join);
    addAction("OnDelete", key.onDelete());
    addAction("OnUpdate", key.onUpdate());
    if (key.deferral() != Deferral.NOT_DEFERRABLE) {
      Annotated deferrable = new Annotated("Deferrable");
      annotations.add(
          key.deferral() == Deferral.INITIALLY_DEFERRED
              ? deferrable.with("initiallyDeferred", "true")
              : deferrable);
    }
  }

  private void addAction(String annotation, ReferentialAction action) {
    if (action != ReferentialAction.NO_ACTION) {
      annotations.add(new Annotated(annotation).with("value", "ForeignKeyAction." + action.name()));
    }
  }

  private void addGeneration() {
    Identity identity = attribute.column().identity();
    Sequence sequence = attribute.facts().sequence();
    if (identity != null) {
      annotations.add(new Annotated("GeneratedValue").with("strategy", "GenerationType.IDENTITY"));
      Annotated options = options(identity);
      if (!options.isEmpty()) {
        annotations.add(options);
      }
    } else if (sequence != null) {
      addSequence(sequence);
    }
  }

  private void addSequence(Sequence sequence) {
    annotations.add(
        new Annotated("GeneratedValue")
            .with("strategy", "GenerationType.SEQUENCE")
            .text("generator", sequence.name().toString()));
    Annotated generator =
        new Annotated("SequenceGenerator").text("name", sequence.name().toString());
    generator.text("sequenceName", sequence.name().name());
    put(generator, "schema", sequence.name().schema());
    if (sequence.options().start() != 1) {
      generator.with("initialValue", String.valueOf(sequence.options().start()));
    }
    annotations.add(
        generator.with("allocationSize", String.valueOf(sequence.options().increment())));
  }

  private static Annotated options(Identity identity) {
    SequenceOptions found = identity.options();
    Annotated options = new Annotated("IdentityOptions");
    if (identity.always()) {
      options.with("always", "true");
    }
    number(options, "start", found.start());
    number(options, "increment", found.increment());
    if (found.minimum() != null) {
      options.with("minimum", found.minimum() + "L");
    }
    if (found.maximum() != null) {
      options.with("maximum", found.maximum() + "L");
    }
    number(options, "cache", found.cache());
    return found.cycle() ? options.with("cycle", "true") : options;
  }

  private static void number(Annotated options, String member, long value) {
    if (value != 1) {
      options.with(member, value + "L");
    }
  }

  private void addType() {
    String converter = attribute.type().converter();
    if (converter != null) {
      annotations.add(new Annotated("Convert").with("converter", converter));
    }
    EnumType type = attribute.facts().enumType();
    if (type != null) {
      Annotated said = new Annotated("PgEnum");
      if (!JavaName.snake(attribute.type().text()).equals(type.name().name())) {
        said.text("name", type.name().name());
      }
      String schema = type.name().schema();
      if (schema != null && !schema.equals(table.name().schema())) {
        said.text("schema", schema);
      }
      annotations.add(said);
    } else if (attribute.type().sqlType() != null) {
      annotations.add(new Annotated("SqlType").text("value", attribute.type().sqlType()));
    }
  }

  private void addColumn() {
    Column column = attribute.column();
    Annotated said = new Annotated("Column");
    if (!JavaName.snake(attribute.name()).equals(column.name())) {
      said.text("name", column.name());
    }
    if (!column.nullable() && !attribute.facts().id() && !attribute.primitive()) {
      said.with("nullable", "false");
    }
    addSize(said, column.type().name());
    if (attribute.facts().serverMade()) {
      said.with("insertable", "false").with("updatable", "false");
    }
    put(said, "comment", column.comment());
    if (!said.isEmpty()) {
      annotations.add(said);
    }
  }

  private static void addSize(Annotated said, String type) {
    String numbers = type.substring(type.indexOf('(') + 1).replace(")", "");
    if (type.matches("varchar\\(\\d+\\)")) {
      if (Integer.parseInt(numbers) != DEFAULT_LENGTH) {
        said.with("length", numbers);
      }
    } else if (JavaType.sized(type)) {
      String[] parts = numbers.split(",");
      said.with("precision", parts[0]);
      if (!parts[1].equals("0")) {
        said.with("scale", parts[1]);
      }
    }
  }

  private static void put(Annotated said, String member, @Nullable String value) {
    if (value != null) {
      said.text(member, value);
    }
  }
}
