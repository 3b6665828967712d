package org.aludel.processor;

/** Writes the methods that fill an entity from a row. */
final class ReadWriter {
  private static final String ROW = "java.sql.ResultSet row";
  private static final String THROWS = " throws java.sql.SQLException {";

  private final EntityModel entity;

  ReadWriter(EntityModel entity) {
    this.entity = entity;
  }

  void write(Source source) {
    source
        .blank()
        .line("@Override")
        .line("public void read(" + ROW + ", int first, " + entity.name() + " entity)" + THROWS);
    for (int slot = 0; slot < entity.attributes().size(); slot++) {
      if (entity.attributes().get(slot).basic() && slot != entity.longIdSlot()) {
        statement(source, slot, slot == 0 ? "first" : "first + " + slot, true);
      }
    }
    EmbeddedWriter.writeAll(entity, 0, source);
    own(source.line("}"));
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
        statement(source, slot, "column", false);
        source.line("break;").line("}");
      }
    }
    source.line("default: throw noSlot(slot);").line("}").line("}");
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
            source, slot, slot == inherited ? "first" : "first + " + (slot - inherited), true);
      }
    }
    EmbeddedWriter.writeAll(entity, inherited, source);
    source.line("}");
  }

  /**
   * @param whole whether all columns are read, so that what is embedded is written at the end
   */
  private void statement(Source source, int slot, String position, boolean whole) {
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
            : kind.getter(position, type);
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
    if (whole && attribute.embedded() != null) {
      source.line(type + " " + EmbeddedWriter.parameter(slot) + " = " + exact + ";");
    } else {
      source.line(AccessWriter.assign(entity, slot, "entity", exact));
    }
  }

  private static String primitive(ValueKind kind) {
    return kind.name().toLowerCase(java.util.Locale.ROOT);
  }
}
