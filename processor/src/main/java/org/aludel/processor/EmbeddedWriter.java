package org.aludel.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/**
 * Writes the methods by which members of embedded attributes are read and written. Nothing embedded
 * is the same as nothing in all its columns: an embedded attribute whose columns are all NULL is
 * null. Records are made anew, instances of other classes are filled.
 */
final class EmbeddedWriter {
  private static final String HANDLES = "java.lang.invoke.MethodHandle";

  private final EntityModel entity;

  EmbeddedWriter(EntityModel entity) {
    this.entity = entity;
  }

  /** Declares the handles of fields and constructors. */
  static void handles(EntityModel entity, Source source) {
    for (EmbeddedModel embedded : entity.embeddeds()) {
      source.line(
          "private static final java.lang.invoke.VarHandle %s; // %s"
              .formatted(embedded.handle(), embedded.path()));
      if (!embedded.record()) {
        source.line("private static final %s %s;".formatted(HANDLES, embedded.maker()));
      }
    }
  }

  /** Adds the classes whose private members are looked up. */
  static void owners(EntityModel entity, Set<String> owners) {
    for (EmbeddedModel embedded : entity.embeddeds()) {
      owners.add(embedded.declaredIn());
      if (!embedded.record()) {
        owners.add(embedded.type());
      }
    }
  }

  /** Finds the handles of one class. */
  static void find(EntityModel entity, String owner, String lookup, Source source) {
    for (EmbeddedModel embedded : entity.embeddeds()) {
      if (embedded.declaredIn().equals(owner)) {
        source.line(
            "%s = %s.findVarHandle(%s.class, %s, %s.class).withInvokeExactBehavior();"
                .formatted(
                    embedded.handle(),
                    lookup,
                    owner,
                    Source.literal(embedded.name()),
                    embedded.type()));
      }
      if (!embedded.record() && embedded.type().equals(owner)) {
        source.line(
            "%s = %s.findConstructor(%s.class, java.lang.invoke.MethodType.methodType(void.class));"
                .formatted(embedded.maker(), lookup, owner));
      }
    }
  }

  /**
   * Writes what was read into locals.
   *
   * @param from the first slot that was read
   */
  static void writeAll(EntityModel entity, int from, Source source) {
    for (EmbeddedModel embedded : entity.embeddeds()) {
      List<Integer> slots = slots(entity, embedded);
      if (embedded.parent() == null && slots.get(0) >= from) {
        List<String> values =
            slots.stream()
                .map(slot -> entity.attributes().get(slot).basic() ? parameter(slot) : "null")
                .toList();
        source.line(embedded.writer() + "(entity, " + String.join(", ", values) + ");");
      }
    }
  }

  /** The name of a value on its way into what it is embedded in. */
  static String parameter(int slot) {
    return "part" + slot;
  }

  /** Writes values of several slots at once, so that a record is made from all its parts. */
  private void writeSeveral(Source source) {
    if (entity.embeddeds().isEmpty()) {
      return;
    }
    source
        .blank()
        .line("@Override")
        .line(
            "public void setAll(%s entity, java.util.BitSet slots, java.lang.Object[] values) {"
                .formatted(entity.name()))
        .line(
            "for (int slot = slots.nextSetBit(0); slot >= 0; slot = slots.nextSetBit(slot + 1)) {")
        .line("switch (slot) {");
    for (int slot = 0; slot < entity.attributes().size(); slot++) {
      if (entity.attributes().get(slot).embedded() != null) {
        source.line("case " + slot + ":");
      }
    }
    source.line("break;").line("default: set(entity, slot, values[slot]);").line("}").line("}");
    for (EmbeddedModel embedded : entity.embeddeds()) {
      if (embedded.parent() == null) {
        several(embedded, source);
      }
    }
    source.line("}");
  }

