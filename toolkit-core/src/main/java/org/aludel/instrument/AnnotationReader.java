package org.aludel.instrument;

import java.lang.annotation.Annotation;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aludel.error.MappingCode;
import org.aludel.error.MappingException;
import org.aludel.error.Problem;
import org.jspecify.annotations.Nullable;

/** Turns annotations into data. */
final class AnnotationReader {
  private AnnotationReader() {}

  static AnnotationValues read(Annotation annotation) {
    Map<String, Object> values = new LinkedHashMap<>();
    Set<String> given = new HashSet<>();
    for (Method member : annotation.annotationType().getDeclaredMethods()) {
      if (member.getParameterCount() > 0 || member.isSynthetic()) {
        continue;
      }
      Object value = data(invoke(annotation, member));
      values.put(member.getName(), value);
      Object byDefault = member.getDefaultValue();
      if (byDefault == null || !data(byDefault).equals(value)) {
        given.add(member.getName());
      }
    }
    return new AnnotationValues(annotation.annotationType().getName(), values, given);
  }

  private static Object invoke(Annotation annotation, Method member) {
    try {
      // The annotation may be private to the class that uses it.
      member.setAccessible(true);
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

  private static Object data(Object value) {
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
