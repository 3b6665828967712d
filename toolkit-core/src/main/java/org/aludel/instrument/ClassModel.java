package org.aludel.instrument;

import java.lang.invoke.MethodType;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * What one class itself declares, as data; superclasses have models of their own. Made by {@link
 * ClassReader}.
 *
 * @param annotated the class that carries its annotations: itself, or the one that maps it
 * @param annotations of the class
 * @param packageAnnotations of its package, where the package has a compiled package-info
 * @param fields its instance fields in the order in which the virtual machine lists them, which is
 *     that of the source
 * @param methods its annotated methods, sorted by name
 */
public record ClassModel(
    Class<?> type,
    Class<?> annotated,
    Annotations annotations,
    Annotations packageAnnotations,
    List<FieldModel> fields,
    List<MethodModel> methods) {
  public ClassModel {
    fields = List.copyOf(fields);
    methods = List.copyOf(methods);
  }

  /** What a mapping class says, as if the class that it maps had said it. */
  ClassModel of(Class<?> mapped) {
    List<String> order = MappingClass.components(mapped);
    return new ClassModel(
        mapped,
        annotated,
        annotations,
        packageAnnotations,
        fields.stream()
            .map(field -> field.in(mapped))
            .sorted(Comparator.comparing(field -> order.indexOf(field.name())))
            .toList(),
        methods);
  }

  /**
   * A method that has annotations.
   *
   * @param plain whether it is void, without parameters, and neither static nor abstract
   */
  public record MethodModel(String name, Annotations annotations, boolean plain) {}

  /** Whether a class has no objects of its own. */
  public static boolean isAbstract(Class<?> type) {
    return Modifier.isAbstract(type.getModifiers());
  }

  /** Whether a class can be an entity: at the top level or static, perhaps abstract or a record. */
  public static boolean isMappable(Class<?> type) {
    boolean inner = type.getEnclosingClass() != null && !Modifier.isStatic(type.getModifiers());
    return !(type.isInterface() || type.isEnum() || inner);
  }

  /** Whether a class has a constructor without parameters, of any visibility. */
  public static boolean hasEmptyConstructor(Class<?> type) {
    return Arrays.stream(type.getDeclaredConstructors())
        .anyMatch(one -> one.getParameterCount() == 0);
  }

  /** The name of a class as it is written in source. */
  static String sourceName(Class<?> type) {
    String name = type.getCanonicalName();
    return name == null ? type.getTypeName() : name;
  }

  /** The wrapper of a primitive class; other classes are themselves. */
  public static Class<?> boxed(Class<?> type) {
    return MethodType.methodType(type).wrap().returnType();
  }
}
