package org.aludel.instrument;

import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import org.aludel.error.MappingCode;
import org.aludel.error.MappingException;
import org.aludel.error.Problem;
import org.jspecify.annotations.Nullable;

/** Users' classes that stand behind an interface: what they say of it, and how they are made. */
final class Implementation {
  private Implementation() {}

  /** The type arguments of an interface that a class implements; none where it does not. */
  static Type[] arguments(Class<?> type, Class<?> wanted, TypeBindings bindings) {
    for (Class<?> each = type; each != null; each = each.getSuperclass()) {
      bindings.add(each.getGenericSuperclass());
      for (Type one : each.getGenericInterfaces()) {
        if (one instanceof ParameterizedType parameterized
            && parameterized.getRawType() == wanted) {
          return parameterized.getActualTypeArguments();
        }
      }
    }
    return new Type[0];
  }

  /** The constructor without arguments that others may call, or null. */
  static @Nullable Constructor<?> constructor(Class<?> type) {
    for (Constructor<?> each : type.getDeclaredConstructors()) {
      int hidden = Modifier.PRIVATE | Modifier.PROTECTED;
      if (each.getParameterCount() == 0
          && (each.getModifiers() & hidden) == 0
          && !Modifier.isAbstract(type.getModifiers())) {
        return each;
      }
    }
    return null;
  }

  static Object create(Constructor<?> constructor) {
    try {
      constructor.setAccessible(true);
      return constructor.newInstance();
    } catch (ReflectiveOperationException | RuntimeException failure) {
      throw new MappingException(
          Problem.of(
                  MappingCode.INVALID_MAPPING,
                  "cannot make the converter \"" + constructor.getDeclaringClass().getName() + "\"")
              .found(String.valueOf(failure.getCause() == null ? failure : failure.getCause()))
              .expected("a constructor without arguments that does not fail"),
          failure);
    }
  }
}
