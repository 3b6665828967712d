package org.aludel.processor;

import java.util.Objects;

/** Writes the class that names the attributes of the elements of a collection. */
final class ElementMetamodel {
  private final EntityModel entity;
  private final AttributeModel attribute;
  private final ElementModel elements;

  ElementMetamodel(EntityModel entity, AttributeModel attribute) {
    this.entity = entity;
    this.attribute = attribute;
    this.elements = Objects.requireNonNull(attribute.elements(), "elements with attributes");
  }

  /** Writes the field and its class. */
  void write(Source source) {
    LinkModel link = Objects.requireNonNull(attribute.link());
    AssociationModel association = Objects.requireNonNull(link.association());
    String name = MetamodelWriter.attributes(elements.element());
    source
        .line("public final %s %s = new %1$s(this);".formatted(name, attribute.name()))
        .blank()
        .line("/** The elements of {@code %s} and their attributes. */".formatted(attribute.name()))
        .line(
            "public static final class %s extends %sEmbeddedElements<%s, %s> {"
                .formatted(
                    name, MetamodelWriter.PACKAGE, entity.name(), elements.element().type()));
    members(elements.element(), source);
    source
        .blank()
        .line("private %s(%s table) {".formatted(name, entity.metamodelName()))
        .line(
            "super(table, %s, %s, %s);"
                .formatted(
                    Source.literal(attribute.name()),
                    MetamodelWriter.table(link.schema(), link.table()),
                    MetamodelWriter.pairs(association.near())))
        .line("}")
        .line("}");
  }

  private void members(EmbeddedModel embedded, Source source) {
    for (AttributeModel part : elements.parts()) {
      if (embedded.equals(part.embedded())) {
        source.line(
            "public final org.aludel.sql.ColumnReference<%s> %s = part(%s, %s, %s);"
                .formatted(
                    TypeNames.boxed(part.elementType()),
                    part.name(),
                    Source.literal(elements.path(part)),
                    Source.literal(part.column()),
                    part.sqlType()));
      }
    }
    for (EmbeddedModel inner : elements.embeddeds()) {
      if (embedded.equals(inner.parent())) {
        String name = MetamodelWriter.attributes(inner);
        source
            .blank()
            .line("public final %s %s = new %1$s();".formatted(name, inner.name()))
            .blank()
            .line("/** The members of {@code %s}. */".formatted(inner.path()))
            .line("public final class %s {".formatted(name));
        members(inner, source);
        source.blank().line("private %s() {}".formatted(name)).line("}");
      }
    }
  }
}
