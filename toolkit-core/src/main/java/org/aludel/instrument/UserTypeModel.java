package org.aludel.instrument;

import java.lang.reflect.Constructor;
import java.lang.reflect.Type;
import java.util.List;
import org.aludel.error.MappingException;
import org.aludel.type.SqlType;
import org.aludel.type.UserType;
import org.jspecify.annotations.Nullable;

/**
 * A type of a user's, made once.
 *
 * @param attribute the class of attributes
 * @param arguments the classes of its type arguments
 */
public record UserTypeModel(SqlType<?> type, Class<?> attribute, List<Class<?>> arguments) {
  /**
   * The type of a class, or null for a class that is no {@link UserType} or has no constructor
   * without arguments that others may call.
   *
   * @throws MappingException INVALID_MAPPING when the constructor fails
   */
  public static @Nullable UserTypeModel of(Class<?> type) {
    TypeBindings bindings = new TypeBindings();
    Type[] arguments = Implementation.arguments(type, UserType.class, bindings);
    Constructor<?> constructor = Implementation.constructor(type);
    if (arguments.length == 0 || constructor == null) {
      return null;
    }
    UserType<?> made = (UserType<?>) Implementation.create(constructor);
    return new UserTypeModel(
        made.sqlType(), bindings.classOf(arguments[0]), bindings.argumentsOf(arguments[0]));
  }
}
