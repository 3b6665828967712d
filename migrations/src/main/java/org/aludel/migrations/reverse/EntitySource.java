package org.aludel.migrations.reverse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.aludel.schema.EnumType;

/** The source of one class: plain accessors, and a text of it that loads nothing. */
final class EntitySource {
  private static final String OWN = "org.aludel.orm.annotation.";
  private static final String JAKARTA = "jakarta.persistence.";

  private static final Map<String, String> PACKAGES =
      Map.of(
          OWN,
          "ServerDefault Computed IdentityOptions SqlType PgEnum IndexDef OnDelete OnUpdate"
              + " ForeignKeyAction Deferrable",
          JAKARTA,
          "Entity Table Id Column GeneratedValue GenerationType SequenceGenerator ManyToOne"
              + " FetchType JoinColumn ForeignKey Index UniqueConstraint CheckConstraint");

  private final String packageName;
  private final Entity entity;

  EntitySource(String packageName, Entity entity) {
    this.packageName = packageName;
    this.entity = entity;
  }

  /** The class that all entities stand below. */
  static String base(String packageName) {
    return "package "
        + packageName
        + ";\n\nimport org.aludel.orm.mapping.DeclarativeBase;\n\n"
        + "/** The entities below it are one catalogue: {@code Registry.of(Base.class)}. */\n"
        + "public abstract class Base extends DeclarativeBase {}\n";
  }

  /** An enum whose constants are the labels of a type. */
  static String enumeration(String packageName, String name, EnumType type) {
    return "package "
        + packageName
        + ";\n\n/** The labels of the database's type, in their order. */\npublic enum "
        + name
        + " {\n  "
        + String.join(",\n  ", type.labels())
        + "\n}\n";
  }

  String text() {
    StringBuilder body = new StringBuilder();
    body.append("@Entity\n");
    Annotated table = new TableSource(entity).annotation();
    if (!table.isEmpty()) {
      body.append(table).append('\n');
    }
    new TableSource(entity).indexes().forEach(each -> body.append(each).append('\n'));
    body.append("public class ").append(entity.name()).append(" extends Base {\n");
    body.append(entity.attributes().stream().map(this::field).collect(Collectors.joining("\n")));
    body.append("\n  /** For the session; new objects begin empty. */\n  public ")
        .append(entity.name())
        .append("() {}\n");
    entity.attributes().forEach(each -> body.append('\n').append(accessors(each)));
    body.append('\n').append(toStringMethod()).append("}\n");
    return "package " + packageName + ";\n\n" + imports(body.toString()) + "\n" + body;
  }

  private String imports(String body) {
    TreeSet<String> imports = new TreeSet<>();
    entity.attributes().forEach(each -> imports.addAll(each.imports()));
    PACKAGES.forEach(
        (owner, names) -> {
          for (String name : names.split(" ")) {
            String prefix = name.equals("ForeignKeyAction") || isValue(name) ? "" : "@";
            if (body.contains(prefix + name + "\n")
                || body.contains(prefix + name + "(")
                || body.contains(prefix + name + ".")) {
              imports.add(owner + name);
            }
          }
        });
    return imports.stream().map(each -> "import " + each + ";\n").collect(Collectors.joining());
  }

  private static boolean isValue(String name) {
    return name.equals("GenerationType") || name.equals("FetchType");
  }

  private String field(Attribute attribute) {
    List<Annotated> annotations = new AttributeSource(entity.said(), attribute).annotations();
    return annotations.stream().map(each -> "  " + each + "\n").collect(Collectors.joining())
        + "  private "
        + attribute.javaType()
        + " "
        + attribute.name()
        + ";\n";
  }

  private static String accessors(Attribute attribute) {
    String capital = JavaName.capital(attribute.name());
    String type = attribute.javaType();
    String name = attribute.name();
    String get = type.equals("boolean") ? "is" : "get";
    String getter =
        "  public " + type + " " + get + capital + "() {\n    return " + name + ";\n  }\n";
    return getter
        + "\n  public void set"
        + capital
        + "("
        + type
        + " "
        + name
        + ") {\n    this."
        + name
        + " = "
        + name
        + ";\n  }\n";
  }

  private String toStringMethod() {
    List<String> parts = new ArrayList<>();
    for (Attribute attribute : entity.attributes()) {
      if (attribute.facts().reference() == null && !attribute.javaType().equals("byte[]")) {
        parts.add(attribute.name() + "=\" + " + attribute.name());
      }
    }
    return "  @Override\n  public String toString() {\n    return \""
        + entity.name()
        + "("
        + String.join("\n        + \", ", parts)
        + "\n        + \")\";\n  }\n";
  }
}
