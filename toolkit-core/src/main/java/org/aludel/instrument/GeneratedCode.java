package org.aludel.instrument;

import java.lang.reflect.InvocationTargetException;
import org.aludel.error.MappingCode;
import org.aludel.error.MappingException;
import org.aludel.error.Problem;
import org.jspecify.annotations.Nullable;

/** Finds what the annotation processor wrote beside a class. */
final class GeneratedCode {
  private GeneratedCode() {}

  /** The access of a class; a lazy subclass answers with that of its entity class. */
  static <E> EntityAccess<E> access(Class<E> type) {
    Class<?> entity =
        LazyInstance.class.isAssignableFrom(type) ? type.getSuperclass() : (Class<?>) type;
    Object instance = instance(entity);
    if (!(instance instanceof EntityAccess<?> access) || access.type() != entity) {
      throw missing(entity, null);
    }
    @SuppressWarnings("unchecked") // its type() was compared just above
    EntityAccess<E> typed = (EntityAccess<E>) access;
    return typed;
  }

  private static Object instance(Class<?> entity) {
    String name = entity.getName().replace('$', '_') + "__Orm";
    try {
      return Class.forName(name, true, entity.getClassLoader()).getConstructor().newInstance();
    } catch (InvocationTargetException | LinkageError error) {
      throw stale(entity, error.toString(), error);
    } catch (ReflectiveOperationException error) {
      throw missing(entity, error);
    }
  }

  private static MappingException missing(Class<?> entity, @Nullable Throwable cause) {
    return new MappingException(
        Problem.of(
                MappingCode.NO_GENERATED_CODE,
                "cannot use \"" + entity.getName() + "\" in a session")
            .found("no class \"" + entity.getName().replace('$', '_') + "__Orm\"")
            .expected("the code that the annotation processor writes beside the class")
            .fix("add org.aludel:aludel-processor to annotationProcessorPaths and compile again"),
        cause);
  }

  static MappingException stale(Class<?> entity, String found, @Nullable Throwable cause) {
    return new MappingException(
        Problem.of(
                MappingCode.NO_GENERATED_CODE,
                "cannot use \"" + entity.getName() + "\" in a session")
            .found("generated code that does not fit the class: " + found)
            .expected("code generated from the class as it is now")
            .fix("compile the class again with the annotation processor, from clean"),
        cause);
  }
}
