package org.aludel.instrument;

import java.lang.annotation.Annotation;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aludel.error.MappingCode;
import org.aludel.error.MappingException;
import org.aludel.error.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Turns annotations into data. Remembers the members of annotation types: asking the virtual
 * machine for a default value parses it anew at each call. Not thread-safe.
 */
final class AnnotationReader {
  private final Map<Class<?>, List<Member>> members = new HashMap<>();

  /**
   * A member of an annotation type.
   *
   * @param byDefault its default as data, or null when it must be given
   */
  private record Member(Method method, @Nullable Object byDefault) {}

  /**
   * The annotations in order, then those that composed ones stand for; repeated ones without their
   * container.
   */
  Annotations readAll(Annotation[] annotations) {
    ComposedAnnotations composed = new ComposedAnnotations(annotations);
    List<AnnotationValues> found = new ArrayList<>();
    for (Annotation annotation : composed.all()) {
      unfold(read(annotation), found);
    }
    return new Annotations(found, composed.contested());
  }

  private static void unfold(AnnotationValues one, List<AnnotationValues> into) {
    List<AnnotationValues> repeated = one.nestedList("value");
    // A container in the sense of JLS 9.6.3 as this project writes it: named List inside its
    // element. Those of jakarta.persistence keep their own names, and their own rules.
    boolean container =
        !repeated.isEmpty()
            && repeated.stream().allMatch(each -> one.type().equals(each.type() + "$List"));
    if (container) {
      into.addAll(repeated);
    } else {
      into.add(one);
    }
  }

  private AnnotationValues read(Annotation annotation) {
    Map<String, Object> values = new LinkedHashMap<>();
    Set<String> given = new HashSet<>();
    for (Member member : members(annotation.annotationType())) {
      Object value = data(invoke(annotation, member.method()));
      values.put(member.method().getName(), value);
      if (!value.equals(member.byDefault())) {
        given.add(member.method().getName());
      }
    }
    return new AnnotationValues(annotation.annotationType().getName(), values, given);
  }

  /** Not computeIfAbsent: a default that is an annotation is read while its owner is. */
  private List<Member> members(Class<?> type) {
    List<Member> known = members.get(type);
    if (known == null) {
      known = new ArrayList<>();
      for (Method method : type.getDeclaredMethods()) {
        if (method.getParameterCount() == 0 && !method.isSynthetic()) {
          // The annotation may be private to the class that uses it.
          method.setAccessible(true);
          Object byDefault = method.getDefaultValue();
          known.add(new Member(method, byDefault == null ? null : data(byDefault)));
        }
      }
      members.put(type, known);
    }
    return known;
  }

  private static Object invoke(Annotation annotation, Method member) {
    try {
      return member.invoke(annotation);
    } catch (InvocationTargetException error) {
      throw unreadable(annotation, member, error.getCause());
    } catch (IllegalAccessException error) {
      throw unreadable(annotation, member, error);
    }
  }

  private static MappingException unreadable(
      Annotation annotation, Method member, @Nullable Throwable cause) {
    return new MappingException(
        Problem.of(
                MappingCode.INVALID_MAPPING,
                "cannot read \""
                    + member.getName()
                    + "\" of an annotation \"@"
                    + annotation.annotationType().getName()
                    + "\"")
            .found(String.valueOf(cause))
            .expected("a class path that has every class that annotations name")
            .fix(
                "add the missing class, or the same version of the annotations as at compile time"),
        cause);
  }

  private Object data(Object value) {
    if (value instanceof Annotation nested) {
      return read(nested);
    }
    if (value instanceof Enum<?> constant) {
      return constant.name();
    }
    if (value.getClass().isArray()) {
      List<Object> elements = new ArrayList<>();
      for (int index = 0; index < Array.getLength(value); index++) {
        elements.add(data(Array.get(value, index)));
      }
      return List.copyOf(elements);
    }
    return value;
  }
}
