package org.aludel.instrument;

import java.lang.invoke.MethodHandles;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import org.aludel.error.MappingCode;
import org.aludel.error.MappingException;
import org.aludel.error.Problem;

/** Finds the generated metamodel of a class and what it says. */
public final class Metamodels {
  private Metamodels() {}

  /** The name of the metamodel of a class. */
  static String name(Class<?> type) {
    String home = type.getPackageName();
    String simple = HybridMethod.metamodel(type);
    return home.isEmpty() ? simple : home + "." + simple;
  }

  /**
   * An attribute of the metamodel under the table's own name.
   *
   * @throws MappingException NO_GENERATED_CODE where it is not there
   */
  public static Object attribute(Class<?> type, String attribute) {
    try {
      Class<?> table = Class.forName(name(type), true, type.getClassLoader());
      MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
      Field field = table.getDeclaredField(attribute);
      return lookup.unreflectGetter(field).invoke(constant(table, lookup));
    } catch (RuntimeException | Error failure) {
      throw failure;
    } catch (Throwable failure) {
      throw new MappingException(
          Problem.of(
                  MappingCode.NO_GENERATED_CODE,
                  "cannot read \"" + type.getName() + "." + attribute + "\" of the metamodel")
              .found(failure.toString())
              .expected("the metamodel \"" + name(type) + "\" beside the class")
              .fix("compile the class again with the annotation processor, from clean"),
          failure);
    }
  }

  /** The table under its own name. */
  private static Object constant(Class<?> table, MethodHandles.Lookup lookup) throws Throwable {
    for (Field field : table.getDeclaredFields()) {
      if (Modifier.isStatic(field.getModifiers()) && field.getType() == table) {
        return lookup.unreflectGetter(field).invoke();
      }
    }
    throw new ClassNotFoundException(table.getName());
  }
}
