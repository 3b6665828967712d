package org.aludel.instrument;

import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aludel.instrument.ClassModel.MethodModel;
import org.jspecify.annotations.Nullable;

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
      Annotations ofPackage = ofPackage(type);
      known =
          new ClassModel(
              type,
              annotations.readAll(type.getDeclaredAnnotations()),
              ofPackage,
              fields(type),
              methods(type));
      models.put(type, known);
    }
    return known;
  }

  private Annotations ofPackage(Class<?> type) {
    Package home = type.getPackage();
    return home == null
        ? new Annotations(List.of())
        : packages.computeIfAbsent(home, one -> annotations.readAll(one.getDeclaredAnnotations()));
  }

  private List<FieldModel> fields(Class<?> type) {
    boolean marked = NullMarks.marked(type);
    List<FieldModel> fields = new ArrayList<>();
    for (Field field : type.getDeclaredFields()) {
      if (!Modifier.isStatic(field.getModifiers()) && !field.isSynthetic()) {
        fields.add(
            new FieldModel(
                type,
                field.getName(),
                field.getType(),
                arguments(field.getGenericType()),
                annotations.readAll(field.getDeclaredAnnotations()),
                Modifier.isTransient(field.getModifiers()),
                Modifier.isFinal(field.getModifiers()),
                NullMarks.of(field, marked)));
      }
    }
    return fields;
  }

  private List<MethodModel> methods(Class<?> type) {
    List<MethodModel> methods = new ArrayList<>();
    for (Method method : type.getDeclaredMethods()) {
      Annotation[] declared = method.getDeclaredAnnotations();
      if (!method.isSynthetic() && declared.length > 0) {
        methods.add(new MethodModel(method.getName(), annotations.readAll(declared)));
      }
    }
    methods.sort(Comparator.comparing(MethodModel::name));
    return methods;
  }

  private static List<Class<?>> arguments(Type type) {
    if (!(type instanceof ParameterizedType parameterized)) {
      return List.of();
    }
    List<Class<?>> classes = new ArrayList<>();
    Arrays.stream(parameterized.getActualTypeArguments())
        .map(ClassReader::bound)
        .forEach(classes::add);
    return classes;
  }

  private static Class<?> bound(@Nullable Type type) {
    if (type instanceof Class<?> plain) {
      return plain;
    }
    if (type instanceof ParameterizedType parameterized) {
      return bound(parameterized.getRawType());
    }
    if (type instanceof WildcardType wildcard) {
      return bound(wildcard.getUpperBounds()[0]);
    }
    return type instanceof TypeVariable<?> variable ? bound(variable.getBounds()[0]) : Object.class;
  }
}
