package org.aludel.processor;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/**
 * The SQL type of an attribute as source text, by the rules that the mapping has at run time.
 * Classes stand by their simple names, which the writer imports: an attribute named {@code org}
 * would hide the package otherwise.
 */
final class SqlTypeText {
  private static final String SQL = "SqlTypes.";
  private static final String JAVA = "JavaTypes.";
  private static final Set<String> PLAIN_TEXT = Set.of("varchar", "text", "char", "name");
  private static final int DEFAULT_LENGTH = 255;

  private SqlTypeText() {}

  static String of(TypeElement entity, VariableElement field, ValueKind kind, String javaType) {
    return isSystemVersion(field)
        ? "PostgresTypes.OID.named(\"xid\")"
        : ofKind(entity, field, kind, javaType);
  }

  /** Whether it is a version in the column that every row has. */
  private static boolean isSystemVersion(VariableElement field) {
    return Mirrors.has(field, Mirrors.JAKARTA + "Version")
        && AttributeInspector.column(field).equals("xmin");
  }

  private static String ofKind(
      TypeElement entity, VariableElement field, ValueKind kind, String javaType) {
    Optional<AnnotationMirror> column = Mirrors.find(field, Mirrors.JAKARTA + "Column");
    String written = declared(field, column);
    String declared = written.isEmpty() ? precise(column, kind, javaType) : written;
    return switch (kind) {
      case STRING -> text(column, declared);
      case DECIMAL -> decimal(column, declared);
      case STORED -> named(StoredClass.of(javaType).orElseThrow().sqlType(), declared);
      case INSTANT -> named(JAVA + "INSTANT", declared);
      case ENUM_NAME -> byName(column, declared, javaType);
      case ENUM_LABEL -> enumeration("enumLabels", label(entity, field, javaType), javaType);
      case ENUM_ORDINAL -> byPosition(declared, javaType);
      default -> named(SQL + kind.sqlType(), declared);
    };
  }

  /** What {@code @SqlType} or {@code columnDefinition} says, or empty. */
  static String declared(VariableElement field) {
    return declared(field, Mirrors.find(field, Mirrors.JAKARTA + "Column"));
  }

  private static String declared(VariableElement field, Optional<AnnotationMirror> column) {
    String said =
        Mirrors.find(field, Mirrors.OWN + "SqlType")
            .map(mirror -> Mirrors.text(mirror, "value"))
            .orElse(column.map(mirror -> Mirrors.text(mirror, "columnDefinition")).orElse(""));
    return said.isEmpty() && isLongText(field) ? "text" : said;
  }

  /** Text without a limit of its own: what other databases call a character large object. */
  static boolean isLongText(VariableElement field) {
    return Mirrors.has(field, Mirrors.JAKARTA + "Lob")
        && field.asType().toString().equals("java.lang.String");
  }

  private static String byName(
      Optional<AnnotationMirror> column, String declared, String javaType) {
    return enumeration(
        plain(declared) ? "enumNames" : "enumLabels",
        declared.isEmpty() ? "varchar(" + length(column) + ")" : declared,
        javaType);
  }

  private static String byPosition(String declared, String javaType) {
    return enumeration("enumOrdinals", declared.isEmpty() ? "smallint" : declared, javaType);
  }

  /** The type of a time with the digits that {@code @Column(secondPrecision)} says, or empty. */
  private static String precise(
      Optional<AnnotationMirror> column, ValueKind kind, String javaType) {
    String ddlName =
        kind == ValueKind.STORED
            ? StoredClass.of(javaType).map(StoredClass::ddlName).orElse("")
            : kind.ddlName();
    int digits = column.map(mirror -> Mirrors.number(mirror, "secondPrecision", -1)).orElse(-1);
    boolean time = ddlName.startsWith("time") && !ddlName.endsWith("]");
    return time && digits >= 0 ? ddlName + "(" + digits + ")" : "";
  }

  private static String named(String constant, String declared) {
    return declared.isEmpty() ? constant : constant + ".named(" + Source.literal(declared) + ")";
  }

  private static String text(Optional<AnnotationMirror> column, String declared) {
    if (declared.isEmpty()) {
      return SQL + "varchar(" + length(column) + ")";
    }
    return plain(declared)
        ? named(SQL + "TEXT", declared)
        : JAVA + "untypedText(" + Source.literal(declared) + ")";
  }

  private static boolean plain(String declared) {
    String base = declared.toLowerCase(Locale.ROOT).replaceAll("\\s*\\(.*", "").strip();
    return declared.isEmpty() || PLAIN_TEXT.contains(base) || base.startsWith("character");
  }

  private static int length(Optional<AnnotationMirror> column) {
    return column
        .map(mirror -> Mirrors.number(mirror, "length", DEFAULT_LENGTH))
        .orElse(DEFAULT_LENGTH);
  }

  private static String decimal(Optional<AnnotationMirror> column, String declared) {
    int precision = column.map(mirror -> Mirrors.number(mirror, "precision", 0)).orElse(0);
    int scale = column.map(mirror -> Mirrors.number(mirror, "scale", 0)).orElse(0);
    return declared.isEmpty() && precision > 0
        ? SQL + "numeric(" + precision + ", " + scale + ")"
        : named(SQL + "NUMERIC", declared);
  }

  private static String label(TypeElement entity, VariableElement field, String javaType) {
    AnnotationMirror said = Mirrors.find(field, Mirrors.OWN + "PgEnum").orElseThrow();
    String name = Mirrors.text(said, "name");
    String schema = Mirrors.text(said, "schema");
    if (schema.isEmpty()) {
      schema =
          Mirrors.find(entity, Mirrors.JAKARTA + "Table")
              .map(mirror -> Mirrors.text(mirror, "schema"))
              .orElse("");
    }
    String type =
        quoted(
            name.isEmpty()
                ? SnakeCase.of(javaType.substring(javaType.lastIndexOf('.') + 1))
                : name);
    return schema.isEmpty() ? type : quoted(schema) + "." + type;
  }

  private static String quoted(String name) {
    return name.matches("[a-z_][a-z0-9_]*") ? name : "\"" + name.replace("\"", "\"\"") + "\"";
  }

  private static String enumeration(String factory, String ddlName, String javaType) {
    return JAVA + factory + "(" + Source.literal(ddlName) + ", " + javaType + ".class)";
  }
}
