package org.aludel.orm.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * When the columns that a class adds to its hierarchy are read by statements over a class above it,
 * unless their options say otherwise: {@code withPolymorphic(…)}, {@code selectInPolymorphic(…)}.
 * It holds for the classes below it too, until one of them says something else.
 *
 * <p>All but {@link When#WITH_ROWS} need a lazy subclass: private fields, no final methods, a
 * constructor that a subclass can call.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface PolymorphicLoad {
  When value();

  /** The moments. */
  enum When {
    /** With the rows; the default. */
    WITH_ROWS,
    /** By a further statement for all objects of the class, right after the rows. */
    SELECT_IN,
    /** On the first use of one of them, for the objects of the result together. */
    LAZY
  }
}
