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
    int count = idClass == null ? 0 : idClass.names().size();
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
    for (int index = 0; index < idClass.names().size(); index++) {
      source.line(
          "%s = %s.findVarHandle(%s.class, %s, %s.class);"
              .formatted(
                  IdClassModel.handle(index),
                  lookup,
                  owner,
                  Source.literal(idClass.names().get(index)),
                  idClass.fieldTypes().get(index)));
    }
  }

  void write(Source source) {
    IdClassModel idClass = entity.idClass();
    EmbeddedModel embedded =
        entity.embeddeds().stream()
            .filter(one -> one.id() && one.parent() == null)
            .findFirst()
            .orElse(null);
    if (idClass == null && embedded == null) {
      return;
    }
    String type = embedded == null ? idClass.type() : embedded.type();
    source
        .blank()
        .line("@Override")
        .line("public java.util.List<java.lang.Object> idParts(java.lang.Object id) {")
        .line("if (!(id instanceof " + type + " whole)) { return java.util.List.of(); }");
    List<String> parts = embedded == null ? ofClass(idClass) : ofEmbedded(embedded, source);
    source.line("return java.util.Arrays.asList(" + String.join(", ", parts) + ");").line("}");
  }

  private static List<String> ofClass(IdClassModel idClass) {
    List<String> parts = new ArrayList<>();
    for (int index = 0; index < idClass.names().size(); index++) {
      parts.add("(java.lang.Object) " + IdClassModel.handle(index) + ".get(whole)");
    }
    return parts;
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
            "%s == null ? null : (java.lang.Object) (%s) %s.get(%s)"
                .formatted(
                    last.local(),
                    attribute.fieldType(),
                    attribute.handle(slot),
                    EmbeddedWriter.within(attribute.declaredIn(), last)));
      }
    }
    return parts;
  }
}
