package org.aludel.instrument;

import java.lang.annotation.Annotation;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aludel.error.MappingCode;
import org.aludel.error.MappingException;
import org.aludel.error.Problem;

/**
 * Finds the methods that {@code jakarta.persistence} has called at events of objects: of the
 * listener classes that {@code @EntityListeners} names, then of the entity, superclasses first.
 * Makes one object of each listener class. Thread-safe.
 */
public final class CallbackFinder {
  private static final String JAKARTA = "jakarta.persistence.";

  private final AnnotationReader annotations = new AnnotationReader();
  private final Map<Class<?>, Object> listeners = new HashMap<>();

  /**
   * What is called at an event, in order.
   *
   * @param entity the class with the annotations: an entity, or one that maps a class
   */
  public synchronized List<Callback> find(Class<?> entity, String annotation) {
    Class<?> mapped = MappingClass.mapped(entity);
    List<Callback> found = new ArrayList<>();
    for (Class<?> listener : listenersOf(entity)) {
      for (Method method : declared(listener)) {
        if (has(method, annotation)) {
          found.add(ofListener(listener, method, mapped));
        }
      }
    }
    ownMethods(entity, annotation)
        .forEach(method -> found.add(new Callback(name(method), plain(handle(method)))));
    return List.copyOf(found);
  }

  /** Whether a class takes no part in what is registered for classes above it. */
  public static boolean excludesDefaults(Class<?> entity) {
    return lineage(entity).stream().anyMatch(type -> marked(type, "ExcludeDefaultListeners"));
  }

  private List<Class<?>> listenersOf(Class<?> entity) {
    List<Class<?>> found = new ArrayList<>();
    for (Class<?> type : lineage(entity)) {
      if (marked(type, "ExcludeSuperclassListeners")) {
        found.clear();
      }
      AnnotationValues named =
          annotations
              .readAll(type.getDeclaredAnnotations())
              .find(JAKARTA + "EntityListeners")
              .orElse(null);
      if (named != null && named.values().get("value") instanceof List<?> classes) {
        classes.forEach(one -> found.add((Class<?>) one));
      }
    }
    return found;
  }

  /** A method that is overridden is not called, whatever it is annotated with. */
  private List<Method> ownMethods(Class<?> entity, String annotation) {
    List<Method> found = new ArrayList<>();
    for (Class<?> type : lineage(entity)) {
      for (Method method : declared(type)) {
        if (method.getParameterCount() == 0) {
          found.removeIf(one -> overrides(method, one));
          if (has(method, annotation)) {
            found.add(method);
          }
        }
      }
    }
    return found;
  }

  private static boolean overrides(Method lower, Method upper) {
    return lower.getName().equals(upper.getName())
        && lower.getDeclaringClass() != upper.getDeclaringClass()
        && !Modifier.isPrivate(upper.getModifiers());
  }

  private boolean has(Method method, String annotation) {
    return annotations.readAll(method.getDeclaredAnnotations()).has(JAKARTA + annotation);
  }

  private static List<Method> declared(Class<?> type) {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(method -> !method.isSynthetic())
        .sorted(Comparator.comparing(Method::getName))
        .toList();
  }

  /** The mapped classes from the topmost down. */
  private static List<Class<?>> lineage(Class<?> entity) {
    List<Class<?>> types = new ArrayList<>();
    for (Class<?> type = entity; type != null; type = type.getSuperclass()) {
      if (marked(type, "Entity") || marked(type, "MappedSuperclass")) {
        types.add(0, type);
      }
    }
    return types;
  }

  private static boolean marked(Class<?> type, String annotation) {
    for (Annotation one : type.getDeclaredAnnotations()) {
      if (one.annotationType().getName().equals(JAKARTA + annotation)) {
        return true;
      }
    }
    return false;
  }

  private Callback ofListener(Class<?> listener, Method method, Class<?> entity) {
    boolean fits =
        method.getParameterCount() == 1
            && method.getReturnType() == void.class
            && !Modifier.isStatic(method.getModifiers())
            && method.getParameterTypes()[0].isAssignableFrom(entity);
    if (!fits) {
      throw new MappingException(
          Problem.of(MappingCode.INVALID_MAPPING, "cannot map \"" + entity.getName() + "\"")
              .found("the listener method \"" + name(method) + "\"")
              .expected("void " + method.getName() + "(" + entity.getSimpleName() + ")")
              .fix("let it take the entity, or a class or interface above it, and nothing else"));
    }
    return new Callback(name(method), plain(handle(method).bindTo(instance(listener))));
  }

  private Object instance(Class<?> listener) {
    return listeners.computeIfAbsent(listener, CallbackFinder::make);
  }

  private static Object make(Class<?> listener) {
    try {
      Constructor<?> constructor = listener.getDeclaredConstructor();
      return lookup(listener)
          .unreflectConstructor(constructor)
          .asType(MethodType.methodType(Object.class))
          .invoke();
    } catch (Throwable failure) {
      throw unusable(listener.getName(), "a constructor without parameters", failure);
    }
  }

  private static MethodHandle handle(Method method) {
    try {
      return lookup(method.getDeclaringClass()).unreflect(method);
    } catch (IllegalAccessException failure) {
      throw unusable(name(method), "a package that is open to this module", failure);
    }
  }

  private static MethodHandles.Lookup lookup(Class<?> type) throws IllegalAccessException {
    return MethodHandles.privateLookupIn(type, MethodHandles.lookup());
  }

  private static MethodHandle plain(MethodHandle handle) {
    return handle.asType(MethodType.methodType(void.class, Object.class));
  }

  private static String name(Method method) {
    return method.getDeclaringClass().getName() + "." + method.getName() + "()";
  }

  private static MappingException unusable(String what, String expected, Throwable cause) {
    return new MappingException(
        Problem.of(MappingCode.INVALID_MAPPING, "cannot call \"" + what + "\"")
            .found(cause.toString())
            .expected(expected)
            .fix("make the listener a class that can be made and called"),
        cause);
  }
}
