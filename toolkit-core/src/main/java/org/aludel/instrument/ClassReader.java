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
  private final Map<Package, Annotations> packages = new HashMap<>();

  /** What a class declares; the same instance at each call. */
  public ClassModel read(Class<?> type) {
    ClassModel known = models.get(type);
    if (known == null) {
      known = model(type, new TypeBindings());
      models.put(type, known);
    }
    return known;
  }

  /**
   * A class and its superclasses but Object, from the class upwards. Fields of a generic superclass
   * have the classes that are given where it is extended.
   */
  public List<ClassModel> lineage(Class<?> type) {
    TypeBindings bindings = new TypeBindings();
    List<ClassModel> lineage = new ArrayList<>();
    for (Class<?> each = type; each != null && each != Object.class; each = each.getSuperclass()) {
      lineage.add(each.getTypeParameters().length == 0 ? read(each) : model(each, bindings));
      bindings.add(each.getGenericSuperclass());
    }
    return lineage;
  }

  private ClassModel model(Class<?> type, TypeBindings bindings) {
    return new ClassModel(
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
