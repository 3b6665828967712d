package org.aludel.processor;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the references of a metamodel, each with a class whose fields are its key columns. */
final class ReferenceWriter {
  private final EntityModel entity;
  private final List<AttributeModel> references;

  ReferenceWriter(EntityModel entity) {
    this.entity = entity;
    this.references =
        entity.attributes().stream()
            .filter(one -> one.kind() == AttributeModel.Kind.TO_ONE)
            .toList();
  }

  /** The references that have columns, joined by commas. */
  String names() {
    return references.stream()
        .filter(one -> !link(one).keys().isEmpty())
        .map(AttributeModel::name)
        .collect(Collectors.joining(", "));
  }

  /** The column of a reference that is a part of the id. */
  String key(AttributeModel implied) {
    return references.stream()
        .filter(one -> one.field().equals(implied.field()))
        .flatMap(one -> link(one).keys().stream())
        .filter(key -> key.column().equals(implied.column()))
        .map(key -> implied.name() + "." + key.field())
        .findFirst()
        .orElseThrow();
  }

  /** The key columns that no attribute and no other reference has. */
  Stream<String> ownColumns() {
    Set<String> known = new HashSet<>();
    entity.attributes().stream()
        .filter(AttributeModel::basic)
        .forEach(basic -> known.add(basic.column()));
    return references.stream()
        .flatMap(
            one ->
                link(one).keys().stream()
                    .filter(key -> known.add(key.column()))
                    .map(key -> one.name() + "." + key.field()));
  }

  void attribute(AttributeModel reference, Source source) {
    source.line(
        "public final %s %s = new %1$s(this);".formatted(className(reference), reference.name()));
  }

  void classes(Source source) {
    references.forEach(reference -> type(reference, source));
  }

  private void type(AttributeModel reference, Source source) {
    LinkModel link = link(reference);
    String name = className(reference);
    source
        .blank()
        .line(
            "/** The reference {@code %s} and the columns of its key. */"
                .formatted(reference.name()))
        .line(
            "public static final class %s extends %sToOne<%s, %s> {"
                .formatted(name, MetamodelWriter.PACKAGE, entity.name(), reference.javaType()));
    for (LinkModel.Key key : link.keys()) {
      source
          .line(
              "public final %sKeyColumn<%s> %s = key(%s, %s, %s, %s);"
                  .formatted(
                      MetamodelWriter.PACKAGE,
                      key.javaType(),
                      key.field(),
                      Source.literal(key.id()),
                      Source.literal(key.column()),
                      Source.literal(key.target()),
                      key.sqlType()))
          .blank();
    }
    String columns =
        link.keys().stream().map(LinkModel.Key::field).collect(Collectors.joining(", "));
    source
        .line("private %s(%s table) {".formatted(name, entity.metamodelName()))
        .line(
            "super(table, %s, %s.class, %s%s);"
                .formatted(
                    Source.literal(reference.name()),
                    reference.javaType(),
                    MetamodelWriter.table(link.schema(), link.table()),
                    link.access() == null ? "" : ", " + link.access() + "::new"))
        .line("}")
        .blank()
        .line("@Override")
        .line(
            "public java.util.List<%sKeyColumn<?>> keyColumns() {"
                .formatted(MetamodelWriter.PACKAGE))
        .line("return keys(%s);".formatted(columns))
        .line("}")
        .line("}");
  }

  /** Two attributes may differ in the case of their first letter only. */
  private String className(AttributeModel reference) {
    String base = capital(reference) + "Reference";
    boolean shared =
        references.stream()
            .anyMatch(
                other ->
                    !other.equals(reference)
                        && capital(other).equalsIgnoreCase(capital(reference)));
    return shared ? base + references.indexOf(reference) : base;
  }

  private static String capital(AttributeModel reference) {
    String name = reference.name();
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  private static LinkModel link(AttributeModel reference) {
    return Objects.requireNonNull(reference.link());
  }
}
