package org.aludel.processor;

import java.util.ArrayList;
import java.util.List;

/** Writes the methods that fill an entity from a row. */
final class ReadWriter {
  private static final String ROW = "java.sql.ResultSet row";
  private static final String THROWS = " throws java.sql.SQLException {";

  private final EntityModel entity;

  /** Which columns a method reads, and how. */
  private enum Way {
    /** All of them, so that what is embedded is written at the end. */
    WHOLE,
    /** As above, of the types that they are mapped to. */
    SENT,
    ONE
  }

  ReadWriter(EntityModel entity) {
    this.entity = entity;
  }

  void write(Source source) {
    source
        .blank()
        .line("@Override")
        .line("public void read(" + ROW + ", int first, " + entity.name() + " entity)" + THROWS);
    all(source, Way.WHOLE);
    own(source.line("}"));
    sent(source);
    source
        .blank()
        .line("@Override")
        .line(
            "public void readSlot("
                + ROW
                + ", int column, "
                + entity.name()
                + " entity, int slot)"
                + THROWS)
        .line("switch (slot) {");
    for (int slot = 0; slot < entity.attributes().size(); slot++) {
      if (entity.attributes().get(slot).basic()) {
        source.line("case " + slot + ": {");
        statement(source, slot, "column", Way.ONE);
        source.line("break;").line("}");
      }
    }
    source.line("default: throw noSlot(slot);").line("}").line("}");
  }

  private void all(Source source, Way way) {
    for (int slot = 0; slot < entity.attributes().size(); slot++) {
      if (entity.attributes().get(slot).basic() && slot != entity.longIdSlot()) {
        statement(source, slot, position(slot), way);
      }
    }
    EmbeddedWriter.writeAll(entity, 0, source);
  }

  private static String position(int slot) {
    return slot == 0 ? "first" : "first + " + slot;
  }

  /** Where the binary form can be read without the driver. */
  private void sent(Source source) {
    List<String> tests = new ArrayList<>();
    for (int slot = 0; slot < entity.attributes().size(); slot++) {
      ValueKind kind = entity.attributes().get(slot).value();
      if (kind != null && !kind.sentTest(position(slot)).isEmpty()) {
        tests.add(kind.sentTest(position(slot)));
      }
    }
    if (tests.isEmpty()) {
      return;
    }
    source
        .blank()
        .line("@Override")
        .line(
            "public boolean isSentAsMapped(java.sql.ResultSetMetaData columns, int first)" + THROWS)
        .line("return " + String.join(" && ", tests) + ";")
        .line("}")
        .blank()
        .line("@Override")
        .line(
            "public void readSent(" + ROW + ", int first, " + entity.name() + " entity)" + THROWS);
    all(source, Way.SENT);
    source.line("}");
  }

  /** The columns that the extended entity has not, for rows of several classes. */
  private void own(Source source) {
    int inherited = entity.inheritedBasics();
    if (inherited == 0) {
      return;
    }
    source
        .blank()
        .line("@Override")
        .line("protected int inheritedBasics() {")
        .line("return " + inherited + ";")
        .line("}")
        .blank()
        .line("@Override")
        .line("public void readOwn(" + ROW + ", int first, " + entity.name() + " entity)" + THROWS);
    for (int slot = inherited; slot < entity.attributes().size(); slot++) {
      if (entity.attributes().get(slot).basic()) {
        statement(
            source, slot, slot == inherited ? "first" : "first + " + (slot - inherited), Way.WHOLE);
      }
    }
    EmbeddedWriter.writeAll(entity, inherited, source);
    source.line("}");
  }

  private void statement(Source source, int slot, String position, Way way) {
    AttributeModel attribute = entity.attributes().get(slot);
    ValueKind kind = attribute.value();
    if (kind == null || attribute.implied()) {
      return;
    }
    String type = attribute.javaType();
    // Each value is cast to the field's own class: a handle takes exactly that one, and what the
    // compiler infers for a conditional or generic expression is not always it.
    String value =
        kind == ValueKind.STORED
            ? attribute.codec(slot) + ".read(row, " + position + ")"
            : way == Way.SENT ? kind.sentGetter(position, type) : kind.getter(position, type);
    if (kind == ValueKind.ENUM_ORDINAL) {
      String local = "value" + slot;
      source.line("int " + local + " = " + value + ";");
      value =
          "row.wasNull() ? null : org.aludel.type.EnumValues.at(" + type + ".class, " + local + ")";
    } else if (kind.primitiveGetter() && !attribute.primitive()) {
      String local = "value" + slot;
      source.line(primitive(kind) + " " + local + " = " + value + ";");
      value = "row.wasNull() ? null : (" + type + ") " + local;
    }
    String exact = "(" + type + ") (" + value + ")";
    if (way != Way.ONE && attribute.embedded() != null) {
      source.line(type + " " + EmbeddedWriter.parameter(slot) + " = " + exact + ";");
    } else {
      source.line(AccessWriter.assign(entity, slot, "entity", exact));
    }
  }

  private static String primitive(ValueKind kind) {
    return kind.name().toLowerCase(java.util.Locale.ROOT);
  }
}
