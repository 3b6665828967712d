package org.aludel.processor;

import java.io.IOException;
import java.io.Writer;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/**
 * Writes beside each class annotated with {@code jakarta.persistence.Entity} its metamodel {@code
 * UserT} and its access {@code User__Orm}.
 *
 * <p>Claims no annotation, so that other processors see them too. What is generated for a class
 * depends on the class, its superclasses and the classes that it refers to, so that build tools may
 * run it for changed classes alone (isolating, as Gradle says); output is the same for the same
 * input.
 */
public final class MappingProcessor extends AbstractProcessor {
  private static final String ENTITY = Mirrors.JAKARTA + "Entity";
  private static final String SUPERCLASS = Mirrors.JAKARTA + "MappedSuperclass";
  private static final String CONVERTER = Mirrors.JAKARTA + "Converter";

  /** By name, since elements of an earlier round may be outdated. */
  private final Map<String, TypeElement> waiting = new LinkedHashMap<>();

  /** Mapped superclasses with hybrids, as above. */
  private final Map<String, TypeElement> superclasses = new LinkedHashMap<>();

  /** Whose metamodel is written, which makes the compiler go round again. */
  private final Set<String> half = new HashSet<>();

  /** For the compiler, which finds the class by ServiceLoader. */
  public MappingProcessor() {}

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of(ENTITY, SUPERCLASS, CONVERTER, MappingClasses.MAPS);
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    for (TypeElement annotation : annotations) {
      for (Element element : round.getElementsAnnotatedWith(annotation)) {
        if (annotation.getQualifiedName().contentEquals(CONVERTER)) {
          refuseAutomatic(element);
        } else if (annotation.getQualifiedName().contentEquals(MappingClasses.MAPS)) {
          refuseAlone((TypeElement) element);
        } else if (element instanceof TypeElement type) {
          boolean shared = annotation.getQualifiedName().contentEquals(SUPERCLASS);
          if (shared && HybridRule.hybrids(type).isEmpty()) {
            continue; // its attributes are those of entities, and nobody takes it
          }
          (shared ? superclasses : waiting).put(type.getQualifiedName().toString(), type);
        }
      }
    }
    if (!round.processingOver()) {
      writeComplete();
    }
    return false;
  }

  /** No attribute names such a converter, so nothing else would notice that it is not called. */
  private void refuseAutomatic(Element converter) {
    boolean automatic =
        Mirrors.find(converter, CONVERTER)
            .map(mirror -> Mirrors.text(mirror, "autoApply").equals("true"))
            .orElse(false);
    if (automatic) {
      report(
          Refusal.of(
              converter,
              converter.toString(),
              "@Converter(autoApply = true)",
              "attributes that are stored as their own class",
              "remove autoApply, and list the converter above the entities: @TypeMap({"
                  + ((TypeElement) converter).getSimpleName()
                  + ".class})"));
    }
  }

  /** Without these, no rule would look at it. */
  private void refuseAlone(TypeElement mapping) {
    if (!Mirrors.has(mapping, ENTITY) && !Mirrors.has(mapping, Mirrors.JAKARTA + "Embeddable")) {
      report(
          Refusal.of(
              mapping,
              mapping.getQualifiedName().toString(),
              "@Maps on a class without @Entity or @Embeddable",
              "a class with the annotations that the mapped class has not",
              "add @Entity or @Embeddable, or remove @Maps"));
    }
  }

  /** Writes what can be written; a type that another processor writes now is known next round. */
  private void writeComplete() {
    List.copyOf(superclasses.keySet()).forEach(this::writeShared);
    EntityInspector inspector = new EntityInspector(processingEnv);
    for (String name : List.copyOf(waiting.keySet())) {
      TypeElement type = processingEnv.getElementUtils().getTypeElement(name);
      if (type == null || inspector.incomplete(type)) {
        continue;
      }
      if (!inspector.meetsLombok(type) || half.contains(name) || !writeHalf(type)) {
        waiting.remove(name);
        write(inspector, type);
      }
    }
    inspector.refusals().forEach(this::report);
  }

  /** Writes what does not depend on the members that Lombok adds; false where that is at fault. */
  private boolean writeHalf(TypeElement type) {
    EntityModel entity = new EntityInspector(processingEnv, true).inspect(type);
    if (entity != null) {
      half.add(type.getQualifiedName().toString());
      writeMetamodel(new Header(processingEnv), entity);
    }
    return entity != null;
  }

  /** What is wrong with it is reported with each entity below it. */
  private void writeShared(String name) {
    TypeElement type = processingEnv.getElementUtils().getTypeElement(name);
    EntityInspector inspector = new EntityInspector(processingEnv, true);
    if (type == null || inspector.incomplete(type)) {
      return;
    }
    superclasses.remove(name);
    List<AttributeModel> attributes = inspector.shared(type);
    if (attributes != null) {
      SharedColumnsWriter writer = new SharedColumnsWriter(type, processingEnv, attributes);
      writeSource(writer.name(), type, writer.write(new Header(processingEnv)));
    }
  }

  private void writeMetamodel(Header header, EntityModel entity) {
    writeSource(
        entity, entity.metamodelName(), new MetamodelWriter(header, processingEnv).write(entity));
  }

  private void write(EntityInspector inspector, TypeElement type) {
    EntityModel entity = inspector.inspect(type);
    if (entity == null) {
      return;
    }
    Header header = new Header(processingEnv);
    LazyWriter lazies = new LazyWriter(processingEnv, inspector.lazyRule());
    writeSource(entity, entity.accessName(), new AccessWriter(header, lazies).write(entity));
    if (!half.contains(type.getQualifiedName().toString())) {
      writeMetamodel(header, entity);
    }
  }

  private void writeSource(EntityModel entity, String simpleName, String text) {
    writeSource(entity.qualified(simpleName), entity.type(), text);
  }

  private void writeSource(String name, TypeElement origin, String text) {
    try (Writer writer = processingEnv.getFiler().createSourceFile(name, origin).openWriter()) {
      writer.write(text);
    } catch (IOException error) {
      failed(name, error);
    }
  }

  private void report(Refusal refusal) {
    refusal.report(processingEnv.getMessager());
  }

  private void failed(String what, IOException error) {
    processingEnv
        .getMessager()
        .printMessage(Diagnostic.Kind.ERROR, "cannot write " + what + ": " + error);
  }
}
