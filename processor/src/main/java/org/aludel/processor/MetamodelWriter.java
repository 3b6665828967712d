package org.aludel.processor;

import java.util.List;
import java.util.stream.Collectors;

/** Writes {@code UserT}: the attributes of an entity for statements. */
final class MetamodelWriter {
  private static final String PACKAGE = "org.aludel.orm.metamodel.";

  private final Header header;

  MetamodelWriter(Header header) {
    this.header = header;
  }

  String write(EntityModel entity) {
    Source source =
        header.open(
            entity,
            "Names the attributes of",
            List.of("org.aludel.type.JavaTypes", "org.aludel.type.SqlTypes"));
    String name = entity.metamodelName();
    boolean open = entity.type().getModifiers().contains(javax.lang.model.element.Modifier.PUBLIC);
    source
        .line(
            (open ? "public " : "")
                + "final class "
                + name
                + " extends "
                + PACKAGE
                + "EntityTable<"
                + entity.name()
                + "> {")
        .line("/** The table under its own name. */")
        .line(
            "public static final "
                + name
                + " "
                + SnakeCase.constant(entity.type().getSimpleName().toString())
                + " = new "
                + name
                + "(null);");
    entity.attributes().forEach(attribute -> attribute(entity, attribute, source));
    source
        .blank()
        .line("private " + name + "(java.lang.String alias) {")
        .line(
            "super("
                + entity.name()
                + ".class, new org.aludel.sql.TableName("
                + (entity.schema() == null ? "null" : Source.literal(entity.schema()))
                + ", "
                + Source.literal(entity.table())
                + "), alias);")
        .line("}")
        .blank()
        .line("/** The same table a second time in one statement. */")
        .line("public " + name + " as(java.lang.String alias) {")
        .line("return new " + name + "(alias);")
        .line("}");
    columns(entity, source);
    return source.line("}").toString();
  }

  private static void attribute(EntityModel entity, AttributeModel attribute, Source source) {
    String name = Source.literal(attribute.name());
    String declaration = "public final " + PACKAGE;
    source.blank();
    switch (attribute.kind()) {
      case BASIC ->
          source.line(
              declaration
                  + "BasicAttribute<"
                  + entity.name()
                  + ", "
                  + boxed(attribute)
                  + "> "
                  + attribute.name()
                  + " = basic("
                  + name
                  + ", "
                  + Source.literal(attribute.column())
                  + ", "
                  + attribute.sqlType()
                  + ");");
      case TO_ONE ->
          source.line(
              declaration
                  + "ToOne<"
                  + entity.name()
                  + ", "
                  + attribute.javaType()
                  + "> "
                  + attribute.name()
                  + " = toOne("
                  + name
                  + ", "
                  + attribute.javaType()
                  + ".class);");
      default ->
          source.line(
              declaration
                  + "ToMany<"
                  + entity.name()
                  + ", "
                  + attribute.elementType()
                  + "> "
                  + attribute.name()
                  + " = toMany("
                  + name
                  + ", "
                  + attribute.elementType()
                  + ".class);");
    }
  }

  private static String boxed(AttributeModel attribute) {
    if (!attribute.primitive()) {
      return attribute.javaType();
    }
    return switch (attribute.javaType()) {
      case "int" -> "java.lang.Integer";
      default ->
          "java.lang."
              + Character.toUpperCase(attribute.javaType().charAt(0))
              + attribute.javaType().substring(1);
    };
  }

  private static void columns(EntityModel entity, Source source) {
    String names =
        entity.attributes().stream()
            .filter(AttributeModel::basic)
            .map(AttributeModel::name)
            .collect(Collectors.joining(", "));
    source
        .blank()
        .line("@Override")
        .line("public java.util.List<org.aludel.sql.ColumnReference<?>> columnReferences() {")
        .line("return columns(" + names + ");")
        .line("}");
  }
}
