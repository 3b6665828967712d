package org.aludel.instrument;

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
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one class itself declares, as data; superclasses have models of their own.
 *
 * @param annotations of the class
 * @param packageAnnotations of its package, where the package has a compiled package-info
 * @param fields its instance fields in the order in which the virtual machine lists them, which is
 *     that of the source
 * @param methods its annotated methods, sorted by name
 */
public record ClassModel(
    Class<?> type,
    Annotations annotations,
    Annotations packageAnnotations,
    List<FieldModel> fields,
    List<MethodModel> methods) {
  public ClassModel {
    fields = List.copyOf(fields);
    methods = List.copyOf(methods);
  }

  /** A method that has annotations. */
  public record MethodModel(String name, Annotations annotations) {}

  /** Reads a class without initialising it. */
  public static ClassModel of(Class<?> type) {
    Package home = type.getPackage();
    return new ClassModel(
        type,
        Annotations.of(type.getDeclaredAnnotations()),
        Annotations.of(
            home == null ? new java.lang.annotation.Annotation[0] : home.getDeclaredAnnotations()),
        fields(type),
        methods(type));
  }

  /** Whether a class can be an entity: concrete, and at the top level or static. */
  public static boolean instantiable(Class<?> type) {
    boolean inner = type.getEnclosingClass() != null && !Modifier.isStatic(type.getModifiers());
    return !(type.isInterface()
        || type.isRecord()
        || type.isEnum()
        || inner
        || Modifier.isAbstract(type.getModifiers()));
  }

  private static List<FieldModel> fields(Class<?> type) {
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
                Annotations.of(field.getDeclaredAnnotations()),
                Modifier.isTransient(field.getModifiers()),
                Modifier.isFinal(field.getModifiers()),
                NullMarks.of(field, marked)));
      }
    }
    return fields;
  }

  private static List<MethodModel> methods(Class<?> type) {
    List<MethodModel> methods = new ArrayList<>();
    for (Method method : type.getDeclaredMethods()) {
      if (!method.isSynthetic() && method.getDeclaredAnnotations().length > 0) {
        methods.add(
            new MethodModel(method.getName(), Annotations.of(method.getDeclaredAnnotations())));
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
        .map(ClassModel::bound)
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
