package org.aludel.instrument;

import java.lang.reflect.InvocationTargetException;
import org.aludel.error.MappingCode;
import org.aludel.error.MappingException;
import org.aludel.error.Problem;
import org.jspecify.annotations.Nullable;

/** Finds what the annotation processor wrote beside a class. */
final class GeneratedCode {
  private GeneratedCode() {}

  /**
   * The access of a class; a lazy subclass answers with that of its entity class.
   *
   * @param annotated the class that maps it; null for itself
   */
  static <E> EntityAccess<E> access(Class<E> type, @Nullable Class<?> annotated) {
    Class<?> entity =
        LazyInstance.class.isAssignableFrom(type) ? type.getSuperclass() : (Class<?>) type;
    Class<?> named = annotated == null ? entity : annotated;
    Object instance = instance(named);
    if (!(instance instanceof EntityAccess<?> access) || access.type() != entity) {
      throw missing(named, null);
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
      throw error.getCause() instanceof IllegalAccessException closed
          ? closed(entity, closed)
          : stale(entity, error.toString(), error);
    } catch (ReflectiveOperationException error) {
      throw missing(entity, error);
    }
  }

  /** A class of another module, whose package must be open before its fields can be reached. */
  private static MappingException closed(Class<?> entity, IllegalAccessException cause) {
    Class<?> mapped = MappingClass.mapped(entity);
    String module = mapped.getModule().isNamed() ? mapped.getModule().getName() : "the module";
    String reader = entity.getModule().isNamed() ? entity.getModule().getName() : "ALL-UNNAMED";
    String home = mapped.getPackageName();
    return new MappingException(
        Problem.of(
                MappingCode.CLOSED_PACKAGE,
                "cannot reach the fields of \"" + mapped.getName() + "\"")
            .found(String.valueOf(cause.getMessage()))
            .expected("a package that is open to the generated code")
            .fix(
                "say \"opens "
                    + home
                    + "\" in the module \""
                    + module
                    + "\", or start with --add-opens "
                    + module
                    + "/"
                    + home
                    + "="
                    + reader),
        cause);
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
