package org.aludel.instrument;

import jakarta.persistence.AttributeConverter;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import org.aludel.error.MappingCode;
import org.aludel.error.MappingException;
import org.aludel.error.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A converter of {@code jakarta.persistence}, made once.
 *
 * @param attribute the class of attributes
 * @param stored the class that is stored
 * @param storedArguments the classes of its type arguments
 */
public record ConverterModel(
    AttributeConverter<Object, Object> converter,
    Class<?> attribute,
    Class<?> stored,
    List<Class<?>> storedArguments) {
  /**
   * The converter of a class, or null for a class that is none or has no constructor without
   * arguments that others may call.
   *
   * @throws MappingException INVALID_MAPPING when the constructor fails
   */
  public static @Nullable ConverterModel of(Class<?> type) {
    TypeBindings bindings = new TypeBindings();
    ParameterizedType implemented = implemented(type, bindings);
    Constructor<?> constructor = constructor(type);
    if (implemented == null || constructor == null) {
      return null;
    }
    Type[] arguments = implemented.getActualTypeArguments();
    return new ConverterModel(
        create(constructor),
        bindings.classOf(arguments[0]),
        bindings.classOf(arguments[1]),
        bindings.argumentsOf(arguments[1]));
  }

  private static @Nullable ParameterizedType implemented(Class<?> type, TypeBindings bindings) {
    for (Class<?> each = type; each != null; each = each.getSuperclass()) {
      bindings.add(each.getGenericSuperclass());
      for (Type one : each.getGenericInterfaces()) {
        if (one instanceof ParameterizedType parameterized
            && parameterized.getRawType() == AttributeConverter.class) {
          return parameterized;
        }
      }
    }
    return null;
  }

  private static @Nullable Constructor<?> constructor(Class<?> type) {
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

  @SuppressWarnings("unchecked") // the caller compares the classes
  private static AttributeConverter<Object, Object> create(Constructor<?> constructor) {
    try {
      constructor.setAccessible(true);
      return (AttributeConverter<Object, Object>) constructor.newInstance();
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
