package org.aludel.processor;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes how the elements of collections of embeddable classes are taken apart and made. */
final class ElementWriter {
  private static final String HANDLES = "java.lang.invoke.MethodHandles";

  private final ElementModel elements;
  private final EntityModel parts;
  private final String name;
  private final Source source;

  private ElementWriter(EntityModel entity, int slot, ElementModel elements, Source source) {
    this.elements = elements;
    this.parts = elements.within(entity);
    this.name = name(slot);
    this.source = source;
  }

  private static String name(int slot) {
    return "Elements" + slot;
  }

  /** Writes a class for each such collection, and the method that finds it. */
  static void write(EntityModel entity, Source source) {
    List<AttributeModel> attributes = entity.attributes();
    if (attributes.stream().allMatch(one -> one.elements() == null)) {
      return;
    }
    source
        .blank()
        .line("@Override")
        .line(
            "public org.aludel.instrument.ElementAccess<?> elements(java.lang.String attribute) {")
        .line("switch (attribute) {");
    for (int slot = 0; slot < attributes.size(); slot++) {
      if (attributes.get(slot).elements() != null) {
        source.line(
            "case %s: return new %s();"
                .formatted(Source.literal(attributes.get(slot).name()), name(slot)));
      }
    }
    source.line("default: return super.elements(attribute);").line("}").line("}");
    for (int slot = 0; slot < attributes.size(); slot++) {
      ElementModel elements = attributes.get(slot).elements();
      if (elements != null) {
        new ElementWriter(entity, slot, elements, source).write();
      }
    }
  }

  private void write() {
    String type = elements.element().type();
    source
        .blank()
        .line(
            "private static final class %s extends org.aludel.instrument.ElementAccess<%s> {"
                .formatted(name, type));
    handles();
    String paths =
        elements.parts().stream()
            .map(part -> Source.literal(elements.path(part)))
            .collect(Collectors.joining(", "));
    source
        .blank()
        .line(name + "() {")
        .line(
            "super(%s.class, java.util.List.of(%s), %s);"
                .formatted(type, paths, elements.immutable()))
        .line("}");
    get(type);
    make(type);
    for (int part = 0; part < elements.parts().size(); part++) {
      getter(part);
    }
    elements.embeddeds().stream()
        .filter(one -> !one.record())
        .forEach(one -> EmbeddedWriter.maker(one, source));
    source.line("}");
  }

  private List<EmbeddedModel> inner() {
    return elements.embeddeds().stream().filter(one -> one.parent() != null).toList();
  }

  private void handles() {
    for (int part = 0; part < elements.parts().size(); part++) {
      AttributeModel attribute = elements.parts().get(part);
      source.line(
          "private static final java.lang.invoke.VarHandle %s; // %s"
              .formatted(attribute.handle(part), elements.path(attribute)));
    }
    for (EmbeddedModel embedded : inner()) {
      source.line(
          "private static final java.lang.invoke.VarHandle %s;".formatted(embedded.handle()));
    }
    for (EmbeddedModel embedded : elements.embeddeds()) {
      if (!embedded.record()) {
        source.line(
            "private static final java.lang.invoke.MethodHandle %s;".formatted(embedded.maker()));
      }
    }
    Set<String> owners = new LinkedHashSet<>();
    elements.parts().forEach(part -> owners.add(part.declaredIn()));
    inner().forEach(embedded -> owners.add(embedded.declaredIn()));
    elements.embeddeds().stream()
        .filter(one -> !one.record())
        .forEach(one -> owners.add(one.type()));
    source.blank().line("static {").line("try {");
    int number = 0;
    for (String owner : owners) {
      find(owner, "lookup" + number++);
    }
    source
        .line("} catch (java.lang.ReflectiveOperationException error) {")
        .line("throw new java.lang.ExceptionInInitializerError(error);")
        .line("}")
        .line("}");
  }

  private void find(String owner, String lookup) {
    source.line(
        "%s.Lookup %s = %1$s.privateLookupIn(%s.class, %1$s.lookup());"
            .formatted(HANDLES, lookup, owner));
    for (int part = 0; part < elements.parts().size(); part++) {
      AttributeModel attribute = elements.parts().get(part);
      if (attribute.declaredIn().equals(owner)) {
        field(attribute.handle(part), lookup, owner, attribute.name(), attribute.fieldType());
      }
    }
    for (EmbeddedModel embedded : inner()) {
      if (embedded.declaredIn().equals(owner)) {
        field(embedded.handle(), lookup, owner, embedded.name(), embedded.type());
      }
    }
    for (EmbeddedModel embedded : elements.embeddeds()) {
      if (!embedded.record() && embedded.type().equals(owner)) {
        source.line(
            "%s = %s.findConstructor(%s.class, java.lang.invoke.MethodType.methodType(void.class));"
                .formatted(embedded.maker(), lookup, owner));
      }
    }
  }

  private void field(String handle, String lookup, String owner, String field, String type) {
    source.line(
        "%s = %s.findVarHandle(%s.class, %s, %s.class).withInvokeExactBehavior();"
            .formatted(handle, lookup, owner, Source.literal(field), type));
  }

  private void get(String type) {
    source
        .blank()
        .line("@Override")
        .line("public java.lang.Object get(%s element, int part) {".formatted(type))
        .line("switch (part) {");
    for (int part = 0; part < elements.parts().size(); part++) {
      source.line(
          "case %d: return %s(element);".formatted(part, elements.parts().get(part).getter(part)));
    }
    source.line("default: throw noPart(part);").line("}").line("}");
  }

  private void make(String type) {
    source
        .blank()
        .line("@Override")
        .line("public %s make(java.lang.Object[] values) {".formatted(type));
    for (int part = 0; part < elements.parts().size(); part++) {
      source.line(
          "%s %s = (%1$s) values[%d];"
              .formatted(
                  elements.parts().get(part).javaType(), EmbeddedWriter.parameter(part), part));
    }
    source.line("%s %s = null;".formatted(type, elements.element().local()));
    EmbeddedWriter writer = new EmbeddedWriter(parts);
    writer.fill(elements.element(), source);
    source.line("return %s;".formatted(elements.element().local())).line("}");
  }

  private void getter(int part) {
    AttributeModel attribute = elements.parts().get(part);
    EmbeddedWriter writer = new EmbeddedWriter(parts);
    source
        .blank()
        .line(
            "private static %s %s(%s %s) {"
                .formatted(
                    attribute.javaType(),
                    attribute.getter(part),
                    elements.element().type(),
                    elements.element().local()));
    for (EmbeddedModel each : EmbeddedWriter.around(attribute)) {
      if (each.parent() != null) {
        source
            .line("%s %s = %s;".formatted(each.type(), each.local(), writer.held(each)))
            .line("if (" + each.local() + " == null) { return null; }");
      }
    }
    EmbeddedModel last = Objects.requireNonNull(attribute.embedded());
    source
        .line(
            "return (%s) (%s) %s.get(%s);"
                .formatted(
                    attribute.javaType(),
                    attribute.fieldType(),
                    attribute.handle(part),
                    EmbeddedWriter.within(attribute.declaredIn(), last)))
        .line("}");
  }
}
