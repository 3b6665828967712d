package org.aludel.instrument;

import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.aludel.error.MappingCode;
import org.aludel.error.MappingException;
import org.aludel.error.Problem;
import org.jspecify.annotations.Nullable;

/** Classes that carry by {@code @Maps} the annotations of a class that must not change. */
public final class MappingClass {
  private static final String MAPS = "org.aludel.orm.annotation.Maps";

  private MappingClass() {}

  /**
   * The class whose objects are stored: what a mapping class names, else the class itself.
   *
   * @throws MappingException UNREADABLE_CLASS_PATH where the class that it names is missing
   */
  public static Class<?> mapped(Class<?> type) {
    for (Annotation annotation : type.getDeclaredAnnotations()) {
      if (annotation.annotationType().getName().equals(MAPS)) {
        return named(type, annotation);
      }
    }
    return type;
  }

  /** Whether a class maps another. */
  public static boolean isMapping(Class<?> type) {
    return mapped(type) != type;
  }

  private static Class<?> named(Class<?> type, Annotation annotation) {
    try {
      return (Class<?>) annotation.annotationType().getMethod("value").invoke(annotation);
    } catch (ReflectiveOperationException | TypeNotPresentException missing) {
      throw new MappingException(
          Problem.of(
                  MappingCode.UNREADABLE_CLASS_PATH,
                  "cannot read what \"" + type.getName() + "\" maps")
              .found(String.valueOf(missing.getCause() == null ? missing : missing.getCause()))
              .expected("the mapped class on the class path")
              .fix("add the library that it comes from"),
          missing);
    }
  }

  /** The names of the components of a record in their order; none of other classes. */
  public static List<String> components(Class<?> mapped) {
    return mapped.isRecord()
        ? Arrays.stream(mapped.getRecordComponents()).map(RecordComponent::getName).toList()
        : List.of();
  }

  /** Whether a class or one above it has a field of that name. */
  public static boolean hasField(Class<?> mapped, String name) {
    return field(mapped, name) != null;
  }

  /** Whether that field cannot be assigned: static, or final in a class that is no record. */
  public static boolean isFixed(Class<?> mapped, String name) {
    Field field = field(mapped, name);
    int modifiers = field == null ? 0 : field.getModifiers();
    return Modifier.isStatic(modifiers) || (Modifier.isFinal(modifiers) && !mapped.isRecord());
  }

  /** The nearest first. */
  private static @Nullable Field field(Class<?> mapped, String name) {
    for (Class<?> each = mapped; each != null; each = each.getSuperclass()) {
      for (Field field : each.getDeclaredFields()) {
        if (field.getName().equals(name)) {
          return field;
        }
      }
    }
    return null;
  }
}
