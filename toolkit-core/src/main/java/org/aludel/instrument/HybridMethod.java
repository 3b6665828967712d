package org.aludel.instrument;

import java.lang.invoke.MethodHandles;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.aludel.error.MappingCode;
import org.aludel.error.MappingException;
import org.aludel.error.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A static method that gives in SQL what a method of the object gives in memory, and what is wrong
 * with it. The annotation processor finds the same faults in its {@code HybridRule}.
 *
 * @param metamodel the name of the class that it takes first, without its package
 * @param obstacle what it is that it should not be; null for nothing
 * @param missing the method in memory that it lacks; null for none
 */
public record HybridMethod(
    String name, String metamodel, @Nullable String obstacle, @Nullable String missing) {
  private static final String ANNOTATION = "org.aludel.orm.annotation.Hybrid";
  private static final String ENTITY = "jakarta.persistence.Entity";
  private static final String EXPRESSION = "org.aludel.sql.Expression";
  private static final String PREDICATE = "org.aludel.sql.Predicate";

  /** Those that a class declares itself, sorted by name. */
  public static List<HybridMethod> of(Class<?> type) {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(HybridMethod::isMarked)
        .map(method -> of(type, method))
        .sorted(Comparator.comparing(HybridMethod::name))
        .toList();
  }

  /**
   * Whether a static method gives expressions of that class by that name alone: one of an entity,
   * or of a mapped superclass between it and the entity above it.
   */
  public static boolean has(Class<?> type, String name, String javaType) {
    for (Class<?> each = type; each != null; each = each.getSuperclass()) {
      if (each != type && isMarked(each, ENTITY)) {
        return false;
      }
      Optional<Method> method = expression(each, name).filter(one -> isCallable(one, type));
      if (method.isPresent()) {
        return value(method.get()).equals(javaType);
      }
    }
    return false;
  }

  /** Whether the metamodel of a class takes over what it or a class above it declares. */
  private static boolean isCallable(Method method, Class<?> type) {
    Class<?> declaring = method.getDeclaringClass();
    boolean open =
        Modifier.isPublic(method.getModifiers()) && Modifier.isPublic(declaring.getModifiers());
    return open || declaring.getPackageName().equals(type.getPackageName());
  }

  /** The name of the metamodel of a class, without its package. */
  public static String metamodel(Class<?> type) {
    String home = type.getPackageName();
    String inside = home.isEmpty() ? type.getName() : type.getName().substring(home.length() + 1);
    String around = inside.substring(0, inside.length() - type.getSimpleName().length());
    return around.replace('$', '_') + MappingClass.mapped(type).getSimpleName() + "T";
  }

  /**
   * What the metamodel's method of that name says of the table under its own name.
   *
   * @throws MappingException NO_GENERATED_CODE where the metamodel is not there
   */
  public static Object call(Class<?> type, String name) {
    String home = type.getPackageName();
    String metamodel = home.isEmpty() ? metamodel(type) : home + "." + metamodel(type);
    try {
      Class<?> table = Class.forName(metamodel, true, type.getClassLoader());
      for (Field field : table.getDeclaredFields()) {
        if (Modifier.isStatic(field.getModifiers()) && field.getType() == table) {
          MethodHandles.Lookup lookup =
              MethodHandles.privateLookupIn(table, MethodHandles.lookup());
          Method method = table.getDeclaredMethod(name);
          return lookup.unreflect(method).invoke(lookup.unreflectGetter(field).invoke());
        }
      }
      throw new ClassNotFoundException(metamodel);
    } catch (RuntimeException | Error failure) {
      throw failure;
    } catch (Throwable failure) {
      throw new MappingException(
          Problem.of(
                  MappingCode.NO_GENERATED_CODE, "cannot call \"" + name(type) + "." + name + "\"")
              .found(failure.toString())
              .expected("the metamodel \"" + metamodel + "\" beside the class")
              .fix("compile the class again with the annotation processor, from clean"),
          failure);
    }
  }

  private static Optional<Method> expression(Class<?> type, String name) {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(method -> method.getName().equals(name) && method.getParameterCount() == 1)
        .filter(HybridMethod::isMarked)
        .findFirst();
  }

  private static boolean isMarked(Method method) {
    return isMarked(method, ANNOTATION);
  }

  private static boolean isMarked(AnnotatedElement element, String annotation) {
    return Arrays.stream(element.getDeclaredAnnotations())
        .anyMatch(one -> one.annotationType().getName().equals(annotation));
  }

  private static HybridMethod of(Class<?> type, Method method) {
    String home = type.getPackageName();
    String metamodel = metamodel(type);
    String obstacle = obstacle(method, metamodel, home);
    boolean whole = obstacle != null || hasPair(type, method);
    return new HybridMethod(method.getName(), metamodel, obstacle, whole ? null : pair(method));
  }

  /** What keeps generated code from calling a method, whatever it takes and returns; or null. */
  static @Nullable String form(Method method) {
    if (!Modifier.isStatic(method.getModifiers())) {
      return "a method that is not static";
    }
    if (Modifier.isPrivate(method.getModifiers())) {
      return "a private method";
    }
    if (method.getTypeParameters().length > 0) {
      return "a method with type parameters";
    }
    return method.getExceptionTypes().length > 0 ? "a method with a throws clause" : null;
  }

  private static @Nullable String obstacle(Method method, String metamodel, String home) {
    String form = form(method);
    if (form != null) {
      return form;
    }
    if (value(method).isEmpty()) {
      return "a method that returns " + name(method.getReturnType());
    }
    String expected = home.isEmpty() ? metamodel : home + "." + metamodel;
    Class<?>[] parameters = method.getParameterTypes();
    boolean takes = parameters.length > 0 && parameters[0].getName().equals(expected);
    return takes ? null : "a method whose first parameter is not " + metamodel;
  }

  /** The class of the expression's values, or an empty text where the type does not say it. */
  private static String value(Method method) {
    String name = method.getReturnType().getName();
    if (name.equals(PREDICATE)) {
      return Boolean.class.getName();
    }
    return name.equals(EXPRESSION)
            && method.getGenericReturnType() instanceof ParameterizedType expression
        ? erased(expression.getActualTypeArguments()[0])
        : "";
  }

  private static String erased(Type type) {
    if (type instanceof Class<?> plain) {
      return name(plain);
    }
    if (type instanceof ParameterizedType generic) {
      return erased(generic.getRawType());
    }
    return type instanceof GenericArrayType array
        ? erased(array.getGenericComponentType()) + "[]"
        : "";
  }

  private static String name(Class<?> type) {
    String canonical = type.getCanonicalName();
    return canonical == null ? type.getName() : canonical;
  }

  private static boolean hasPair(Class<?> type, Method hybrid) {
    Class<?> mapped = MappingClass.mapped(type);
    for (Class<?> each = mapped; each != null; each = each.getSuperclass()) {
      if (Arrays.stream(each.getDeclaredMethods()).anyMatch(method -> isPair(method, hybrid))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isPair(Method method, Method hybrid) {
    List<String> rest = rest(hybrid);
    return !Modifier.isStatic(method.getModifiers())
        && names(hybrid.getName(), rest.isEmpty()).contains(method.getName())
        && names(method.getParameterTypes()).equals(rest)
        && name(ClassModel.boxed(method.getReturnType())).equals(value(hybrid));
  }

  private static List<String> names(String name, boolean getters) {
    String capital = Character.toUpperCase(name.charAt(0)) + name.substring(1);
    return getters ? List.of(name, "get" + capital, "is" + capital) : List.of(name);
  }

  private static List<String> names(Class<?>[] types) {
    return Arrays.stream(types).map(HybridMethod::name).toList();
  }

  private static List<String> rest(Method hybrid) {
    List<String> all = names(hybrid.getParameterTypes());
    return all.subList(Math.min(1, all.size()), all.size());
  }

  private static String pair(Method hybrid) {
    return value(hybrid)
        + " "
        + hybrid.getName()
        + rest(hybrid).stream().collect(Collectors.joining(", ", "(", ")"));
  }
}
