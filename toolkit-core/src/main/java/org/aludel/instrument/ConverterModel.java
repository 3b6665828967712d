package org.aludel.instrument;

import jakarta.persistence.AttributeConverter;
import java.lang.reflect.Constructor;
import java.lang.reflect.Type;
import java.util.List;
import org.aludel.error.MappingException;
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
    Type[] arguments = Implementation.arguments(type, AttributeConverter.class, bindings);
    Constructor<?> constructor = Implementation.constructor(type);
    if (arguments.length == 0 || constructor == null) {
      return null;
    }
    @SuppressWarnings("unchecked") // the caller compares the classes
    AttributeConverter<Object, Object> converter =
        (AttributeConverter<Object, Object>) Implementation.create(constructor);
    return new ConverterModel(
        converter,
        bindings.classOf(arguments[0]),
        bindings.classOf(arguments[1]),
        bindings.argumentsOf(arguments[1]));
  }
}
