package org.aludel.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.FileObject;
import javax.tools.StandardLocation;

/**
 * Writes the list of mapped classes of one compilation. An incremental compilation sees some of the
 * classes only, so the list that is there is kept as far as its classes still are entities.
 */
final class ClassIndex {
  static final String PATH = "META-INF/aludel/mapped-classes";

  private final ProcessingEnvironment environment;

  ClassIndex(ProcessingEnvironment environment) {
    this.environment = environment;
  }

  void write(List<TypeElement> entities) throws IOException {
    TreeSet<String> names =
        entities.stream().map(this::binaryName).collect(Collectors.toCollection(TreeSet::new));
    before().lines().filter(this::stillMapped).forEach(names::add);
    Filer filer = environment.getFiler();
    FileObject file =
        filer.createResource(
            StandardLocation.CLASS_OUTPUT, "", PATH, entities.toArray(new Element[0]));
    try (Writer writer = file.openWriter()) {
      for (String name : names) {
        writer.write(name + "\n");
      }
    }
  }

  private String before() {
    try {
      return environment
          .getFiler()
          .getResource(StandardLocation.CLASS_OUTPUT, "", PATH)
          .getCharContent(true)
          .toString();
    } catch (IOException | UncheckedIOException none) {
      // There is no such file at the first compilation; each compiler says so in its own way.
      return "";
    }
  }

  private boolean stillMapped(String name) {
    TypeElement type = environment.getElementUtils().getTypeElement(name.replace('$', '.'));
    return type != null && IndexProcessor.isListed(type);
  }

  private String binaryName(TypeElement type) {
    return environment.getElementUtils().getBinaryName(type).toString();
  }
}
