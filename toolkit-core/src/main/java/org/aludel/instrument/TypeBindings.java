package org.aludel.instrument;

import java.lang.reflect.Array;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What stands for the type variables of generic superclasses, as one subclass extends them. */
final class TypeBindings {
  private final Map<TypeVariable<?>, Type> bound = new HashMap<>();

  /** Adds what an {@code extends} clause says; a raw one says nothing. */
  void add(@Nullable Type superclass) {
    if (superclass instanceof ParameterizedType parameterized) {
      TypeVariable<?>[] variables = ((Class<?>) parameterized.getRawType()).getTypeParameters();
      for (int index = 0; index < variables.length; index++) {
        bound.put(variables[index], parameterized.getActualTypeArguments()[index]);
      }
    }
  }

  /** The class of a type; of an open variable and of a wildcard that of its bound. */
  Class<?> classOf(Type type) {
    Type known = known(type);
    if (known instanceof ParameterizedType parameterized) {
      return (Class<?>) parameterized.getRawType();
    }
    if (known instanceof WildcardType wildcard) {
      return classOf(wildcard.getUpperBounds()[0]);
    }
    if (known instanceof GenericArrayType array) {
      return Array.newInstance(classOf(array.getGenericComponentType()), 0).getClass();
    }
    return known instanceof TypeVariable<?> open ? classOf(open.getBounds()[0]) : (Class<?>) known;
  }

  /** The classes of the type arguments; empty where there are none. */
  List<Class<?>> argumentsOf(Type type) {
    return known(type) instanceof ParameterizedType parameterized
        ? Arrays.stream(parameterized.getActualTypeArguments())
            .<Class<?>>map(this::classOf)
            .toList()
        : List.of();
  }

  /** The name of a variable that nothing stands for, in the type or its arguments; or null. */
  @Nullable String openIn(Type type) {
    Type known = known(type);
    if (known instanceof TypeVariable<?> open) {
      return open.getName();
    }
    return known instanceof ParameterizedType parameterized
        ? Arrays.stream(parameterized.getActualTypeArguments())
            .map(this::openIn)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null)
        : null;
  }

  private Type known(Type type) {
    Type known = type;
    while (known instanceof TypeVariable<?> variable && bound.containsKey(variable)) {
      known = Objects.requireNonNull(bound.get(variable));
    }
    return known;
  }
}
