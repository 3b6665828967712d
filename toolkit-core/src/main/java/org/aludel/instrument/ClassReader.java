package org.aludel.instrument;

import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aludel.instrument.ClassModel.MethodModel;

/**
 * Reads classes as data, without initialising them. Remembers what it read, since superclasses,
 * enums and annotations are met again and again; lives as long as one registry is built. Not
 * thread-safe.
 */
public final class ClassReader {
  private final AnnotationReader annotations = new AnnotationReader();
  private final Map<Class<?>, ClassModel> models = new HashMap<>();
  private final Map<Class<?>, ClassModel> mapped = new HashMap<>();
  private final Map<Package, Annotations> packages = new HashMap<>();
  private final Map<Class<?>, Class<?>> mappings;

  /** A reader of classes that speak for themselves. */
  public ClassReader() {
    this(Map.of());
  }

  /**
   * A reader of classes some of which others speak for.
   *
   * @param mappings the mapping classes by the classes that they map
   */
  public ClassReader(Map<Class<?>, Class<?>> mappings) {
    this.mappings = Map.copyOf(mappings);
  }

  /** The class that carries the annotations of a class: itself unless another maps it. */
  public Class<?> annotated(Class<?> type) {
    return mappings.getOrDefault(type, type);
  }

  /** What a class declares, or the class that maps it; the same instance at each call. */
  public ClassModel read(Class<?> type) {
    Class<?> annotated = annotated(type);
    ClassModel own = plain(annotated);
    return annotated == type ? own : mapped.computeIfAbsent(type, own::of);
  }

  private ClassModel plain(Class<?> type) {
    ClassModel known = models.get(type);
    if (known == null) {
      known = model(type, new TypeBindings());
      models.put(type, known);
    }
    return known;
  }

  /**
   * A class and its superclasses but Object, from the class upwards. Fields of a generic superclass
   * have the classes that are given where it is extended. Above a class that another maps stand
   * those above the mapping class.
   */
  public List<ClassModel> lineage(Class<?> type) {
    TypeBindings bindings = new TypeBindings();
    List<ClassModel> lineage = new ArrayList<>();
    Class<?> annotated = annotated(type);
    for (Class<?> each = annotated;
        each != null && each != Object.class;
        each = each.getSuperclass()) {
      boolean whole = each.getTypeParameters().length == 0;
      ClassModel own = whole ? plain(each) : model(each, bindings);
      lineage.add(each == annotated && annotated != type ? read(type) : own);
      bindings.add(each.getGenericSuperclass());
    }
    return lineage;
  }

  private ClassModel model(Class<?> type, TypeBindings bindings) {
    return new ClassModel(
        type,
        type,
        annotations.readAll(type.getDeclaredAnnotations()),
        ofPackage(type),
        fields(type, bindings),
        methods(type));
  }

  private Annotations ofPackage(Class<?> type) {
    Package home = type.getPackage();
    return home == null
        ? new Annotations(List.of())
        : packages.computeIfAbsent(home, one -> annotations.readAll(one.getDeclaredAnnotations()));
  }

  private List<FieldModel> fields(Class<?> type, TypeBindings bindings) {
    boolean marked = NullMarks.marked(type);
    List<FieldModel> fields = new ArrayList<>();
    for (Field field : type.getDeclaredFields()) {
      if (!Modifier.isStatic(field.getModifiers()) && !field.isSynthetic()) {
        fields.add(
            new FieldModel(
                type,
                field.getName(),
                bindings.classOf(field.getGenericType()),
                bindings.argumentsOf(field.getGenericType()),
                bindings.openIn(field.getGenericType()),
                annotations.readAll(field.getDeclaredAnnotations()),
                Modifier.isTransient(field.getModifiers()),
                Modifier.isFinal(field.getModifiers()),
                NullMarks.of(field, marked)));
      }
    }
    return fields;
  }

  private static boolean isPlain(Method method) {
    int modifiers = method.getModifiers();
    return method.getReturnType() == void.class
        && method.getParameterCount() == 0
        && !Modifier.isStatic(modifiers)
        && !Modifier.isAbstract(modifiers);
  }

  private List<MethodModel> methods(Class<?> type) {
    List<MethodModel> methods = new ArrayList<>();
    for (Method method : type.getDeclaredMethods()) {
      Annotation[] declared = method.getDeclaredAnnotations();
      if (!method.isSynthetic() && declared.length > 0) {
        methods.add(
            new MethodModel(method.getName(), annotations.readAll(declared), isPlain(method)));
      }
    }
    methods.sort(Comparator.comparing(MethodModel::name));
    return methods;
  }
}
