package org.aludel.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Writes how the parts of an id are read from an object that holds a whole one. */
final class IdWriter {
  private final EntityModel entity;

  IdWriter(EntityModel entity) {
    this.entity = entity;
  }

  /** Declares the handles of the fields of an id class. */
  static void handles(EntityModel entity, Source source) {
    IdClassModel idClass = entity.idClass();
    int count = idClass == null ? 0 : idClass.members().size();
    for (int index = 0; index < count; index++) {
      source.line(
          "private static final java.lang.invoke.VarHandle " + IdClassModel.handle(index) + ";");
    }
  }

  /** Adds the id class to those whose private members are looked up. */
  static void owners(EntityModel entity, Set<String> owners) {
    IdClassModel idClass = entity.idClass();
    if (idClass != null) {
      owners.add(idClass.type());
    }
  }

  /** Finds the handles of one class. */
  static void find(EntityModel entity, String owner, String lookup, Source source) {
    IdClassModel idClass = entity.idClass();
    if (idClass == null || !idClass.type().equals(owner)) {
      return;
    }
    for (int index = 0; index < idClass.members().size(); index++) {
      source.line(
          "%s = %s.findVarHandle(%s.class, %s, %s.class);"
              .formatted(
                  IdClassModel.handle(index),
                  lookup,
                  owner,
                  Source.literal(idClass.members().get(index).name()),
                  idClass.members().get(index).fieldType()));
    }
  }

  void write(Source source) {
    for (int slot = 0; slot < entity.attributes().size(); slot++) {
      DerivedModel derived = entity.attributes().get(slot).derived();
      if (derived != null) {
        derived(slot, derived, source);
      }
    }
    IdClassModel idClass = entity.idClass();
    EmbeddedModel embedded =
        entity.embeddeds().stream()
            .filter(one -> one.id() && one.parent() == null)
            .findFirst()
            .orElse(null);
    if (embedded != null) {
      open(embedded.type(), source);
      close(ofEmbedded(embedded, source), source);
    } else if (idClass != null) {
      open(idClass.type(), source);
      close(ofClass(idClass), source);
    }
  }

  private static void open(String type, Source source) {
    source
        .blank()
        .line("@Override")
        .line("public java.util.List<java.lang.Object> idParts(java.lang.Object id) {")
        .line("if (!(id instanceof " + type + " whole)) { return java.util.List.of(); }")
        .line("java.util.List<java.lang.Object> parts = new java.util.ArrayList<>();");
  }

  private static void close(List<String> statements, Source source) {
    statements.forEach(source::line);
    source.line("return parts;").line("}");
  }

  private static List<String> ofClass(IdClassModel idClass) {
    List<String> statements = new ArrayList<>();
    for (int index = 0; index < idClass.members().size(); index++) {
      String value = "(java.lang.Object) " + IdClassModel.handle(index) + ".get(whole)";
      String target = idClass.members().get(index).target();
      statements.add(
          target == null
              ? "parts.add(" + value + ");"
              : "parts.addAll(partsOf(" + target + ".class, " + value + "));");
    }
    return statements;
  }

  private List<String> ofEmbedded(EmbeddedModel top, Source source) {
    source.line(top.type() + " " + top.local() + " = whole;");
    for (EmbeddedModel each : entity.embeddeds()) {
      EmbeddedModel parent = each.parent();
      if (parent != null && each.id()) {
        source.line(
            "%s %s = %s == null ? null : (%1$s) %s.get(%s);"
                .formatted(
                    each.type(),
                    each.local(),
                    parent.local(),
                    each.handle(),
                    EmbeddedWriter.within(each.declaredIn(), parent)));
      }
    }
    List<String> parts = new ArrayList<>();
    for (int slot = 0; slot < entity.attributes().size(); slot++) {
      AttributeModel attribute = entity.attributes().get(slot);
      EmbeddedModel last = attribute.embedded();
      if (attribute.id() && last != null) {
        parts.add(
            "parts.add(%s == null ? null : (java.lang.Object) (%s) %s.get(%s));"
                .formatted(
                    last.local(),
                    attribute.fieldType(),
                    attribute.handle(slot),
                    EmbeddedWriter.within(attribute.declaredIn(), last)));
      }
    }
    return parts;
  }

  /** The id of what a reference holds, else what an attribute of its own has. */
  private void derived(int slot, DerivedModel derived, Source source) {
    AttributeModel attribute = entity.attributes().get(slot);
    String target = Mirrors.place(derived.target());
    String holder = DerivedModel.holder(slot);
    String none = derived.zeroIsNone() ? " && ((java.lang.Number) id).longValue() != 0" : "";
    source
        .blank()
        .line("private static final class " + holder + " {")
        .line(
            "static final org.aludel.instrument.EntityAccess<%s> ACCESS = of(%1$s.class);"
                .formatted(target))
        .line("static final int SLOT = ACCESS.slot(" + Source.literal(derived.id()) + ");")
        .line("}")
        .blank()
        .line(
            "private static %s %s(%s entity) {"
                .formatted(attribute.javaType(), DerivedModel.getter(slot), entity.name()))
        .line(
            "%s target = %s;"
                .formatted(target, AccessWriter.value(entity, reference(derived), "entity")))
        .line(
            "java.lang.Object id = target == null ? null : %s.ACCESS.get(target, %1$s.SLOT);"
                .formatted(holder))
        .line("if (id != null" + none + ") {")
        .line("return (%s) id;".formatted(TypeNames.boxed(attribute.javaType())))
        .line("}")
        .line("return " + (derived.implied() ? "null" : AccessWriter.own(entity, slot)) + ";")
        .line("}");
  }

  private int reference(DerivedModel derived) {
    for (int slot = 0; slot < entity.attributes().size(); slot++) {
      AttributeModel attribute = entity.attributes().get(slot);
      if (attribute.kind() == AttributeModel.Kind.TO_ONE
          && attribute.field().equals(derived.reference())) {
        return slot;
      }
    }
    throw new IllegalStateException(derived.path());
  }
}
