package org.aludel.processor;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/**
 * Lists the classes annotated with {@code jakarta.persistence.Entity}, and those that map
 * embeddables, in {@code META-INF/aludel/mapped-classes}, and refuses two of one table.
 *
 * <p>A processor of its own, because build tools have to run it over all classes whenever one
 * changes (aggregating, as Gradle says), which would else hold for the generated sources too.
 * Claims no annotation.
 */
public final class IndexProcessor extends AbstractProcessor {
  private static final String ENTITY = Mirrors.JAKARTA + "Entity";

  /** By name, since elements of an earlier round may be outdated. */
  private final Set<String> entities = new TreeSet<>();

  /** For the compiler, which finds the class by ServiceLoader. */
  public IndexProcessor() {}

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of(ENTITY, MappingClasses.MAPS);
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    for (TypeElement annotation : annotations) {
      for (Element element : round.getElementsAnnotatedWith(annotation)) {
        if (element instanceof TypeElement type && isListed(type)) {
          entities.add(type.getQualifiedName().toString());
        }
      }
    }
    if (round.processingOver()) {
      finish(round);
    }
    return false;
  }

  /** Whether a registry must be told of a class, which is not so of most embeddables. */
  static boolean isListed(TypeElement type) {
    return Mirrors.has(type, ENTITY) || MappingClasses.isPart(type);
  }

  private void finish(RoundEnvironment round) {
    List<TypeElement> types =
        entities.stream()
            .map(processingEnv.getElementUtils()::getTypeElement)
            .filter(Objects::nonNull)
            .toList();
    List<Refusal> faults =
        new SharedTableRule(types.stream().filter(type -> Mirrors.has(type, ENTITY)).toList())
            .faults();
    faults.forEach(fault -> fault.report(processingEnv.getMessager()));
    if (!types.isEmpty() && faults.isEmpty() && !round.errorRaised()) {
      write(types);
    }
  }

  private void write(List<TypeElement> types) {
    try {
      new ClassIndex(processingEnv).write(types);
    } catch (IOException error) {
      processingEnv
          .getMessager()
          .printMessage(Diagnostic.Kind.ERROR, "cannot write " + ClassIndex.PATH + ": " + error);
    }
  }
}
