package org.aludel.migrations.reverse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

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
          "Entity Table Id Column Convert GeneratedValue GenerationType SequenceGenerator ManyToOne"
              + " OneToMany FetchType JoinColumn ForeignKey Index UniqueConstraint"
              + " CheckConstraint");

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
    entity.inverses().forEach(each -> body.append('\n').append(field(each)));
    body.append("\n  /** For the session; new objects begin empty. */\n  public ")
        .append(entity.name())
        .append("() {}\n");
    entity.attributes().forEach(each -> body.append('\n').append(accessors(each)));
    entity.inverses().forEach(each -> body.append('\n').append(getter(each)));
    body.append('\n').append(toStringMethod()).append("}\n");
    return "package " + packageName + ";\n\n" + imports(body.toString()) + "\n" + body;
  }

  private String imports(String body) {
    TreeSet<String> imports = new TreeSet<>();
    entity.attributes().forEach(each -> imports.addAll(each.imports()));
    if (!entity.inverses().isEmpty()) {
      imports.add("java.util.ArrayList");
      imports.add("java.util.List");
    }
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

  private static String field(Inverse inverse) {
    return "  "
        + inverse.annotation()
        + "\n  private "
        + inverse.javaType()
        + " "
        + inverse.name()
        + " = new ArrayList<>();\n";
  }

  /** The collection is changed in place, so there is nothing to set. */
  private static String getter(Inverse inverse) {
    return "  public "
        + inverse.javaType()
        + " get"
        + JavaName.capital(inverse.name())
        + "() {\n    return "
        + inverse.name()
        + ";\n  }\n";
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
