package org.aludel.migrations.reverse;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.aludel.schema.QualifiedName;

/** Gives tables and enum types their classes, each its own. */
final class ClassNames {
  /** What the sources themselves call by a simple name. */
  private static final Set<String> USED =
      Set.of(
          "Base",
          "String",
          "Object",
          "Override",
          "Boolean",
          "Short",
          "Integer",
          "Long",
          "Float",
          "Double",
          "Entity",
          "Table",
          "Id",
          "Column",
          "GeneratedValue",
          "GenerationType",
          "SequenceGenerator",
          "ManyToOne",
          "OneToMany",
          "Convert",
          "AttributeConverter",
          "IllegalArgumentException",
          "ArrayList",
          "FetchType",
          "JoinColumn",
          "ForeignKey",
          "Index",
          "UniqueConstraint",
          "CheckConstraint",
          "ServerDefault",
          "Computed",
          "IdentityOptions",
          "SqlType",
          "PgEnum",
          "IndexDef",
          "OnDelete",
          "OnUpdate",
          "ForeignKeyAction",
          "Deferrable",
          "DeclarativeBase",
          "MappedSuperclass",
          "List",
          "Map",
          "Class",
          "Enum",
          "BigDecimal",
          "UUID",
          "LocalDate",
          "LocalTime",
          "LocalDateTime",
          "OffsetDateTime",
          "OffsetTime",
          "Range",
          "MultiRange",
          "Interval",
          "Inet",
          "System",
          "Record",
          "MacAddress",
          "Point",
          "Line",
          "LineSegment",
          "Box",
          "Path",
          "Polygon",
          "Circle",
          "BitString");

  private final ReverseRules rules;
  private final Set<String> taken = new HashSet<>(USED);
  private final Map<QualifiedName, String> tables = new TreeMap<>();

  ClassNames(ReverseRules rules) {
    this.rules = rules;
  }

  String table(QualifiedName table) {
    return tables.computeIfAbsent(table, this::named);
  }

  private String named(QualifiedName table) {
    String given = rules.names().get(table.toString());
    return free(given == null ? JavaName.ofClass(stripped(table.name())) : given, table, "Entity");
  }

  String enumType(QualifiedName type) {
    return free(JavaName.ofClass(type.name()), type, "Label");
  }

  /** The name itself, else with its kind, its schema, or a number behind it. */
  private String free(String wanted, QualifiedName object, String kind) {
    if (take(wanted)) {
      return wanted;
    }
    String schema = object.schema();
    if (schema != null && take(JavaName.ofClass(schema) + wanted)) {
      return JavaName.ofClass(schema) + wanted;
    }
    String longer = wanted + kind;
    for (int number = 2; !take(longer); number++) {
      longer = wanted + kind + number;
    }
    return longer;
  }

  /** The metamodel of a class has its name and a T behind it; files differ in more than case. */
  private boolean take(String name) {
    boolean clash =
        !JavaName.usable(name)
            || taken.stream()
                .anyMatch(each -> each.equalsIgnoreCase(name) || each.equalsIgnoreCase(name + "T"));
    if (!clash) {
      taken.add(name);
      taken.add(name + "T");
    }
    return !clash;
  }

  private String stripped(String table) {
    String bare = table;
    for (String prefix : rules.prefixes()) {
      if (bare.startsWith(prefix) && bare.length() > prefix.length()) {
        bare = bare.substring(prefix.length());
        break;
      }
    }
    for (String suffix : rules.suffixes()) {
      if (bare.endsWith(suffix) && bare.length() > suffix.length()) {
        return bare.substring(0, bare.length() - suffix.length());
      }
    }
    return bare;
  }
}
