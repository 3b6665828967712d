package org.aludel.instrument;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The static method by which a class says what a relationship holds. The annotation processor finds
 * the same faults in its {@code JoinConditionInspector}.
 */
public final class ConditionMethod {
  private static final String PREDICATE = "org.aludel.sql.Predicate";

  private ConditionMethod() {}

  /**
   * What is there in its place; null where it is as it should be.
   *
   * @param name of the attribute
   */
  public static @Nullable String obstacle(Class<?> owner, String name, Class<?> target) {
    List<Method> candidates =
        Arrays.stream(owner.getDeclaredMethods())
            .filter(method -> method.getName().equals(name) && method.getParameterCount() == 2)
            .toList();
    if (candidates.isEmpty()) {
      return "no method of its name with two parameters";
    }
    List<String> obstacles = new ArrayList<>();
    for (Method method : candidates) {
      String obstacle = obstacle(method, owner, target);
      if (obstacle == null) {
        return null;
      }
      obstacles.add(obstacle);
    }
    return Collections.min(obstacles);
  }

  private static @Nullable String obstacle(Method method, Class<?> owner, Class<?> target) {
    String form = HybridMethod.form(method);
    if (form != null) {
      return form;
    }
    if (!method.getReturnType().getName().equals(PREDICATE)) {
      return "a method that does not return Predicate";
    }
    Class<?>[] parameters = method.getParameterTypes();
    if (!parameters[0].getName().equals(Metamodels.name(owner))) {
      return "a method whose first parameter is not " + HybridMethod.metamodel(owner);
    }
    return parameters[1].getName().equals(Metamodels.name(target))
        ? null
        : "a method whose second parameter is not " + HybridMethod.metamodel(target);
  }
}