  private void several(EmbeddedModel embedded, Source source) {
    List<Integer> slots = slots(entity, embedded);
    String any =
        slots.stream().map(slot -> "slots.get(" + slot + ")").collect(Collectors.joining(" || "));
    String values =
        slots.stream()
            .map(
                slot ->
                    "slots.get(%d) ? (%s) values[%1$d] : %s"
                        .formatted(slot, entity.attributes().get(slot).javaType(), getter(slot)))
            .collect(Collectors.joining(", "));
    source
        .line("if (" + any + ") {")
        .line("%s(entity, %s);".formatted(embedded.writer(), values))
        .line("}");
  }

  /** A statement for each embedded attribute that writes what an expression gives for a slot. */
  static List<String> statements(EntityModel entity, IntFunction<String> value) {
    return entity.embeddeds().stream()
        .filter(embedded -> embedded.parent() == null)
        .map(
            embedded ->
                slots(entity, embedded).stream()
                    .map(value::apply)
                    .collect(Collectors.joining(", ", embedded.writer() + "(entity, ", ");")))
        .toList();
  }

  void write(Source source) {
    writeSeveral(source);
    for (int slot = 0; slot < entity.attributes().size(); slot++) {
      if (entity.attributes().get(slot).embedded() != null) {
        getter(slot, source);
        setter(slot, source);
      }
    }
    for (EmbeddedModel embedded : entity.embeddeds()) {
      if (!embedded.record()) {
        maker(embedded, source);
      }
      if (embedded.parent() == null) {
        writer(embedded, source);
      }
    }
  }

  private void getter(int slot, Source source) {
    AttributeModel attribute = entity.attributes().get(slot);
    source
        .blank()
        .line(
            "private static %s %s(%s entity) {"
                .formatted(attribute.javaType(), attribute.getter(slot), entity.name()));
    EmbeddedModel last = Objects.requireNonNull(attribute.embedded());
    for (EmbeddedModel each : around(attribute)) {
      source
          .line("%s %s = %s;".formatted(each.type(), each.local(), held(each)))
          .line("if (" + each.local() + " == null) { return null; }");
    }
    source
        .line(
            "return (%s) (%s) %s.get(%s);"
                .formatted(
                    attribute.javaType(),
                    attribute.fieldType(),
                    attribute.handle(slot),
                    within(attribute.declaredIn(), last)))
        .line("}");
  }

  static List<EmbeddedModel> around(AttributeModel attribute) {
    List<EmbeddedModel> around = new ArrayList<>();
    for (EmbeddedModel each = attribute.embedded(); each != null; each = each.parent()) {
      around.add(0, each);
    }
    return around;
  }

  /** What the field of an embedded attribute holds, as an expression of exactly its class. */
  String held(EmbeddedModel embedded) {
    EmbeddedModel parent = embedded.parent();
    String owner =
        parent == null
            ? cast(embedded.declaredIn(), entity.name(), "entity")
            : within(embedded.declaredIn(), parent);
    return "(" + embedded.type() + ") " + embedded.handle() + ".get(" + owner + ")";
  }

  static String within(String declaredIn, EmbeddedModel parent) {
    return cast(declaredIn, parent.type(), parent.local());
  }

  private static String cast(String declaredIn, String type, String expression) {
    return declaredIn.equals(type) ? expression : "(" + declaredIn + ") " + expression;
  }

  private void setter(int slot, Source source) {
    AttributeModel attribute = entity.attributes().get(slot);
    EmbeddedModel top = around(attribute).get(0);
    String values =
        slots(entity, top).stream()
            .map(each -> each == slot ? "value" : getter(each))
            .collect(Collectors.joining(", "));
    source
        .blank()
        .line(
            "private static void %s(%s entity, %s value) {"
                .formatted(attribute.setter(slot), entity.name(), attribute.javaType()))
        .line("%s(entity, %s);".formatted(top.writer(), values))
        .line("}");
  }

  private String getter(int slot) {
    return entity.attributes().get(slot).getter(slot) + "(entity)";
  }

