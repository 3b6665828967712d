package org.aludel.processor;

import java.util.List;
import javax.annotation.processing.ProcessingEnvironment;

/** The lines above every generated class. */
final class Header {
  /**
   * Generated code repeats what users wrote, deprecated and raw types included; the warning belongs
   * to their code, not to its copy.
   */
  private static final String SUPPRESSED =
      "@SuppressWarnings({\"deprecation\", \"removal\", \"rawtypes\", \"unchecked\", \"serial\","
          + " \"overrides\", \"varargs\", \"this-escape\", \"cast\"})";

  private final ProcessingEnvironment environment;

  Header(ProcessingEnvironment environment) {
    this.environment = environment;
  }

  Source open(EntityModel entity, String purpose, List<String> imports) {
    return open(entity.packageName(), entity.name(), purpose, imports);
  }

  /** As above of any class, by its full name. */
  Source open(String packageName, String name, String purpose, List<String> imports) {
    Source source = new Source();
    if (!packageName.isEmpty()) {
      source.line("package " + packageName + ";").blank();
    }
    imports.forEach(one -> source.line("import " + one + ";"));
    if (!imports.isEmpty()) {
      source.blank();
    }
    source.line("/** " + purpose + " {@link " + name + "}. */");
    annotate(source, "javax.annotation.processing.Generated", "(\"org.aludel.processor\")");
    annotate(source, "org.jspecify.annotations.NullUnmarked", "");
    return source.line(SUPPRESSED);
  }

  private void annotate(Source source, String annotation, String arguments) {
    if (environment.getElementUtils().getTypeElement(annotation) != null) {
      source.line("@" + annotation + arguments);
    }
  }
}
