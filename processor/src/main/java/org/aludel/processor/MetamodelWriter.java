package org.aludel.processor;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** Writes {@code UserT}: the attributes of an entity for statements. */
final class MetamodelWriter {
  static final String PACKAGE = "org.aludel.orm.metamodel.";

  private final Header header;
  private final ProcessingEnvironment environment;

  MetamodelWriter(Header header, ProcessingEnvironment environment) {
    this.header = header;
    this.environment = environment;
  }

  String write(EntityModel entity) {
    Source source =
        header.open(
            entity,
            "Names the attributes of",
            List.of(
                "org.aludel.type.JavaTypes",
                "org.aludel.type.PostgresTypes",
                "org.aludel.type.SqlTypes"));
    ReferenceWriter references = new ReferenceWriter(entity);
    String name = entity.metamodelName();
    String open = entity.mapped().getModifiers().contains(Modifier.PUBLIC) ? "public " : "";
    String constant = entity.constant();
    source
        .line(
            "%sfinal class %s extends %sEntityTable<%s> {"
                .formatted(open, name, PACKAGE, entity.name()))
        .line("/** The table under its own name. */")
        .line(
            "public static final %s %s = new %1$s(%s);".formatted(name, constant, noAlias(entity)));
    for (AttributeModel attribute : entity.attributes()) {
      if (attribute.embedded() == null && !attribute.implied()) {
        attribute(entity, attribute, references, source.blank());
      }
    }
    for (EmbeddedModel embedded : entity.embeddeds()) {
      if (embedded.parent() == null) {
        embedded(entity, embedded, source);
      }
    }
    source
        .blank()
        .line("private %s(java.lang.String alias) {".formatted(name))
        .line(
            "super(%s.class, %s, alias);"
                .formatted(entity.name(), table(entity.schema(), entity.table())))
        .line("}")
        .blank()
        .line("/** The same table a second time in one statement. */")
        .line("public %s as(java.lang.String alias) {".formatted(name))
        .line("return new %s(alias);".formatted(name))
        .line("}");
    otherRows(entity, source);
    new HybridWriter(environment, entity).write(source);
    columns(entity, references, source);
    references.classes(source);
    return source.line("}").toString();
  }

  /** Of two constructors null would fit both. */
  private static String noAlias(EntityModel entity) {
    return meansOtherRows(entity) ? "(java.lang.String) null" : "null";
  }

  private static boolean meansOtherRows(EntityModel entity) {
    return Inheritance.superEntity(entity.type()) != null || givesHybrids(entity);
  }

  /** Whether entities below it say in SQL what it says. */
  private static boolean givesHybrids(EntityModel entity) {
    return !HybridRule.hybrids(entity.type()).isEmpty()
        && !entity.type().getModifiers().contains(Modifier.FINAL);
  }

  /** A class below another can be meant in the rows of that, and one above it. */
  private static void otherRows(EntityModel entity, Source source) {
    if (!meansOtherRows(entity)) {
      return;
    }
    String name = entity.metamodelName();
    source
        .blank()
        .line("private %s(%sEntityTable<?> rows) {".formatted(name, PACKAGE))
        .line("super(%s.class, rows);".formatted(entity.name()))
        .line("}");
    if (Inheritance.superEntity(entity.type()) != null) {
      String above = "%sEntityTable<? super %s> rows".formatted(PACKAGE, entity.name());
      source
          .blank()
          .line(
              "/** Its attributes in the rows of a class above it, NULL for objects of others. */")
          .line("public %s treat(%s) {".formatted(name, above))
          .line("return new %s(rows);".formatted(name))
          .line("}");
    }
    if (givesHybrids(entity)) {
      String below = "%sEntityTable<? extends %s> rows".formatted(PACKAGE, entity.name());
      source
          .blank()
          .line("/** Its attributes in the rows of a class below it. */")
          .line("public static %s %s(%s) {".formatted(name, HybridWriter.OF, below))
          .line("return new %s(rows);".formatted(name))
          .line("}");
    }
  }

  private static void attribute(
      EntityModel entity, AttributeModel attribute, ReferenceWriter references, Source source) {
    switch (attribute.kind()) {
      case BASIC -> basic(entity, attribute, source);
      case TO_ONE -> references.attribute(attribute, source);
      case INVERSE_TO_ONE, TO_MANY -> related(entity, attribute, source);
      case ELEMENTS -> {
        if (attribute.elements() == null) {
          elements(entity, attribute, source);
        } else {
          new ElementMetamodel(entity, attribute).write(source);
        }
      }
    }
  }

  private static void related(EntityModel entity, AttributeModel attribute, Source source) {
    LinkModel link = Objects.requireNonNull(attribute.link());
    boolean many = attribute.kind() == AttributeModel.Kind.TO_MANY;
    if (link.condition() != null) {
      conditional(many ? "ToMany" : "ToOneInverse", entity, attribute, source);
    } else if (!many) {
      mirror("ToOneInverse", "toOneInverse", entity, attribute, source);
    } else if (link.association() == null) {
      mirror("ToMany", "toMany", entity, attribute, source);
    } else {
      many(entity, attribute, source);
    }
  }

