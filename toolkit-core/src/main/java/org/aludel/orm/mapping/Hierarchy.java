package org.aludel.orm.mapping;

import java.lang.annotation.Annotation;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.aludel.instrument.Annotations;
import org.aludel.instrument.ClassModel;
import org.aludel.instrument.ClassReader;
import org.aludel.instrument.FieldModel;
import org.aludel.instrument.HybridMethod;
import org.jspecify.annotations.Nullable;

/** Finds the classes that an entity consists of, and refuses what none of them may say. */
final class Hierarchy {
  /** What may stand in a superclass that is not mapped. */
  private static final Set<String> ANYWHERE = Set.of(Words.TRANSIENT, Words.TYPE_MAP);

  private final Faults faults;
  private final Vocabulary vocabulary;
  private final ClassReader reader;

  Hierarchy(Faults faults, ClassReader reader) {
    this.reader = reader;
    this.faults = faults;
    this.vocabulary = new Vocabulary(faults);
  }

  /** Whether a class is annotated as an entity, by the annotation's name. */
  static boolean isEntity(Class<?> type) {
    for (Annotation annotation : type.getDeclaredAnnotations()) {
      if (annotation.annotationType().getName().equals(Words.ENTITY)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a class is an entity of the registry that is built: by another's annotations too. */
  boolean isMapped(Class<?> type) {
    return isEntity(reader.annotated(type));
  }

  /** Whether objects of a class are parts of others: by another's annotations too. */
  boolean isEmbeddable(Class<?> type) {
    return EmbeddedDrafter.isEmbeddable(reader.annotated(type));
  }

  /** The nearest superclass that is an entity, or null. */
  static @Nullable Class<?> superEntity(Class<?> entity) {
    Class<?> above = entity.getSuperclass();
    while (above != null && !isEntity(above)) {
      above = above.getSuperclass();
    }
    return above;
  }

  /**
   * The mapped superclasses from the top, entities among them, then the entity; superclasses
   * without mapping are out.
   */
  List<ClassModel> of(Class<?> entity) {
    Deque<ClassModel> mapped = new ArrayDeque<>();
    TypeMaps types = new TypeMaps(faults);
    for (ClassModel model : reader.lineage(entity)) {
      types.add(model);
      boolean own = model.type() == entity;
      if (own
          || model.annotations().has(Words.MAPPED_SUPERCLASS)
          || model.annotations().has(Words.ENTITY)) {
        mapped.push(model);
        checkClass(model);
      } else {
        refuseStrayAnnotations(model);
      }
    }
    return mapped.stream().map(types::applied).toList();
  }

  private void checkClass(ClassModel model) {
    String place = Faults.place(model.type(), null);
    vocabulary.check(place, model.annotations());
    vocabulary.check("package " + model.type().getPackageName(), model.packageAnnotations());
    model.methods().stream()
        .filter(method -> !isAccessor(model, method))
        .forEach(
            method ->
                vocabulary.checkMethod(
                    Faults.place(model.type(), method.name() + "()"),
                    method.annotations(),
                    isForeign(model) || (method.plain() && isMapped(model))));
    if (model.methods().stream().anyMatch(method -> method.annotations().has(Words.HYBRID))) {
      HybridMethod.of(model.annotated()).forEach(hybrid -> vocabulary.checkHybrid(model, hybrid));
    }
    model.fields().stream()
        .filter(EntityDraft::isAttribute)
        .forEach(field -> checkField(model, field));
  }

  /** Whether another class carries the annotations, whose callbacks have a rule of their own. */
  private static boolean isForeign(ClassModel model) {
    return model.annotated() != model.type();
  }

  private static boolean isMapped(ClassModel model) {
    return model.annotations().has(Words.ENTITY)
        || model.annotations().has(Words.MAPPED_SUPERCLASS);
  }

  /** An annotation of a record's component stands on its accessor too. */
  private static boolean isAccessor(ClassModel model, ClassModel.MethodModel method) {
    return model.type().isRecord()
        && model.fields().stream().anyMatch(field -> field.name().equals(method.name()));
  }

  private void checkField(ClassModel model, FieldModel field) {
    String place = Faults.place(model.type(), field.name());
    vocabulary.checkAttribute(place, field.annotations());
    Class<?> value = field.type().isEnum() ? field.type() : null;
    if (value != null) {
      // An annotated field of the enum changes how its constants are stored.
      for (FieldModel inEnum : reader.read(value).fields()) {
        vocabulary.check(Faults.place(value, inEnum.name()), inEnum.annotations());
      }
    }
  }

  private void refuseStrayAnnotations(ClassModel model) {
    boolean stray =
        hasMapping(model.annotations())
            || model.fields().stream().anyMatch(field -> hasMapping(field.annotations()));
    if (stray) {
      String place = Faults.place(model.type(), null);
      faults.add(place, MappingRules.fault("stray", place));
    }
  }

  private static boolean hasMapping(Annotations annotations) {
    return annotations.all().stream()
        .anyMatch(one -> Vocabulary.isMapping(one) && !ANYWHERE.contains(one.type()));
  }
}
