package org.aludel.processor;

import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Writes the snapshot class of an entity and the methods that compare with it. */
final class SnapshotWriter {
  private final EntityModel entity;

  SnapshotWriter(EntityModel entity) {
    this.entity = entity;
  }

  void write(Source source) {
    method(source, "public java.lang.Object snapshot(" + entity.name() + " entity) {");
    source.line("Snapshot snapshot = new Snapshot();");
    each(source, slot -> "snapshot.f" + slot + " = " + copied(slot, value(slot)) + ";");
    source.line("return snapshot;").line("}");

    method(
        source,
        "public boolean isChanged(" + entity.name() + " entity, java.lang.Object before) {");
    source.line("Snapshot snapshot = (Snapshot) before;").line("return " + anyDiffers() + ";");
    source.line("}");

    method(
        source,
        "public java.util.BitSet changed(" + entity.name() + " entity, java.lang.Object before) {");
    source
        .line("Snapshot snapshot = (Snapshot) before;")
        .line("java.util.BitSet slots = new java.util.BitSet(" + count() + ");");
    stored()
        .mapToObj(slot -> "if (" + differs(slot) + ") { slots.set(" + slot + "); }")
        .forEach(source::line);
    source.line("return slots;").line("}");

    method(source, "public void restore(" + entity.name() + " entity, java.lang.Object before) {");
    source.line("Snapshot snapshot = (Snapshot) before;");
    for (int slot = 0; slot < count(); slot++) {
      if (entity.attributes().get(slot).embedded() == null) {
        source.line(AccessWriter.assign(entity, slot, "entity", copied(slot, "snapshot.f" + slot)));
      }
    }
    EmbeddedWriter.statements(entity, slot -> copied(slot, "snapshot.f" + slot))
        .forEach(source::line);
    source.line("}");
    slots(source);
    fields(source);
  }

  private static void method(Source source, String header) {
    source.blank().line("@Override").line(header);
  }

  private void slots(Source source) {
    method(source, "public java.lang.Object snapshotValue(java.lang.Object before, int slot) {");
    source.line("Snapshot snapshot = (Snapshot) before;").line("switch (slot) {");
    each(source, slot -> "case " + slot + ": return snapshot.f" + slot + ";");
    source.line("default: throw noSlot(slot);").line("}").line("}");

    method(
        source,
        "public void snapshotValue(java.lang.Object before, int slot, java.lang.Object value) {");
    source.line("Snapshot snapshot = (Snapshot) before;").line("switch (slot) {");
    each(
        source,
        slot ->
            "case "
                + slot
                + ": snapshot.f"
                + slot
                + " = "
                + copied(slot, "(" + type(slot) + ") value")
                + "; break;");
    source.line("default: throw noSlot(slot);").line("}").line("}");
  }

  private void fields(Source source) {
    source.blank().line("private static final class Snapshot {");
    each(source, slot -> type(slot) + " f" + slot + ";");
    source.line("}");
  }

  private int count() {
    return entity.attributes().size();
  }

  private String type(int slot) {
    return entity.attributes().get(slot).javaType();
  }

  private String value(int slot) {
    return AccessWriter.value(entity, slot, "entity");
  }

  private String copied(int slot, String value) {
    AttributeModel attribute = entity.attributes().get(slot);
    if (attribute.value() == ValueKind.STORED) {
      return "(" + type(slot) + ") copy(" + attribute.codec(slot) + ", " + value + ")";
    }
    return attribute.value() == ValueKind.BYTES ? "copy(" + value + ")" : value;
  }

  private String anyDiffers() {
    return stored().mapToObj(this::differs).collect(Collectors.joining(" || "));
  }

  /** A change of what only statements give is no change of the object. */
  private IntStream stored() {
    return IntStream.range(0, count()).filter(slot -> !entity.attributes().get(slot).expression());
  }

  private String differs(int slot) {
    AttributeModel attribute = entity.attributes().get(slot);
    boolean byReference = !attribute.basic() || isEnum(attribute.value());
    boolean exact =
        attribute.primitive()
            && attribute.value() != ValueKind.FLOAT
            && attribute.value() != ValueKind.DOUBLE;
    if (attribute.value() == ValueKind.STORED) {
      return "differs(%s, %s, snapshot.f%d)".formatted(attribute.codec(slot), value(slot), slot);
    }
    return byReference || exact
        ? value(slot) + " != snapshot.f" + slot
        : "differs(" + value(slot) + ", snapshot.f" + slot + ")";
  }

  private static boolean isEnum(@Nullable ValueKind kind) {
    return kind != null && kind.name().startsWith("ENUM_");
  }

  private void each(Source source, IntFunction<String> line) {
    IntStream.range(0, count()).mapToObj(line).forEach(source::line);
  }
}