  static void maker(EmbeddedModel embedded, Source source) {
    source
        .blank()
        .line("private static %s %s() {".formatted(embedded.type(), "make" + embedded.number()))
        .line("try {")
        .line("return (%s) %s.invokeExact();".formatted(embedded.type(), embedded.maker()))
        .line("} catch (java.lang.RuntimeException | java.lang.Error error) {")
        .line("throw error;")
        .line("} catch (java.lang.Throwable error) {")
        .line("throw new java.lang.IllegalStateException(error);")
        .line("}")
        .line("}");
  }

  private void writer(EmbeddedModel top, Source source) {
    String parameters =
        slots(entity, top).stream()
            .map(slot -> entity.attributes().get(slot).javaType() + " " + parameter(slot))
            .collect(Collectors.joining(", "));
    source
        .blank()
        .line(
            "private static void %s(%s entity, %s) {"
                .formatted(top.writer(), entity.name(), parameters))
        .line("%s %s = %s;".formatted(top.type(), top.local(), held(top)));
    fill(top, source);
    source
        .line(
            "%s.set(%s, %s);"
                .formatted(
                    top.handle(), cast(top.declaredIn(), entity.name(), "entity"), top.local()))
        .line("}");
  }

  /** Makes the local of an embedded attribute hold what the parameters say. */
  void fill(EmbeddedModel embedded, Source source) {
    String nothing =
        slots(entity, embedded).stream()
            .map(slot -> parameter(slot) + " == null")
            .collect(Collectors.joining(" && "));
    source.line("if (" + nothing + ") {").line(embedded.local() + " = null;").line("} else {");
    if (!embedded.record()) {
      source.line(
          "if (%s == null) { %1$s = %s(); }"
              .formatted(embedded.local(), "make" + embedded.number()));
    }
    List<String> values = new ArrayList<>();
    for (String member : embedded.members()) {
      values.add(member(embedded, member, source));
    }
    if (embedded.record()) {
      source.line(
          "%s = new %s(%s);"
              .formatted(embedded.local(), embedded.type(), String.join(", ", values)));
    }
    source.line("}");
  }

  /** The value of a member as an expression; those of other classes than records are set. */
  private String member(EmbeddedModel embedded, String name, Source source) {
    for (int slot = 0; slot < entity.attributes().size(); slot++) {
      AttributeModel attribute = entity.attributes().get(slot);
      if (embedded.equals(attribute.embedded()) && attribute.name().equals(name)) {
        String value = unboxed(attribute, slot);
        if (!embedded.record()) {
          source.line(
              "%s.set(%s, %s);"
                  .formatted(
                      attribute.handle(slot), within(attribute.declaredIn(), embedded), value));
        }
        return value;
      }
    }
    EmbeddedModel inner = inner(embedded, name);
    String before = embedded.local() + " == null ? null : " + held(inner);
    source.line("%s %s = %s;".formatted(inner.type(), inner.local(), before));
    fill(inner, source);
    if (!embedded.record()) {
      source.line(
          "%s.set(%s, %s);"
              .formatted(inner.handle(), within(inner.declaredIn(), embedded), inner.local()));
    }
    return inner.local();
  }

  private EmbeddedModel inner(EmbeddedModel parent, String name) {
    return entity.embeddeds().stream()
        .filter(one -> parent.equals(one.parent()) && one.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** Exactly the class of the field; SQL NULL in a primitive one is Java's default. */
  private static String unboxed(AttributeModel attribute, int slot) {
    String value = parameter(slot);
    boolean primitive = attribute.field().asType().getKind().isPrimitive();
    if (!primitive) {
      return attribute.fieldCast().isEmpty() ? value : attribute.fieldCast() + "(" + value + ")";
    }
    String nothing = attribute.fieldType().equals("boolean") ? "false" : "0";
    return "(%s) (%s == null ? %s : %2$s)".formatted(attribute.fieldType(), value, nothing);
  }

  private static List<Integer> slots(EntityModel entity, EmbeddedModel embedded) {
    List<Integer> slots = new ArrayList<>();
    for (int slot = 0; slot < entity.attributes().size(); slot++) {
      if (embedded.contains(entity.attributes().get(slot).embedded())) {
        slots.add(slot);
      }
    }
    return slots;
  }
}