  private static void conditional(
      String type, EntityModel entity, AttributeModel attribute, Source source) {
    LinkModel link = Objects.requireNonNull(attribute.link());
    source.line(
        "public final %s%s<%s, %s> %s = %s(%s, %4$s.class, %s, (owner, other) -> %s);"
            .formatted(
                PACKAGE,
                type,
                entity.name(),
                attribute.elementType(),
                attribute.name(),
                type.equals("ToMany") ? "toManyBy" : "toOneBy",
                Source.literal(attribute.name()),
                table(link.schema(), link.table()),
                link.condition()));
  }

  /** A table's name as an expression; the class is meant by its full name, whatever hides it. */
  static String table(@Nullable String schema, String table) {
    return "new org.aludel.sql.TableName("
        + (schema == null ? "null" : Source.literal(schema))
        + ", "
        + Source.literal(table)
        + ")";
  }

  private static void basic(EntityModel entity, AttributeModel attribute, Source source) {
    AttributeClass type = AttributeClass.of(attribute);
    source.line(
        "public final %s%s<%s%s> %s = %s(%s, %s, %s);"
            .formatted(
                PACKAGE,
                type.name(),
                entity.name(),
                type.argument().isEmpty() ? "" : ", " + type.argument(),
                attribute.name(),
                type.factory(),
                Source.literal(attribute.path()),
                Source.literal(attribute.column()),
                attribute.sqlType()));
  }

  /** A field whose own fields are the members. */
  private static void embedded(EntityModel entity, EmbeddedModel embedded, Source source) {
    String type = attributes(embedded);
    source
        .blank()
        .line("public final %s %s = new %1$s();".formatted(type, embedded.name()))
        .blank()
        .line("/** The members of {@code %s}. */".formatted(embedded.path()))
        .line("public final class %s {".formatted(type));
    for (AttributeModel attribute : entity.attributes()) {
      if (embedded.equals(attribute.embedded())) {
        basic(entity, attribute, source);
      }
    }
    for (EmbeddedModel inner : entity.embeddeds()) {
      if (embedded.equals(inner.parent())) {
        embedded(entity, inner, source);
      }
    }
    source.blank().line("private %s() {}".formatted(type)).line("}");
  }

  static String attributes(EmbeddedModel embedded) {
    StringBuilder name = new StringBuilder();
    for (String part : embedded.path().split("\\.", -1)) {
      name.append(Character.toUpperCase(part.charAt(0))).append(part.substring(1));
    }
    return name.append("Attributes").toString();
  }

  private static void many(EntityModel entity, AttributeModel attribute, Source source) {
    LinkModel link = Objects.requireNonNull(attribute.link());
    AssociationModel association = Objects.requireNonNull(link.association());
    source.line(
        "public final %sToMany<%s, %s> %s = manyToMany(%s, %3$s.class, %s, through(%s, %s, %s));"
            .formatted(
                PACKAGE,
                entity.name(),
                attribute.elementType(),
                attribute.name(),
                Source.literal(attribute.name()),
                table(link.schema(), link.table()),
                table(association.schema(), association.table()),
                pairs(association.near()),
                pairs(association.far())));
  }

  /** The column of the values stands behind the keys, which have no column to refer to. */
  private static void elements(EntityModel entity, AttributeModel attribute, Source source) {
    LinkModel link = Objects.requireNonNull(attribute.link());
    AssociationModel association = Objects.requireNonNull(link.association());
    source.line(
        "public final %sElements<%s, %s> %s = elements(%s, %s, %s, %s, %s);"
            .formatted(
                PACKAGE,
                entity.name(),
                attribute.elementType(),
                attribute.name(),
                Source.literal(attribute.name()),
                table(link.schema(), link.table()),
                pairs(association.near()),
                Source.literal(attribute.column()),
                attribute.sqlType()));
  }

  static String pairs(List<AssociationModel.Column> columns) {
    return columns.stream()
        .flatMap(column -> Stream.of(column.name(), column.target()))
        .map(Source::literal)
        .collect(Collectors.joining(", ", "java.util.List.of(", ")"));
  }

  private static void mirror(
      String type, String factory, EntityModel entity, AttributeModel attribute, Source source) {
    LinkModel link = Objects.requireNonNull(attribute.link());
    String columns =
        link.keys().stream()
            .flatMap(key -> Stream.of(key.column(), key.target()))
            .map(column -> ", " + Source.literal(column))
            .collect(Collectors.joining());
    source.line(
        "public final %s%s<%s, %s> %s = %s(%s, %4$s.class, %s, key(%s%s));"
            .formatted(
                PACKAGE,
                type,
                entity.name(),
                attribute.elementType(),
                attribute.name(),
                factory,
                Source.literal(attribute.name()),
                table(link.schema(), link.table()),
                Source.literal(link.reference()),
                columns));
  }

  private static void columns(EntityModel entity, ReferenceWriter references, Source source) {
    String names =
        Stream.concat(
                entity.attributes().stream()
                    .filter(AttributeModel::basic)
                    .map(one -> one.implied() ? references.key(one) : one.path()),
                references.ownColumns())
            .collect(Collectors.joining(", "));
    source
        .blank()
        .line("@Override")
        .line("public java.util.List<org.aludel.sql.ColumnReference<?>> columnReferences() {")
        .line("return columns(%s);".formatted(names))
        .line("}");
    String keys = references.names();
    if (!keys.isEmpty()) {
      source
          .blank()
          .line("@Override")
          .line("public java.util.List<org.aludel.sql.JoinKey> joinKeys() {")
          .line("return keys(%s);".formatted(keys))
          .line("}");
    }
  }
}
