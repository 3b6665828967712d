package org.aludel.processor;

import java.util.ArrayList;
import java.util.List;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/**
 * Writes the metamodel of a mapped superclass with hybrids: the attributes in columns that each
 * entity below it has, which the metamodel of the entity gives. It is no table, as the class has
 * none.
 */
final class SharedColumnsWriter {
  private final TypeElement type;
  private final String home;
  private final List<AttributeModel> attributes;

  SharedColumnsWriter(
      TypeElement type, ProcessingEnvironment environment, List<AttributeModel> attributes) {
    this.type = type;
    this.home = environment.getElementUtils().getPackageOf(type).getQualifiedName().toString();
    this.attributes = List.copyOf(attributes);
  }

  private String simpleName() {
    return EntityModel.flatName(type, home) + "T";
  }

  /** The full name of what it writes. */
  String name() {
    return home.isEmpty() ? simpleName() : home + "." + simpleName();
  }

  String write(Header header) {
    Source source =
        header.open(
            home,
            type.getQualifiedName().toString(),
            "Names the columns that entities have from",
            List.of());
    String open = type.getModifiers().contains(Modifier.PUBLIC) ? "public " : "";
    source.line("%sfinal class %s {".formatted(open, simpleName()));
    List<String> parameters = new ArrayList<>();
    for (AttributeModel attribute : attributes) {
      String declared = attributeClass(attribute) + " " + attribute.name();
      source.line("public final %s;".formatted(declared)).blank();
      parameters.add(declared);
    }
    source
        .line("/** Called by the metamodels of entities below the class. */")
        .line("public %s(%s) {".formatted(simpleName(), String.join(", ", parameters)));
    for (AttributeModel attribute : attributes) {
      source.line("this.%s = %1$s;".formatted(attribute.name()));
    }
    return source.line("}").line("}").toString();
  }

  private static String attributeClass(AttributeModel attribute) {
    AttributeClass found = AttributeClass.of(attribute);
    String argument = found.argument().isEmpty() ? "" : ", " + found.argument();
    return MetamodelWriter.PACKAGE + found.name() + "<?" + argument + ">";
  }
}
